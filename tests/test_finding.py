"""Goals in documents are found with their places, and what only speaks of goals is left out."""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals import Analyzer, find_goals
from smartgoals.finding.around import FEATURES, NOTHING, Seen, around
from smartgoals.finding.finder import MOST_CHARACTERS, candidates
from smartgoals.finding.layout import blocks
from smartgoals.finding.model import model
from smartgoals.finding.stretches import Stretches

TODAY = date(2026, 11, 21)


def found(document: str, **arguments: object) -> list[str]:
    goals = find_goals(document, today=TODAY, **arguments)
    assert all(goal.text == document[goal.start : goal.end] == goal.analysis.text for goal in goals)
    assert [goal.start for goal in goals] == sorted(goal.start for goal in goals)
    return [goal.text for goal in goals]


# Short articles in the manner of those that people write about SMART goals.
ARTICLES = {
    "en": (
        "A goal should be specific. “Get more visitors” is not specific; “Get 1,000 visitors a month by June” is.\n"
        "Last year we had 300 visitors a month. On average, shops get 450. How many do you need?",
        ["Get more visitors", "Get 1,000 visitors a month by June"],
    ),
    "sv": (
        "Ett mål ska vara mätbart. ”Få nya leads” går inte att mäta, men det gör ”Få 40 nya leads senast den 31 maj”.\n"
        "I fjol fick vi 300 leads. Snittet i branschen är 450. Hur många behöver du?",
        ["Få nya leads", "Få 40 nya leads senast den 31 maj"],
    ),
    "uk": (
        "Ціль має бути точною. «Заробляти більше грошей» не виміряти, а «Збільшити дохід на 10 % до кінця року» так.\n"
        "Торік ми отримали 300 лідів. У середньому по галузі їх 450. Скільки потрібно вам?",
        ["Заробляти більше грошей", "Збільшити дохід на 10 % до кінця року"],
    ),
    "ru": (
        "Цель должна быть измеримой. «Получить больше лидов» не измерить, а «Получить 40 лидов до 31 мая» можно.\n"
        "В прошлом году мы получили 300 лидов. В среднем по отрасли их 450. Сколько нужно вам?",
        ["Получить больше лидов", "Получить 40 лидов до 31 мая"],
    ),
}


@pytest.mark.parametrize("language", ARTICLES)
def test_an_article_gives_the_goals_that_it_quotes(language: str) -> None:
    document, goals = ARTICLES[language]
    assert found(document) == goals
    assert {goal.analysis.language for goal in find_goals(document, today=TODAY)} == {language}


@pytest.mark.parametrize(
    "sentence",
    [
        "We closed 2026 at £8.3m, 4% short of budget.",
        "If we win the contract, we will hire 12 people by May.",
        "Could we get 40 leads by May?",
        "Open rates above 20% are considered good.",
        "Please read the report before Friday 12 March.",
        "“Reach” is the number of people who saw a post.",
        "Under 2026 omsatte vi 48,2 mkr, en ökning med 9 % jämfört med året innan.",
        "Skulle räntan stiga får vi sänka målet till 40 %.",
        "Branschsnittet för öppningsgrad ligger runt 28 %.",
        "За десять місяців сайт приніс 1 460 заявок, на 18 % більше, ніж торік.",
        "Якщо ціна зросте на 15 %, переглянемо план до травня.",
        "За 2026 год сайт принёс 1 840 заявок — на 12 % больше, чем годом ранее.",
        "Если к маю отток не опустится ниже 16 %, сократим бюджет.",
    ],
)
def test_what_only_speaks_of_numbers_is_left_out(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The target for Q4 is 300 leads",
        "Målet för Q4 är 300 leads",
        "Ціль на IV квартал — 300 лідів",
        "Цель на IV квартал — 300 лидов",
    ],
)
def test_a_goal_that_is_named_as_one_is_found_alone(sentence: str) -> None:
    assert found(f"{sentence}.") == [sentence]


@pytest.mark.parametrize(
    ("document", "goals"),
    [
        ("[KR] Reach 300 leads by May\n[KR] Cut churn to 2 %\n", ["Reach 300 leads by May", "Cut churn to 2 %"]),
        ("KR #1.1 – Grow traffic by 20 %\nKR #1.2 – Get 300 leads\n", ["Grow traffic by 20 %", "Get 300 leads"]),
        ("1.1.Grow traffic by 20 %\n1.2.Get 300 leads by May\n", ["Grow traffic by 20 %", "Get 300 leads by May"]),
        ("ok 😅 we want 40 leads by June", ["we want 40 leads by June"]),
        ("I spoke to her yesterday. we will get 40 leads by June.", ["we will get 40 leads by June"]),
    ],
)
def test_marks_faces_and_small_letters_part_goals(document: str, goals: list[str]) -> None:
    assert found(document) == goals


