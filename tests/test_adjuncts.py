"""What is said beside a goal leaves what it aims at as it is, wherever it stands."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from smartgoals import Analyzer, GoalAnalysis

# Goals with a place inside, where what belongs to the metric may stand, and one at the end.
GOALS = {
    "en": ["Raise NPS{} from 31 to 40{}", "Increase leads{} by 20%{}", "Cut churn{} from 5% to 3%{}"],
    "sv": ["Höj NPS{} från 31 till 40{}", "Öka antalet leads{} med 20 %{}", "Minska churn{} från 5 % till 3 %{}"],
    "uk": ["Підняти NPS{} з 31 до 40{}", "Збільшити кількість лідів{} на 20 %{}", "Знизити відтік{} з 5 % до 3 %{}"],
    "ru": ["Поднять NPS{} с 31 до 40{}", "Увеличить количество лидов{} на 20 %{}", "Снизить отток{} с 5 % до 3 %{}"],
}
OTHERS = {
    "en": ["win 40 new customers", "bring response time under 2 hours"],
    "sv": ["vinn 40 nya kunder", "få ner svarstiden under 2 timmar"],
    "uk": ["залучити 40 нових клієнтів", "скоротити час відповіді до 2 годин"],
    "ru": ["привлечь 40 новых клиентов", "сократить время ответа до 2 часов"],
}
INSIDE = {
    "en": " among corporate customers| in the SMB segment| from customers over 50| within the current headcount"
    "| (pilot in Leeds)| without hiring| through partner referrals",
    "sv": " bland företagskunder| i SMB-segmentet| från kunder över 50| med bidraget på 5 000 kr| (pilot i Lund)"
    "| utan att nyanställa| via rekommendationer från partners",
    "uk": " серед корпоративних клієнтів| у сегменті малого бізнесу| за рахунок гранту 5 000 грн| (пілот у Львові)"
    "| через рекомендації партнерів",
    "ru": " среди корпоративных клиентов| в сегменте малого бизнеса| от клиентов старше 50 лет"
    "| за счёт гранта 5 000 руб.| (пилот в Казани)| через рекомендации партнёров",
}
BEHIND = {
    "en": " among corporate customers| with a team of four| by calling lapsed customers| instead of the trade fair"
    "| without hiring| despite the price rise| because competitors are catching up| on the same budget as last year"
    "| net of returns| starting in March| (see slide 4)| in the 30–45 age group| if the budget of £5,000 is approved",
    "sv": " bland företagskunder| med ett team på fyra| genom att ringa gamla kunder| i stället för mässan"
    "| utan att nyanställa| trots prishöjningen| eftersom konkurrenterna kommer ikapp| med samma budget som i fjol"
    "| med start i mars| (se bild 4)| i åldersgruppen 30–45| förutsatt att minst tre säljare är på plats",
    "uk": " серед корпоративних клієнтів| силами команди з чотирьох людей|, обдзвонюючи колишніх клієнтів"
    "| замість виставки|, не збільшуючи рекламного бюджету| попри підвищення цін|, бо конкуренти наздоганяють"
    "| з тим самим бюджетом, що й торік|, починаючи з березня| (див. слайд 4)|, адже торік ми втратили 12 клієнтів",
    "ru": " среди корпоративных клиентов| силами команды из четырёх человек|, обзванивая бывших клиентов"
    "| вместо выставки|, не увеличивая рекламный бюджет| несмотря на повышение цен|, потому что конкуренты догоняют"
    "| с тем же бюджетом, что и в прошлом году|, начиная с марта| (см. слайд 4)|, так как опрошены всего 14 человек",
}
AHEAD = {
    "en": "Without raising the ad budget, |Instead of the trade fair, |Despite the price rise, |By training 14 agents, "
    "|As part of project Phoenix, |Because competitors are catching up, ",
    "sv": "I stället för mässan: |Trots prishöjningen: |Via rekommendationer från partners: "
    "|I linje med 2027 års plan: ",
    "uk": "Не збільшуючи рекламного бюджету, |Замість виставки |Попри підвищення цін, |Навчивши 14 операторів, |"
    "Для підтримки зростання |Оскільки конкуренти наздоганяють, ",
    "ru": "Не увеличивая рекламный бюджет, |Вместо выставки |Несмотря на повышение цен, |Обучив 14 операторов, |"
    "Для поддержки роста |Так как конкуренты догоняют, ",
}
# Behind these a second goal may be one of what is told.
CLAUSES = (",", " by ", " because ", " if ", " starting ", " genom ", " eftersom ", " förutsatt ", " med start ")
JOINS = {"en": [" and ", "; "], "sv": [" och ", "; "], "uk": [" і ", "; "], "ru": [" и ", "; "]}
LANGUAGES = ["en", "sv", "uk", "ru"]


def _lower(goal: str) -> str:
    return goal[0].lower() + goal[1:]


def _aims(analysis: GoalAnalysis) -> list[tuple[object, ...]]:
    return [(t.metric, t.direction, t.value, t.unit, t.baseline, t.change) for t in analysis.targets]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_targets_stay_as_they_are(language: str) -> None:
    analyze = Analyzer(language=language, today=date(2026, 9, 1))
    changed = []
    for goal in GOALS[language]:
        plain = goal.format("", "")
        texts = [goal.format(said, "") for said in INSIDE[language].split("|")]
        texts += [goal.format("", said) for said in BEHIND[language].split("|")]
        texts += [said + (plain if ":" in said else _lower(plain)) for said in AHEAD[language].split("|")]
        changed += [text for text in texts if _aims(analyze(text)) != _aims(analyze(plain))]
    assert changed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_do_those_of_two_goals(language: str) -> None:
    analyze = Analyzer(language=language, today=date(2026, 9, 1))
    lost = []
    sayings = [said for said in BEHIND[language].split("|") if not said.startswith(CLAUSES)]
    for goal, other, said, join in product(GOALS[language], OTHERS[language], sayings, JOINS[language]):
        text = goal.format("", said) + join + other
        if _aims(analyze(text)) != _aims(analyze(goal.format("", ""))) + _aims(analyze(other)):
            lost.append(text)
    assert lost == []
