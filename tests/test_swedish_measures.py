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
        # what sellers, agencies and support measure
        ("Byråintäkten per medarbetare ska nå 1,2 mkr", "productivity"),
        ("93 % nöjda deltagare på workshopparna", "customer_satisfaction"),
        ("Svara på alla omdömen inom 12 timmar", "response_time"),
        ("Obesvarade chattar ner till 4 %", None),
        ("Tiden till första värde ska kortas till 6 dagar", None),
        # what passes from one stage to the next, and work that takes time
        ("En fjärdedel av kundmötena ska resultera i en offert", "conversion_rate"),
        ("Få 20 % av besökarna att boka en demo", "conversion_rate"),
        ("Nyhetsbrevet ska leda till affärer för 300 000 kr", "deals"),
        ("Korta tiden det tar att skriva en artikel till 2 dagar", None),
        ("Tappade varukorgar under 60 %", "cart_abandonment_rate"),
        ("70 % av alla ärenden ska lösas vid första kontakten", None),
        ("Vinna två nya A-kunder", "new_customers"),
        # what a slash says it is per, and shares of customers
        ("Klick/utskick: 30 → 50", "clicks"),
        ("Omsättning/konsult 1,1 mkr", "productivity"),
        ("Visningar per avsnitt upp till 4 000", "video_views"),
        ("Andelen företagskunder ska upp till 40 %", None),
        ("60 % av säljarna använder säljstödet", None),
        ("Sökträffar på varumärket +10 %", "brand_awareness"),
        # what is sold for a sum, and times by other words
        ("Sälja tilläggstjänster för 400 tkr i mars", "revenue"),
        ("Konv. 3 % i kassan", "conversion_rate"),
        ("Tiden för första svar ska ner till 2 h", "response_time"),
        ("Antalet dagar mellan första möte och signering: högst 40", "sales_cycle_length"),
        ("Anställa en SDR", "headcount"),
        # what is booked, called off or lasts
        ("Bokade annonser: 30 i mars", None),
        ("Högst 4 inställda event", None),
        ("Löptid på avtalen: 24 månader", None),
        ("Skaffa 12 kunder via rekommendationer", "new_customers"),
        # rates, sums without a currency, averages
        ("Köpknappen: 3 % klick", "click_through_rate"),
        ("Omsätta 600 000 i december", "revenue"),
        ("Genomsnittsbetyget i supporten till 4,7", "review_rating"),
        ("Snittid för ärendehantering: 6 minuter", "resolution_time"),
        ("180 gäster på lanseringsfesten", "event_registrations"),
        # a share of leads says nothing of how good they are
        ("Andelen leads från partners upp från 12 till 20 %", "leads"),
        ("Andelen kvalificerade leads ska vara 40 %", "lead_quality"),
        ("Ingen kund ska behöva vänta mer än 3 minuter", "response_time"),
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


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("sv", "Antalet demos som bokas via sajten ska öka till 30 i månaden", "increase"),
        ("sv", "Andelen ordrar som skickas i tid ska ner till 80 %", "decrease"),
        ("en", "The number of demos that are booked through the site should rise to 30 a month", "increase"),
        ("sv", "En tredjedel av mötena ska leda till affär", "achieve"),
    ],
)
def test_what_the_subject_is_of_hides_no_verb(language: str, text: str, direction: str) -> None:
    assert _goal(text, language).direction == direction


@pytest.mark.parametrize("text", ["Priset per lead får max vara 90 kr", "Svarstiden ska som mest vara 3 timmar"])
def test_a_bound_may_stand_before_the_verb(text: str) -> None:
    assert [target.comparator for target in _goal(text).targets] == ["<="]


def test_an_arrow_leads_to_a_level() -> None:
    assert [(target.change, target.value) for target in _goal("Öka NRR → 112 %").targets] == [("level", 112)]


def test_each_turn_of_the_month_is_a_cadence() -> None:
    goal = _goal("Nå 3 mkr i pipe vid varje månadsskifte")
    assert (goal.targets[0].per, goal.deadlines) == ("month", ())


@pytest.mark.parametrize("text", ["Nå 500 anmälda till Q4-mässan", "Få 30 % fler ordrar i Black Friday-kampanjen"])
def test_a_period_that_a_hyphen_joins_to_a_noun_is_no_deadline(text: str) -> None:
    assert _goal(text).deadlines == ()


def test_two_months_joined_by_a_hyphen_are_a_deadline() -> None:
    assert [str(found.date) for found in _goal("Boka 30 möten mars-april").deadlines] == ["2027-04-30"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Antalet dagar från offert till order ska ner till 14"),
        ("en", "Cut the number of days to hire to 30"),
    ],
)
def test_a_number_of_days_is_a_time(language: str, text: str) -> None:
    assert [target.unit for target in _goal(text, language).targets] == ["day"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "70 % av kunderna ska använda portalen"), ("en", "70 % of customers should use the portal")],
)
def test_what_is_to_be_used_is_to_be_reached(language: str, text: str) -> None:
    assert _goal(text, language).direction == "achieve"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sell $90,000 worth of merchandise on tour"),
        ("uk", "Продати сувенірів на 90 тис. грн"),
        ("ru", "Продать сувениров на 90 тыс. руб."),
    ],
)
def test_a_sum_that_is_sold_for_is_revenue(language: str, text: str) -> None:
    assert [target.metric for target in _goal(text, language).targets] == ["revenue"]


def test_a_number_of_places_may_have_a_place() -> None:
    goal = _goal("Antalet skribenter på plattformen ska vara 60")
    assert [target.metric_text for target in goal.targets] == ["skribenter"]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("30 leads via butikens nyhetsbrev", ["email"]),
        ("30 leads via poddens Instagram", ["organic_social"]),
        ("30 leads med DR till 4 000 hushåll", ["direct_mail"]),
        ("Anställa en SDR före mars", []),
    ],
)
def test_whose_a_channel_is_names_none(text: str, channels: list[str]) -> None:
    assert [channel.id for channel in _goal(text).channels] == channels