def test_lists_lose_their_marks_and_what_is_ticked() -> None:
    document = (
        "Next\n[ ] Label 3,900 products before Christmas\n[x] Train 35 pickers by May\n"
        "1. Cut churn to 3% by June\n  • Launch the new site in May;\nKR1.2: Raise NPS from 31 to 40\n"
    )
    assert found(document) == [
        "Label 3,900 products before Christmas",
        "Cut churn to 3% by June",
        "Launch the new site in May",
        "Raise NPS from 31 to 40",
    ]


def test_a_table_gives_goals_with_their_day_and_rows_of_bare_values() -> None:
    goals = "| Goal | By when |\n|---|---|\n| Recruit 60 volunteers | 30 June 2027 |\n| – | – |\n"
    assert found(goals) == ["Recruit 60 volunteers | 30 June 2027"]
    values = "Nyckeltal\tNu\tMål\tKlart\nSjukfrånvaro\t7,1 %\thögst 5 %\t2027-12-31\nElpris\t1,12 kr\t–\t–\n"
    assert found(values) == ["Sjukfrånvaro\t7,1 %\thögst 5 %\t2027-12-31"]
    assert found("Room\tSeats\tHalf day\nHall\t120\t£650\nLibrary\t18\t£220\n") == []


def test_an_e_mail_is_read_over_its_line_breaks() -> None:
    document = (
        "Hi all, happy new year, and thank you for a remarkable December at the shop.\n\n"
        "This year we want to win back at least one of the two accounts that we lost in\n"
        "the south before the summer. The market shrank by about 2% in the past year, and\n"
        "nobody knows what comes next. I will tell you more about the market when we meet\n"
        "in Leeds, where Oliver has booked a room for all of us, as every January before.\n"
    )
    (goal,) = found(document)
    assert goal.startswith("This year we want to win back")
    assert goal.endswith("that we lost in\nthe south before the summer")


def test_each_line_of_a_mixed_chat_is_read_in_its_language() -> None:
    document = (
        "[09:02] Maya: november gave us 212 trials\n"
        "[09:05] Maya: we want 250 trials by 31 December\n"
        "[09:09] Oksana: ми хочемо отримати 60 заявок до 31 грудня\n"
        "[09:14] Erik: vi ska få ner kostnaden per lead till 90 kr före jul\n"
    )
    goals = find_goals(document, today=TODAY)
    assert [goal.analysis.language for goal in goals] == ["en", "uk", "sv"]
    assert [goal.analysis.targets[0].value for goal in goals] == [250, 60, 90]


def test_the_words_before_a_colon_stay_when_they_say_when() -> None:
    assert found("Decision: we get 40 leads by the end of June.") == ["we get 40 leads by the end of June"]
    assert found("На 2027 год: увеличить выручку на 20 %") == ["На 2027 год: увеличить выручку на 20 %"]


@pytest.mark.parametrize(
    ("goal", "note"),
    [
        ("Get 40 leads by June", "owner: Ann"),
        ("Få 40 leads senast i juni", "ansvarig: Anna"),
        ("Отримати 40 лідів до червня", "відповідальна: Анна"),
        ("Получить 40 лидов к июню", "ответственная: Анна"),
    ],
)
@pytest.mark.parametrize(
    "form", ["{} ({})", "{}, {}", "{} – {}", "{}; {}", "{} [{}]", "1. {} ({}; 500)", "**1:** {} ({})"]
)
def test_whose_a_goal_is_stands_behind_it(goal: str, note: str, form: str) -> None:
    assert found(form.format(goal, note)) == [goal]


def test_a_colon_in_a_bracket_ends_no_label() -> None:
    assert found("Goal: get 40 leads by June (baseline: 20)") == ["get 40 leads by June (baseline: 20)"]
    assert found("- **Goal 1:** Win 40 customers by May") == ["Win 40 customers by May"]


@pytest.mark.parametrize(
    ("document", "goals"),
    [
        ("Goal for 2027: grow revenue by 20 %", ["Goal for 2027: grow revenue by 20 %"]),
        ("Mål för 2027: öka omsättningen med 20 %", ["Mål för 2027: öka omsättningen med 20 %"]),
        ("Ціль на 2027 рік: збільшити виручку на 20 %", ["Ціль на 2027 рік: збільшити виручку на 20 %"]),
        ("Goals: +20% leads by June; -10% CPL by July", ["+20% leads by June", "-10% CPL by July"]),
        ("Mål: +20 % leads till juni; -10 % CPL till juli", ["+20 % leads till juni", "-10 % CPL till juli"]),
    ],
)
def test_a_label_that_calls_goals_so_may_date_them_and_list_them(document: str, goals: list[str]) -> None:
    assert found(document) == goals


def test_what_was_asked_for_holds_for_every_goal() -> None:
    document = "• Get 100 leads by 31 October\n• Получить 100 лидов до 31 октября\n"
    goals = find_goals(document, today=TODAY, context={"history": [30, 32]}, locale="sv")
    assert [goal.analysis.criteria.achievable.verdict for goal in goals] == ["missing", "missing"]
    assert goals[0].analysis.criteria.time_bound.findings[0].message.startswith("Tidsgränsen")
    assert [g.analysis.language for g in find_goals("Get 40 leads", language="en", today=TODAY)] == ["en"]


