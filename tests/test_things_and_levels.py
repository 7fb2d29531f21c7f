"""Unknown things beside their levels: without a verb, in a list, in a clause of several."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "text", "named", "value", "baseline"),
    [
        ("en", "A 10% drop in soil moisture by May", "soil moisture", 10, None),
        ("en", "A reduction of 10% in soil moisture by May", "soil moisture", 10, None),
        ("en", "30% improvement in soil moisture by May", "soil moisture", 30, None),
        ("en", "Soil moisture (20 today): 30 by May", "Soil moisture", 30, 20),
        ("en", "May target: soil moisture 30", "soil moisture", 30, None),
        ("sv", "Kalkhalten (20 i dag): 30 i maj", "Kalkhalten", 30, 20),
        ("sv", "Mål maj: kalkhalten 30", "kalkhalten", 30, None),
        ("uk", "Ціль на травень: вологість ґрунту 30", "вологість ґрунту", 30, None),
        ("ru", "Цель на май: площадь клумб 30", "площадь клумб", 30, None),
    ],
)
def test_a_thing_and_its_level_without_a_verb(
    language: str, text: str, named: str, value: float, baseline: float | None
) -> None:
    goal = analyze(text, language, TODAY)
    assert [(t.metric_text, t.value, t.baseline) for t in goal.targets] == [(named, value, baseline)]


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("sv", "Beläggningsnivån till 30 och bullerlarmen till 12 i maj", ["Beläggningsnivån", "bullerlarmen"]),
        ("uk", "Площа клумб: 30, рівень шуму: 12 до травня", ["Площа клумб", "шуму"]),
        ("uk", "Площа клумб 20 → 30; рівень шуму 18 → 12", ["Площа клумб", "шуму"]),
        ("ru", "Влажность почвы не менее 30, количество трещин не более 12", ["Влажность почвы", "трещин"]),
        ("ru", "Влажность почвы до 30 и уровень шума до 12 к маю", ["Влажность почвы", "уровень шума"]),
    ],
)
def test_things_and_their_levels_in_a_list(language: str, text: str, named: list[str]) -> None:
    assert [target.metric_text for target in analyze(text, language, TODAY).targets] == named


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("en", "The cellar is far too damp: the humidity must fall from 80 % to 60 % by May", "humidity"),
        ("en", "How do we get the hatching rate up to 70 %?", "hatching rate"),
        ("en", "We need a rota that lowers kitchen spills to 2 a week", "kitchen spills"),
        ("en", "Moss covers the roof; cut it back to 10 %", "Moss covers"),
        ("en", "Roses, tulips and lilies should rise to 40", "Roses"),
        ("sv", "Källaren är alldeles för fuktig: luftfuktigheten måste ner från 80 till 60 %", "luftfuktigheten"),
        ("sv", "Stämman beslutade att antalet uthyrda kolonilotter ska uppgå till minst 30", "uthyrda kolonilotter"),
        ("sv", "Enligt planen ska andelen torra vedtravar uppgå till 90 %", "torra vedtravar"),
        ("sv", "Vi ska rensa rabatten till 90 %", "rabatten"),
        ("uk", "Спробу вважатимемо вдалою, якщо проростання жолудів сягне 55 %", "проростання жолудів"),
        ("uk", "Утеплимо хлів і отримаємо в стійлах температуру не нижче 12 °C", "температуру"),
        ("ru", "Опыт считаем удачным, если всхожесть люпина достигнет 70 %", "всхожесть люпина"),
        ("ru", "После того как уйдёт лёд, число зимующих уток должно вырасти вдвое", "зимующих уток"),
    ],
)
def test_a_number_speaks_of_the_thing_in_its_own_clause(language, text, thing):
    assert [target.metric_text for target in analyze(text, language, TODAY).targets] == [thing]


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("en", "Monthly target: 60 mended kites", "mended kites"),
        ("en", "Hold 6 poem readings by May", "poem readings"),
        ("en", "Fit 12 drop kerbs by May", "drop kerbs"),
        ("en", "Sell 40 winter cloaks by May", "winter cloaks"),
        ("en", "Sell 60 Easter hampers by 1 March", "Easter hampers"),
        ("sv", "+15 % stickade vantar i år", "stickade vantar"),
        ("sv", "Antal lagade cyklar (i fjol 30): 45 i år", "lagade cyklar"),
        ("sv", "Oljudet från fläkten minus 30 %", "Oljudet"),
        ("uk", "Гострі серпи | 25 | Оля", "Гострі серпи"),
        ("uk", "Відбиті коси | 25 | Оля", "Відбиті коси"),
        ("ru", "Увеличить число лавочек в роще до 12", "лавочек"),
    ],
)
def test_a_word_that_may_be_a_verb_or_a_channel_says_what_is_counted(language, text, thing):
    assert [target.metric_text for target in analyze(text, language, TODAY).targets] == [thing]
