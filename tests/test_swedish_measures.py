"""What Swedish goals measure and through what, above all where no vocabulary knows it; texts that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(text: str, language: str = "sv") -> GoalAnalysis:
    return analyze(text, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        # a compound is a kind of its last part
        ("Locka 3 000 besökare till kanalmuseet i juli", None),
        ("Skulpturutställningen ska dra 900 besökare", None),
        ("Få 500 besökare till vinstugemarknaden", "event_registrations"),
        ("200 gäster till sommarkonserten", "event_registrations"),
        ("40 anmälda till kräftskivan", "event_registrations"),
        ("Bloggen ska ha 4 000 besökare i månaden", "website_traffic"),
        # but no other thing than itself where only its last part is known
        ("Läsresultatet i årskurs 3 upp till 70 %", None),
        ("Genomföra 12 djurvisningar", None),
        ("Batterikapaciteten till 300 kWh", None),
        ("120 elevkonton före jul", None),
        ("Kvartalsresultatet upp till 4 mkr", "profit"),
        # what rooms, machines and mail are measured by
        ("Utnyttjandegraden i badhuset ska öka med 6 procentenheter", None),
        ("Omställningstiden ska ner från 50 till 30 minuter", None),
        ("Spamanmälningarna under 0,1 %", None),
        ("Annonsrelevans 9 på kampanjens sökord", None),
        # what is only moved
        ("Flytta 200 konton till nya servern", None),
        ("Få 200 konton före jul", "sign_ups"),
        ("40 samtal till äldre i veckan", None),
        ("Ringa 40 samtal till prospekt", "calls_made"),
        # who comes to a meeting, what is in time or solved at once
        ("45 vårdnadshavare på infomötet i mars", "event_registrations"),
        ("Få 30 pensionärer på medlemsträffen", "event_registrations"),
        ("Få 30 pensionärer till maj", None),
        ("Leverera 98 % av beställningarna i rätt tid", None),
        ("Lös 70 % av ärendena i första samtalet", None),
        ("Lös 70 ärenden i veckan", "support_tickets"),
        ("Tandkliniken: 300 besök i veckan", None),
        ("Avkastningen på raps ska upp till 4 ton", None),
        # shares of staff and homes, time in a ward
        ("Andel barnskötare med utbildning: 60 %", None),
        ("Högst 2 % vakanser i bostadsbeståndet", None),
        ("Medianvistelsetid 4 timmar", None),
        ("Vistelsetid på webben: 3 minuter", "time_on_site"),
        ("85 % av hyresgästerna nöjda i enkäten", "customer_satisfaction"),
        ("Höj andelen godkända kurser till 80 %", None),
        ("Andelen heltidare upp 6 procentenheter", None),
        # what is reported, left, removed or answered
        ("Anmälda olyckor ner till 12", None),
        ("Högst 4 % avhopp från komvux", None),
        ("Ta bort 300 konton ur registret", None),
        ("Svara på 90 % av samtalen i mars", None),
        ("Göra 12 lektionsbesök", None),
        ("Få sex av våra tekniker certifierade", None),
        ("Rekrytera sex tekniker", "headcount"),
        ("Högst 10 medarbetare per brukare", None),
        ("Gallra bort 80 artiklar ur sortimentet", None),
        # results of tests and of surveys
        ("Förbättra resultatet i matteprovet till 75 %", None),
        ("Resultatet i gästenkäten upp till 85 %", "customer_satisfaction"),
        ("HMI 79 i mätningen", "employee_engagement"),
        ("Andelen deltidsarbetande medarbetare ner till 20 %", None),
        ("Ha max 20 olästa mejl i inkorgen", None),
        ("Hinna med 6 hembesök i veckan", None),
        # a shop's own name is no thing that it sells
        ("Leksaksbutiken ska dra in 20 tkr i december", None),
    ],
)
def test_what_is_measured(text: str, metric: str | None) -> None:
    assert [target.metric for target in _goal(text).targets] == [metric]


@pytest.mark.parametrize(
    ("language", "text", "metric", "direction"),
    [
        ("sv", "Fler scouter ska hitta hit via Instagram", "scouter", "increase"),
        ("sv", "Få fler elever att våga räcka upp handen", "elever", "increase"),
        ("sv", "Tappa färre kalvar i vinter", "kalvar", "decrease"),
        ("en", "Fewer children should have to wait", "children", "decrease"),
    ],
)
def test_a_comparative_of_what_is_counted_names_it(language: str, text: str, metric: str, direction: str) -> None:
    goal = _goal(text, language)
    assert [(m.text, m.id) for m in goal.metrics] == [(metric, None)]
    assert goal.direction == direction


@pytest.mark.parametrize(
    "text", ["Få fler på plats", "Vi vill bli fler", "Fler måste hjälpa till", "Ringa fler gamla kunder"]
)
def test_a_comparative_that_counts_nothing_names_nothing(text: str) -> None:
    assert not _goal(text).metrics


@pytest.mark.parametrize(
    ("language", "text", "measured"),
    [
        ("sv", "Vakansgraden 3 % och hyresnivån 1 240 kr", ["Vakansgraden", "hyresnivån"]),
        ("sv", "NPS 45 och andelen ekomat 40 % i juni", ["NPS", "ekomat"]),
        ("sv", "Få ner svinnet till 3 % och andelen sena turer till 4 %", ["svinnet", "sena turer"]),
        ("sv", "Sälja 40 biljetter och kaffe för 20 kr", ["biljetter"]),
        ("ru", "Загрузка 92 % и средняя аренда 1150 руб.", ["Загрузка", "аренда"]),
    ],
)
def test_a_thing_and_its_level_behind_another(language: str, text: str, measured: list[str]) -> None:
    assert [target.metric_text for target in _goal(text, language).targets] == measured


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Bli bättre på att behålla medlemmarna", "retention_rate"),
        ("Vi måste sluta tappa affärer", "lost_sales"),
        ("Få läsarna att stanna längre på bloggen", "time_on_site"),
        ("Fler som tipsar sina kollegor om appen", "referrals"),
        ("Få videon delad 300 gånger", "shares"),
        ("Handläggningen av försäkringsärenden ska ta högst 5 dagar", "resolution_time"),
    ],
)
def test_what_a_verb_and_its_object_measure(text: str, metric: str) -> None:
    assert [m.id for m in _goal(text).metrics] == [metric]


@pytest.mark.parametrize(
    ("language", "text", "measured", "value", "unit"),
    [
        ("sv", "Fler hemkompostörer: 340 till årsskiftet", "hemkompostörer", 340, "count"),
        ("sv", "Färre inställda turer – från 2,1 % till under 1 %", "inställda turer", 1, "percent"),
        ("en", "More youngsters in the choir – 25 by Christmas", "youngsters", 25, "count"),
        ("ru", "Меньше отменённых рейсов – с 2 до 1 %", "отменённых рейсов", 1, "percent"),
        ("sv", "Kundfordringar över 60 dagar ner från 2,1 mkr till 900 tkr", "Kundfordringar", 900_000, "money"),
        ("sv", "Trädgårdsbutiken ska sälja plantor för 90 tkr", "plantor", 90_000, "money"),
        ("sv", "Ha närvaro 4 dagar av 5", "närvaro", 4, "day"),
        ("sv", "Följsamhet till klädregler 95 % (nu 88)", "Följsamhet", 95, "percent"),
        ("en", "Adherence to dress rules 95 % (now 88)", "Adherence", 95, "percent"),
        ("sv", "Öka andelen hemkompostering till 12 % av villorna", "hemkompostering", 12, "percent"),
        ("sv", "Rektorn vill att närvaron ska nå 95 %", "närvaron", 95, "percent"),
        ("sv", "Snittlönen för kvinnor ska vara minst 98 % av männens", "Snittlönen", 98, "percent"),
        ("sv", "Bli av med 30 % av pärmarna", "pärmarna", 30, "percent"),
        ("en", "Get rid of 30 % of the paper folders", "paper folders", 30, "percent"),
        ("sv", "Avfall hämtat i tid: 99 %", "Avfall hämtat i tid", 99, "percent"),
        ("sv", "Stressnivå ner till 4,5 (skala 1–10)", "Stressnivå", 4.5, "count"),
        ("sv", "Uthyrda kontorsplatser 40 av 50", "Uthyrda kontorsplatser", 40, "count"),
        ("sv", "Laddtid under 2 sek", "Laddtid", 2, "second"),
        ("sv", "Snittkvitto 89 sek", "Snittkvitto", 89, "money"),
        ("sv", "Köp in 12 cyklar till hemtjänsten", "cyklar", 12, "count"),
    ],
)
def test_what_a_number_is_of(language: str, text: str, measured: str, value: float, unit: str) -> None:
    (target,) = _goal(text, language).targets
    assert (target.metric_text, target.value, target.unit) == (measured, value, unit)


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Gårdsbutiken: snittköp 140 kr", ["in_store"]),
        ("Partnerkanalen: 30 affärer", ["partner"]),
        ("20 leads via mäklare", ["partner"]),
        ("Mäklarna ska få in 20 förfrågningar", []),
        ("200 nedladdningar på webben", ["website"]),
        ("200 nedladdningar på nätet", ["online"]),
        ("Öka antalet drop in-kunder på salongen", []),
    ],
)
def test_channels(text: str, channels: list[str]) -> None:
    assert [channel.id for channel in _goal(text).channels] == channels


@pytest.mark.parametrize(
    ("text", "direction", "kind"),
    [
        ("Grusa 3 km väg i maj", "achieve", "activity"),
        ("Svetsa 40 ramar i veckan", "achieve", "activity"),
        ("Kör ner antalet felplock till 40", "decrease", "outcome"),
        ("Orderstocken bör ha vuxit till 35 mkr", "increase", "outcome"),
        ("Ekoandelen, mätt i kronor, ska nå 45 procent", "achieve", "outcome"),
        ("Färre felplock på lagret", "decrease", "outcome"),
        ("Hålla hundens vikt på 24 kg", "maintain", "outcome"),
        ("Hålla låneskulden under 2 miljarder", "maintain", "outcome"),
        ("Hålla en föreläsning på 40 minuter", "achieve", "activity"),
    ],
)
def test_ways_and_kinds(text: str, direction: str, kind: str) -> None:
    goal = _goal(text)
    assert (goal.direction, goal.kind) == (direction, kind)