@pytest.mark.parametrize(
    ("document", "error", "message"),
    [
        (None, TypeError, "a document is a string, not NoneType"),
        (" \n", ValueError, "the document is empty"),
        ("x" * (MOST_CHARACTERS + 1), ValueError, "1,000,001 characters; at most 1,000,000"),
        ("goal \ud800", ValueError, "lone surrogate at character 5"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(document: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        find_goals(document)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no language 'de'"):
        find_goals("Get 40 leads", language="de")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet='Get 40 leads by May.\n|\t"“”«»:;-•1)[]>х!?ї', max_size=120))
def test_any_text_gives_goals_that_stand_in_it_once_and_in_order(document: str) -> None:
    if not document.strip():
        return
    goals = find_goals(document, today=TODAY)
    assert all(goal.text == document[goal.start : goal.end] for goal in goals)
    assert all(a.end <= b.start for a, b in itertools.pairwise(goals))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_blocks_never_overlap(document: str) -> None:
    parts = list(blocks(document))
    assert all(a.end <= b.start for a, b in itertools.pairwise(parts))
    assert all(0 <= part.start < part.end <= len(document) for part in parts)


@pytest.mark.parametrize(
    "part", ["We want 40 leads by May. ", "“", "a:", "1. ", "| x ", "Get 40 leads\n", "\t", "((", "KR1 "]
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    def seconds(length: int) -> float:
        document = (part * (length // len(part) + 1))[:length] + " end"
        start = time.process_time()
        find_goals(document, language="en", today=TODAY)
        return time.process_time() - start

    seconds(2_000)
    short, long = seconds(4_000), seconds(16_000)
    assert long < 10 * short + 0.3


# A wish without a number, between goals and between what happened.
WISHES = {
    "en": (
        "- Get 40 leads by May\n- Raise MRR to $50k by June\n- {}\n- Cut churn to 2 % by July",
        "- Coffee was bought\n- Tom told us about the fair\n- {}\n- The printer broke last week",
        "Happier staff",
    ),
    "sv": (
        "- Få 40 leads före maj\n- Öka MRR till 50 000 kr till juni\n- {}\n- Sänka churn till 2 % till juli",
        "- Kaffe köptes in\n- Tom berättade om mässan\n- {}\n- Skrivaren gick sönder i förra veckan",
        "Gladare personal",
    ),
    "uk": (
        "- Отримати 40 лідів до травня\n- Підняти MRR до 50 тис. до червня\n- {}\n- Знизити відтік до 2 % до липня",
        "- Купили каву\n- Тарас розповів про виставку\n- {}\n- Минулого тижня зламався принтер",
        "Задоволені співробітники",
    ),
    "ru": (
        "- Получить 40 лидов к маю\n- Поднять MRR до 50 тыс. к июню\n- {}\n- Снизить отток до 2 % к июлю",
        "- Купили кофе\n- Тарас рассказал о выставке\n- {}\n- На прошлой неделе сломался принтер",
        "Довольные сотрудники",
    ),
}


def score(document: str, text: str) -> float:
    """How likely the candidate with a text is a goal of a document."""
    of_blocks = list(candidates(document, Stretches(document, Analyzer(today=TODAY))))
    seen = [[model().look(candidate) for candidate in block] for block in of_blocks]
    scores = zip(itertools.chain(*of_blocks), itertools.chain(*model().scores(seen)), strict=True)
    return max(value for found, value in scores if document[found.start : found.end] == text)


@pytest.mark.parametrize("language", WISHES)
def test_among_goals_a_wish_is_more_likely_one(language: str) -> None:
    goals, events, wish = WISHES[language]
    assert score(goals.format(wish), wish) > 2 * score(events.format(wish), wish)


def test_a_candidate_is_seen_beside_its_rivals_and_neighbours() -> None:
    first, inner, second = Seen(0, 20, 1.0, ()), Seen(5, 20, 2.5, ()), Seen(22, 30, -1.0, ())
    lone = Seen(40, 50, 0.5, ())
    of_first, nothing, of_second = around([[first, inner, second], [], [lone]])
    of_whole, of_inner, of_last = (dict(zip(FEATURES, row, strict=True)) for row in of_first)
    assert nothing == []
    assert (of_whole["rivals"], of_whole["best_rival"], of_whole["best_within"]) == (1, 2.5, 2.5)
    assert (of_inner["best_enclosing"], of_inner["best_within"], of_inner["lead_over_rivals"]) == (1.0, NOTHING, 1.5)
    assert (of_last["best_rival"], of_last["best_before"], of_last["block+1"]) == (NOTHING, 2.5, 0.5)
    assert dict(zip(FEATURES, of_second[0], strict=True))["block-1"] == 2.5
