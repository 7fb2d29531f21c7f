"""What Swedish words say by their neighbours and their parts, in sentences that no corpus holds."""

from __future__ import annotations

from datetime import date

import pytest

from smartgoals import analyze
from smartgoals.models import GoalAnalysis

TODAY = date(2026, 9, 1)


def _goal(text: str) -> GoalAnalysis:
    return analyze(text, language="sv", today=TODAY)


@pytest.mark.parametrize(
    ("text", "metrics", "platforms"),
    [
        ("Få fem artiklar i Dagens Nyheter eller Sydsvenskan före juni", ["media_coverage"], []),
        ("Tre inslag i Sveriges Radio under hösten", ["media_coverage"], []),
        ("Få 40 leads via Dagens Nyheter", ["leads"], ["dagens_nyheter"]),
        ("20 omnämnanden på LinkedIn i maj", ["brand_mentions"], ["linkedin"]),
    ],
)
def test_papers_that_tell_of_one_are_no_source(text: str, metrics: list[str], platforms: list[str]) -> None:
    goal = _goal(text)
    assert [m.id for m in goal.metrics] == metrics
    assert [c.platform for c in goal.channels] == platforms


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # who approves, measures or hands over owns nothing
        ("CPL ner till 450 kr i maj. Byrån kör, Oskar hos kunden godkänner budgeten.", ["Byrån"]),
        ("Styrelsen har beslutat att marknad ska höja kännedomen till 20 %", ["marknad"]),
        ("Kännedomen 18 procent i augusti. Mätningen görs av Novus.", []),
        ("Styrelsen i klubben ger kansliet i uppgift att sälja 300 årskort", ["kansliet"]),
        ("Styrelsen ska sälja 300 årskort före maj", ["Styrelsen"]),
        # how many they are, where they work, what qualifies their title
        ("De tre montörerna ska klara 12 jobb i veckan", ["montörerna"]),
        ("Konsulterna på byrån ska skriva 20 artiklar i maj", ["Konsulterna"]),
        ("Minska svinnet med 5 % – Kim (HR) tillsammans med platscheferna", ["Kim", "HR", "platscheferna"]),
        ("120 praktikplatser, HR tillsammans med fackförbunden", ["HR"]),
        ("Höj betygen till 80 % i juni. Biträdande rektor + mattelärarna", ["Biträdande rektor", "mattelärarna"]),
        ("Noll trycksår under 2028, omvårdnadsansvarig sjuksköterska", ["sjuksköterska"]),
        ("Självbetjäning 35 % i mars. Produktägare: Hanna", ["Hanna"]),
        ("Ansvarig: undertecknad. Sälj 40 kassar i maj", []),
        # places, headings, what work is done on
        ("På förskolan Solen ska utevistelsen öka till tre timmar per dag", []),
        ("På ekonomi ska vi korta bokslutet till fem dagar", ["ekonomi"]),
        ("Kundklubben – 5 000 nya medlemmar under sommaren", []),
        ("Höj lönsamheten genom bättre planering av verkstaden", []),
        ("Gemensamt mål 300 st i maj. Regionchefen i Gävle håller ihop.", ["Regionchefen"]),
        ("Ägare: Sara. SEO: ranka topp 3 på ”skor” i maj", ["Sara"]),
        ("Sälj vår kurs till 300 kunder", []),
        ("Sälj ska nå 300 kunder", ["Sälj"]),
    ],
)
def test_who_owns_a_swedish_goal(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in _goal(text).owners] == owners


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("120 återköp innan Lucia den 13 december", date(2026, 12, 12)),
        ("40 anmälningar före sista ansökningsdag 15 oktober", date(2026, 10, 14)),
        ("Sälj 40 bord innan julmarknaden 5 december", date(2026, 12, 4)),
        ("Höj marginalen till 12 % vid årsbokslutet 31 december", date(2026, 12, 31)),
        ("Få 40 leads från kunderna den 12 december", date(2026, 12, 12)),
        ("Ring 40 kunder till den 12 december", date(2026, 12, 12)),
    ],
)
def test_a_day_goes_with_what_is_on_it(text: str, day: date) -> None:
    assert [deadline.date for deadline in _goal(text).deadlines] == [day]


