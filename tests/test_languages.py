"""A language is a folder: a tiny fifth one reads goals with no code of its own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from smartgoals.analyzer import read
from smartgoals.context import Context
from smartgoals.lexicon import files
from smartgoals.lexicon.lexicon import Lexicon
from smartgoals.reading import Reading
from smartgoals.text.detect import detect

# German, as far as one kind of goal needs it.
FILES = {
    "language.toml": """
        code = "de"
        name = "German"
        native_name = "Deutsch"
        letters = "ß"
        common = ["und", "bis", "der", "die", "das"]
        fillers = ["neu", "unser"]
        quantifiers = ["anzahl der"]
        [morphology]
        kind = "suffix"
        min_stem = 3
        rules = [["en", ""], ["e", ""], ["n", ""], ["s", ""], ["er", ""]]
        """,
    "numerals.toml": """
        point = ","
        joiner = ["=und"]
        [cardinal]
        40 = ["=vierzig"]
        [multiplier]
        1_000 = ["=tausend"]
        """,
    "calendar.toml": """
        prefixes = ["q"]
        month = ["oktober"]
        by = ["=bis", "=bis zum"]
        in = ["=im"]
        end_of = ["=ende"]
        the = ["=der", "=des", "=dem"]
        [unit]
        year = ["=jahr", "=jahres"]
        [nth_unit]
        quarter = ["=q"]
        """,
    "quantities.toml": """
        percent = ["=prozent"]
        by_amount = ["=um"]
        aside = ["=von", "=mit", "=aus"]
        to = ["=auf"]
        """,
    "verbs.toml": """
        achieve = ["gewinnen"]
        increase = ["steigern"]
        """,
    "metrics.toml": """
        [metrics]
        new_customers = ["kunde"]
        revenue = ["umsatz"]
        """,
    "channels.toml": """
        [channels]
        email = ["newsletter"]
        [platforms]
        linkedin = ["linkedin"]
        [paid]
        words = ["bezahlt"]
        """,
    "owners.toml": """
        [teams]
        sales = ["vertriebsteam"]
        [bare]
        sales = ["vertrieb"]
        [labels]
        owner = ["verantwortlich"]
        [people]
        titles = []
        """,
    "vague.toml": 'quantity = ["=mehr"]\ntime = ["=bald"]\nwording = []\n',
}


@pytest.fixture
def german(tmp_path: Path) -> str:
    for name, text in FILES.items():
        lines = [line.strip() for line in text.strip().splitlines()]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(tmp_path)


def targets(folder: str, text: str) -> list[tuple[object, ...]]:
    reading = read(Reading(text, date(2026, 11, 21), Context()), folder)
    return [(t["metric"], t["direction"], t["value"], t["unit"], t["deadline"]) for t in reading.result["targets"]]


def test_a_goal_in_a_fifth_language(german: str) -> None:
    assert targets(german, "Vierzig neue Kunden aus LinkedIn bis Ende des Jahres gewinnen") == [
        ("new_customers", "achieve", 40, "count", date(2026, 12, 31))
    ]
    assert targets(german, "Umsatz um 12,5 % steigern bis Q2 2027") == [
        ("revenue", "increase", 12.5, "percent", date(2027, 6, 30))
    ]
    assert targets(german, "Bis zum 31 Oktober 1.200 Kunden gewinnen") == [
        ("new_customers", "achieve", 1200, "count", date(2027, 10, 31))
    ]


def test_an_unknown_class_names_the_file_and_the_class(german: str) -> None:
    (Path(german) / "calendar.toml").write_text('bevor = ["=bevor"]\n', encoding="utf-8")
    with pytest.raises(files.DataError, match=r"calendar\.toml: unknown class 'bevor'"):
        Lexicon(german)


def test_a_malformed_file_names_the_line(german: str) -> None:
    (Path(german) / "vague.toml").write_text("quantity = [\n'mehr' 'x']\n", encoding="utf-8")
    with pytest.raises(files.DataError, match=r"vague\.toml.*line 2"):
        Lexicon(german)


def test_a_missing_file_is_named(german: str) -> None:
    (Path(german) / "verbs.toml").unlink()
    with pytest.raises(files.DataError, match=r"verbs\.toml is missing"):
        Lexicon(german)


def test_a_folder_without_a_language_is_refused(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    with pytest.raises(ValueError, match="choose one of en, ru, sv, uk"):
        Lexicon(str(tmp_path))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Open 2 stores in Malmö by Dec 31"),
        ("en", "Sell 50 Fjällräven bags by Oct 31"),
        ("en", "Åre: sell 200 passes by May"),
        ("en", "Get 40 leads in Москва by Oct 31"),
        ("en", "Lose 5 kg in Київ by May"),
        ("sv", "Få 20 kunder i Москва senast maj"),
        ("sv", "Malmö: 40 leads"),
        ("sv", "MÅL: ÖKA FÖRSÄLJNINGEN MED 5 %"),
        ("uk", "Відкрити 2 магазини в Malmö до 31 грудня"),
        ("uk", "Київ: 40 лідів"),
        ("ru", "Получить 40 лидов во Львів и Чернівці до мая"),
    ],
)
def test_the_letters_of_a_name_do_not_outweigh_the_words_around(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Laddtid < 3 s"),
        ("sv", "400 klick/dag"),
        ("sv", "Billigare leads"),
        ("sv", "Svinn max 3 %"),
        ("sv", "Registrerade timmar 40"),
        ("ru", "Позиция по запросу – не ниже 10-й"),
        ("uk", "Скинути 6 кг до Великодня"),
        ("uk", "10 заявок на добу"),
        ("uk", "Провести 30 демо на початок II кварталу"),
    ],
)
def test_short_goals_show_their_language(language: str, text: str) -> None:
    assert detect(text) == language