@pytest.mark.parametrize(
    ("text", "value", "unit", "baseline"),
    [
        ("Korta dagar till avslut från 60 till 45", 45, "day", 60),
        ("Höj CSAT till 4,3 i maj", 4.3, "rating", None),
        ("Höj kundnöjdheten till 85 i maj", 85, "count", None),
        ("Churnen håller vi på dagens 4 % hela året", 4, "percent", None),
        ("Sänk churnen från dagens 4 % till 3 %", 3, "percent", 4),
    ],
)
def test_what_a_metric_gives_its_number(text: str, value: float, unit: str, baseline: float | None) -> None:
    target = _goal(text).targets[0]
    assert (target.value, target.unit, target.baseline) == (value, unit, baseline)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Snittköpet +3 % i maj. Regionchefen coachar.", "increase"),
        ("Vi siktar på 25 demos i mars", "achieve"),
        ("Vi siktar på att öka intäkterna med 5 %", "increase"),
        ("NPS ska ligga på 55 i december", "achieve"),
        ("Frisknärvaron ska ligga kvar på 96 %", "maintain"),
        ("Backloggen ska vara nere i 50 ärenden i maj", "decrease"),
        ("Snittköpet i maj. Marknad publicerar fyra inlägg.", "achieve"),
        ("Minska andelen paket levererade för sent till 3 %", "decrease"),
    ],
)
def test_which_way_swedish_verbs_go(text: str, direction: str) -> None:
    assert _goal(text).direction == direction


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Kundplan Nordbygg AB: 40 leads via Google Ads i maj", ["paid_search"]),
        ("40 leads via Nordbygg i maj", ["event"]),
    ],
)
def test_a_firms_name_is_no_channel(text: str, channels: list[str]) -> None:
    assert [channel.id for channel in _goal(text).channels] == channels


@pytest.mark.parametrize(
    ("text", "numbers", "days"),
    [
        ("60 anmälda och 20 bokade uppföljningsmöten i maj", [60, 20], [date(2027, 5, 31)]),
        ("Lös 80 % av ärendena inom ett dygn senast Q1", [80], [date(2027, 3, 31)]),
        ("Lös 80 % av ärendena inom två veckor", [80], [date(2026, 9, 15)]),
        ("Boka 15 möten i veckan, start v. 40, slut v. 48", [15], [date(2026, 11, 29)]),
        ("Stäng tio affärer inom mina första 90 dagar", [10], [date(2026, 11, 30)]),
    ],
)
def test_what_stands_beside_a_swedish_number(text: str, numbers: list[float], days: list[date]) -> None:
    goal = _goal(text)
    assert [number.value for number in goal.numbers if number.role == "target"] == numbers
    assert [deadline.date for deadline in goal.deadlines] == days


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("1 400 ordrar i maj, oförändrad CPL", [None, "maintain"]),
        ("1 400 ordrar i maj, oförändrat snittordervärde", [None, "maintain"]),
        ("Oförändrad CPL i maj", ["maintain"]),
        ("1 400 ordrar i maj", [None]),
    ],
)
def test_what_is_to_stay_is_a_target(text: str, directions: list[str | None]) -> None:
    assert [target.direction for target in _goal(text).targets] == directions


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Lager Jönköping: plockfel under 0,3 % i maj", ["Lager"]),
        ("Tränare Nyqvist: 20 nya medlemmar i maj", ["Nyqvist"]),
        ("Öka försäljningen med 5 %, rekryteringsansvarig är Petra", ["Petra"]),
        ("Öka försäljningen med 5 %, säljare: Tobias", ["Tobias"]),
    ],
)
def test_names_behind_posts_and_departments(text: str, owners: list[str]) -> None:
    assert [owner.text for owner in _goal(text).owners] == owners


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        # a number in brackets, with or without a sign; what is halved goes down
        ("Lägre kostnader (−4 %) och högre NKI (80)", [("decrease", 4, "relative"), (None, 80, "level")]),
        ("Halvera reklamationerna till max 5 i månaden", [("decrease", 5, "level")]),
        ("Få NPS till +40 före årsskiftet", [("achieve", 40, "level")]),
        ("Vi ska upp till 4,6 i snittbetyg", [("increase", 4.6, "level")]),
        ("Snittkvittot ska upp 12 kr till jul", [("increase", 12, "absolute")]),
        ("Vinna 20 nya kunder och teckna avtal för 3 mkr", [("achieve", 20, "level"), ("achieve", 3_000_000, "level")]),
        ("CAC är 900 kr. Sänk till 700 före Q3.", [("decrease", 700, "level")]),
        ("Hyran får inte öka mer än 3 %", [("maintain", 3, "relative")]),
        ("Annonskostnaden ska vara högst 12 % av försäljningen", [("decrease", 12, "level")]),
        # a metric and its change in one word; last year's level
        ("Nå en försäljningsökning på 20 %", [("increase", 20, "relative")]),
        ("Uppnå en kostnadsminskning på 500 000 kr", [("decrease", 500_000, "absolute")]),
        ("Öka omsättningstillväxten från 10 till 15 %", [("increase", 15, "level")]),
        ("Håll omsättningstillväxten på 15 %", [("maintain", 15, "level")]),
        ("Slå förra årets försäljning med 10 %", [("achieve", 10, "relative")]),
        ("Lägg 15 % mindre på annonsering", [("decrease", 15, "relative")]),
    ],
)
def test_what_swedish_numbers_aim_at(text: str, aims: list[tuple[str | None, float, str]]) -> None:
    assert [(t.direction, t.value, t.change) for t in _goal(text).targets] == aims


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Skicka nyhetsbrev och nå 35 % öppningsgrad", ["email_open_rate"]),
        ("Gör om 30 leads till kunder i maj", ["new_customers"]),
        ("Konvertera 12 % av gratisanvändarna till betalkunder", ["conversion_rate"]),
        ("Anställ fem montörer och två projektledare", ["headcount", "headcount"]),
        ("Sälja 30 cyklar i maj", [None]),
        ("Hålla ett webbinarium med minst 150 deltagare", ["events_held", "event_registrations"]),
        ("Ge alla medarbetare 3 utbildningsdagar per år", ["events_held"]),
        ("Öka trafiken till 3 000 besök i månaden", ["website_traffic"]),
        ("Konkurrenten har 30 % marknadsandel, vi ska nå 15 %", ["market_share"]),
        ("Utöka mejllistan till 8 000 prenumeranter", ["subscribers"]),
        ("Behåll betyget 4,8 stjärnor på Google", ["review_rating"]),
    ],
)
def test_what_swedish_goals_measure(text: str, metrics: list[str | None]) -> None:
    assert [m.id for m in _goal(text).metrics] == metrics


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Höj CTR från 1,2 till 1,6 % för displaykampanjerna", ["display"]),
        ("Nå en ROMI på 3,5x för influencersamarbetena", ["influencer"]),
        ("Ring 50 säljsamtal i veckan och boka 6 möten", []),
        ("Ring 100 gamla kunder och få 15 ordrar", ["outbound"]),
        ("Marknad tar fram 6 kundcase, sälj bokar 30 möten", []),
        ("Få 25 SQL:er från mässan, vi har en monter på 24 kvm", ["event"]),
        ("Samla in 150 leads på tre mässor", ["event"]),
        ("Håll 3 föreläsningar på 2 mässor", []),
    ],
)
def test_what_is_a_channel_in_swedish(text: str, channels: list[str]) -> None:
    assert [c.id for c in _goal(text).channels] == channels


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mässan 14/3: 60 leads", [date(2027, 3, 14)]),
        ("Support 24/7", []),
        ("Sälj 40 granar före andra advent", [date(2026, 12, 5)]),
        ("600 semlor på fettisdagen", [date(2027, 2, 9)]),
        ("200 ljus till allhelgonahelgen", [date(2026, 10, 31)]),
        ("Ring upp inom 14 dagar efter utskrivning", []),
        ("Betala 98 % av fakturorna inom tre arbetsdagar", []),
        ("Ge tid inom tre dagar för 90 % av patienterna", []),
        ("Rapporter inom ett dygn (99 %)", []),
        ("Närvaro 92 %, vt 27", [date(2027, 5, 31)]),
        ("HT 2027: 30 nya elever", [date(2027, 11, 30)]),
        ("40 leads under årets andra kvartal", [date(2027, 6, 30)]),
        ("40 leads under nästa års första kvartal", [date(2027, 3, 31)]),
        ("Under hösten -26 ska vi hålla 8 webbinarier", [date(2026, 11, 30)]),
        ("Ett nyhetsbrev var tredje vecka", []),
        ("200 leads under de första två kvartalen 2027", [date(2027, 6, 30)]),
        ("300 kunder de tre första månaderna 2027", [date(2027, 3, 31)]),
        ("Sälj 400 biljetter före långfredagen", [date(2027, 3, 25)]),
        ("Sälj 45 platser på en 7 dagars rundresa", []),
        ("Nå 40 leads inom 30 dagars tid", [date(2026, 10, 1)]),
        ("Sälja 30 cyklar under sex veckor", [date(2026, 10, 13)]),
        ("Svarstid under två veckor", []),
        ("Vi ska hålla leveranstiden på max 3 dagar", []),
        ("Efter migreringen till GA4 i mars vill vi se 15 % fler sessioner under Q2", [date(2027, 6, 30)]),
    ],
)
def test_swedish_days(text: str, days: list[date]) -> None:
    assert [d.date for d in _goal(text).deadlines] == days


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Fältsäljarna: 20 leads i maj", ["sales"]),
        ("PR-byrån: 20 artiklar i maj", [None]),
        ("Nordiska säljteamet ska få in 20 leads", ["sales"]),
        ("20 leads i maj (butikschefen i Lund)", [None]),
        ("Få 20 återförsäljare att sälja vår nya produkt", []),
        ("Marknaden växer 4 % per år – vi ska växa 10 %", []),
        ("Lindström: 12 nya avtal i maj", [None]),
        ("Lindström & Co: 12 nya avtal i maj", []),
        ("Våra 14 säljare ska dra in 300 nya kunder", ["sales"]),
    ],
)
def test_teams_of_swedish_goals(text: str, owners: list[str | None]) -> None:
    assert [o.id for o in _goal(text).owners] == owners
