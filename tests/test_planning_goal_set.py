"""Goals that depend on each other: their tree, the findings on it, and what teams owe each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals import GoalSet, analyze, break_down
from smartgoals.lexicon.files import available
from smartgoals.planning.codes import set_codes

TODAY = date(2026, 11, 21)
REVENUE, DEALS, LEADS = (
    "Reach $1.5M in revenue by the end of 2027",
    "Sign 100 deals by the end of 2027",
    "Get 400 leads by October 2027",
)


def codes(goals: GoalSet) -> set[str]:
    return {finding.code for finding in goals.check()}


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize("code", set_codes())
def test_every_code_is_raised_by_its_example_in_every_language(code: str, language: str) -> None:
    known = set_codes()[code]
    goals = GoalSet(known.examples[language], language=language, today=TODAY)
    found = {finding.code: finding for finding in goals.check()}
    assert code in found, sorted(found)
    assert (found[code].criterion, found[code].severity) == ("plan", known.severity)
    assert "{" not in found[code].message
    assert set(found[code].goals) <= {goal.id for goal in goals.goals}


def test_parents_are_proposed_by_metric_and_deadline() -> None:
    goals = GoalSet([LEADS, REVENUE, "Get 100 leads by March 2027", DEALS, "Hire 2 people by May"], today=TODAY)
    assert {goal.id: goal.parent for goal in goals.goals} == {"1": "4", "2": None, "3": "1", "4": "2", "5": None}
    assert all(goal.proposed for goal in goals.goals if goal.parent)
    assert [part.id for part in goals.parts("1")] == ["3"]


def test_parents_may_be_given_by_id_or_text_and_stay() -> None:
    goals = GoalSet(
        [{"goal": REVENUE, "id": "r"}, {"goal": DEALS, "parent": REVENUE}, {"goal": LEADS, "parent": "r"}], today=TODAY
    )
    assert [(goal.id, goal.parent, goal.proposed) for goal in goals.goals] == [
        ("r", None, False), ("2", "r", False), ("3", "r", False),
    ]  # fmt: skip


def test_who_owes_what_to_whom_by_when() -> None:
    goals = GoalSet([{"goal": DEALS, "team": "sales"}, {"goal": LEADS, "team": "Marketing"}], today=TODAY)
    (row,) = goals.handovers()
    assert (row.giver, row.taker, row.what.value, row.what.metric) == ("marketing", "sales", 400, "leads")
    assert (row.promised_by, row.needed_by, row.rate) == (date(2027, 10, 31), date(2027, 12, 31), 0.25)
    message = next(f.message for f in goals.check() if f.code == "P.handover")
    assert message == "Marketing → Sales: 400 leads by October 31, 2027, for “Sign 100 deals by the end of 2027”."


def test_a_team_comes_from_the_text_else_from_the_metric() -> None:
    goals = GoalSet(["Sales: get 40 leads by June", "Get 40 leads by May", "Grow profit by 5 % by May"], today=TODAY)
    assert [(goal.team, goal.assumed) for goal in goals.goals] == [
        ("sales", False), ("marketing", True), (None, False),
    ]  # fmt: skip


def test_promises_of_one_thing_count_together() -> None:
    sources = [f"Get {n} leads from {source} by May 2027" for n, source in ((60, "LinkedIn"), (60, "webinars"))]
    assert "P.handover-short" not in codes(GoalSet(["Sign 100 deals by June 2027", *sources], today=TODAY))
    assert "P.handover-short" in codes(GoalSet(["Sign 130 deals by June 2027", *sources], today=TODAY))


# Two goals of sales and a promise that is enough for either, and not for both.
SHARED = [
    ("Sign 30 deals with {} by 30 June", ("banks", "schools"), "Get {} leads by 31 May"),
    ("Teckna 30 avtal med {} till den 30 juni", ("banker", "skolor"), "Få {} leads senast den 31 maj"),
    ("Укласти 30 угод {} до 30 червня", ("із банками", "зі школами"), "Отримати {} лідів до 31 травня"),
    ("Заключить 30 сделок {} до 30 июня", ("с банками", "со школами"), "Получить {} лидов до 31 мая"),
    ("Sign 30 deals in {} 2027", ("H1", "H2"), "Get {} leads in 2027"),
]


@pytest.mark.parametrize(("use", "of", "promise"), SHARED)
def test_one_promise_is_not_counted_in_full_for_several(use: str, of: tuple[str, str], promise: str) -> None:
    uses = [{"goal": use.format(one), "team": "sales"} for one in of]
    for leads, expected in ((59, [("1", "2", "3")]), (60, [])):
        given = [*uses, {"goal": promise.format(leads), "team": "marketing"}]
        found = GoalSet(given, today=TODAY).check()
        assert [f.goals for f in found if f.code == "P.handover-short"] == expected


def test_a_part_counts_on_nothing_beside_its_whole() -> None:
    uses = [{"goal": "Sign 40 deals by 30 June"}, {"goal": "Sign 30 deals with schools by 30 June", "parent": "1"}]
    given = [*({**use, "team": "sales"} for use in uses), {"goal": "Get 40 leads by 31 May", "team": "marketing"}]
    assert "P.handover-short" not in codes(GoalSet(given, today=TODAY))


@pytest.mark.parametrize(
    "kept",
    [
        "Keep 100 existing customers until June",
        "Behålla 100 befintliga kunder till juni",
        "Утримати 100 наявних клієнтів до червня",
        "Удержать 100 имеющихся клиентов к июню",
    ],
)
def test_customers_that_are_kept_need_no_leads(kept: str) -> None:
    goal = {"goal": kept, "team": "sales"}
    assert "P.nothing-promised" not in codes(GoalSet([goal], today=TODAY))
    promise = {"goal": "Get 40 leads by 31 May", "team": "marketing"}
    assert "P.handover-short" not in codes(GoalSet([goal, promise], today=TODAY))


def test_rates_and_totals_add_up_in_the_same_terms() -> None:
    whole = {"goal": "Get 80 leads by 31 December 2026", "id": "whole"}
    parts = [
        {"goal": "Get 30 leads a month from LinkedIn from 1 November to 31 December 2026", "parent": "whole"},
        {"goal": "Get 20 leads from webinars by 31 December 2026", "parent": "whole"},
    ]
    assert "P.parts-add-up" in codes(GoalSet([whole, *parts], today=TODAY))


@settings(max_examples=25, deadline=None)
@given(parts=st.lists(st.integers(1, 500), min_size=1, max_size=4), off=st.integers(-1, 1))
def test_parts_add_up_or_the_gap_is_named(parts: list[int], off: int) -> None:
    sources = ("LinkedIn", "Facebook", "webinars", "the website")
    total = sum(parts) + off
    whole = {"goal": f"Get {total} leads by June 2027", "id": "whole"}
    pieces = [
        {"goal": f"Get {n} leads from {source} by June 2027", "parent": "whole"}
        for n, source in zip(parts, sources, strict=False)
    ]
    expected = {-1: "P.parts-over", 0: "P.parts-add-up", 1: "P.parts-short"}[off]
    if total:
        found = codes(GoalSet([whole, *pieces], today=TODAY, language="en"))
        assert found & {"P.parts-over", "P.parts-add-up", "P.parts-short"} == {expected}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.builds(
            "Get {} {} by {} 2027".format,
            st.integers(1, 99),
            st.sampled_from(("leads", "deals", "visitors", "orders", "reviews")),
            st.sampled_from(("March", "June", "September")),
        ),
        max_size=8,
    )
)
def test_proposed_parents_are_a_tree_that_ends_in_time(texts: list[str]) -> None:
    goals = GoalSet(texts, today=TODAY, language="en")
    for goal in goals.goals:
        above, at = [], goal.parent
        while at is not None:
            assert at != goal.id
            above.append(at)
            at = goals[at].parent
        assert len(above) < len(texts)
        if goal.parent:
            ends, until = (g.analysis.targets[0].deadline for g in (goal, goals[goal.parent]))
            assert ends <= until
    assert "P.ends-late" not in codes(goals)


def test_the_milestones_of_a_goal_are_its_stages_and_no_clash() -> None:
    goal = analyze("Get 40 leads by 31 March 2027", "en", TODAY)
    stages = [{"goal": m.text, "parent": "1"} for m in break_down(goal)]
    goals = GoalSet([{"goal": goal, "id": "1"}, *stages[:-1]], today=TODAY)
    assert not {f.severity for f in goals.check()} & {"error", "warning"}


# A whole, and parts of it: periods that follow one another, places, so much a month.
PARTED = [
    ("en", "Get 400 leads in 2027", "Get 100 leads in Q{} 2027", (1, 2, 3, 4)),
    ("sv", "Få 400 leads under 2027", "Få 100 leads under kvartal {} 2027", (1, 2, 3, 4)),
    ("uk", "Отримати 400 лідів у 2027 році", "Отримати 100 лідів у {} кварталі 2027 року", (1, 2, 3, 4)),
    ("ru", "Получить 60 лидов в IV квартале", "Получить 30 лидов в {}", ("октябре", "ноябре")),
    ("en", "Win 40 customers by June 2027", "Win 20 customers in {} by June 2027", ("Sweden", "Norway")),
    ("en", "Win 40 customers by June 2027", "In {}, win 20 customers by June 2027", ("Sweden", "Norway")),
    ("sv", "Vinna 40 kunder till juni 2027", "Vinna 20 kunder i {} till juni 2027", ("Sverige", "Norge")),
    ("uk", "Залучити 40 клієнтів до червня 2027", "Залучити 20 клієнтів у {} до червня 2027", ("Швеції", "Норвегії")),
    ("ru", "Привлечь 40 клиентов к июню 2027", "Привлечь 20 клиентов {} к июню 2027", ("из школ", "из вузов")),
    ("en", "Get 120 leads in 2027", "Get {} leads a month in 2027", (10,)),
    ("uk", "Отримати 120 лідів у 2027 році", "Отримувати {} лідів щомісяця у 2027 році", (10,)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "whole", "part", "of"), PARTED)
def test_parts_by_period_place_and_cadence_add_up(language: str, whole: str, part: str, of: tuple) -> None:
    parts = [{"goal": part.format(one), "parent": "whole"} for one in of]
    goals = GoalSet([{"goal": whole, "id": "whole"}, *parts], today=TODAY, language=language)
    found = codes(goals)
    assert "P.parts-add-up" in found
    assert not found & {"P.contradicts", "P.repeats", "P.parts-short", "P.parts-over"}


def test_the_first_part_of_a_period_alone_is_a_stage() -> None:
    whole = {"goal": "Get 400 leads in 2027", "id": "1"}
    assert "P.parts-short" not in codes(GoalSet([whole, {"goal": "Get 100 leads in Q1 2027", "parent": "1"}]))


def test_two_numbers_for_one_thing_contradict_and_no_more() -> None:
    texts = [f"Get {n} leads by 30 June 2027" for n in range(1, 41)]
    found = [f.code for f in GoalSet(texts, today=TODAY).check()]
    assert found == ["P.contradicts"] * 39
    alike = GoalSet(texts[:1] * 40, today=TODAY).check()
    assert [(f.code, f.goals) for f in alike] == [("P.repeats", ("1", str(n))) for n in range(2, 41)]


def test_what_goes_the_wrong_way_is_not_proposed() -> None:
    goals = GoalSet(["Grow profit by 10 % by June", "Increase costs by 10 % by May", "Cut churn by 5 % by May"])
    assert goals["2"].parent is None


def test_findings_can_be_switched_off_and_come_in_a_language_of_choice() -> None:
    given = [{"goal": DEALS}, {"goal": LEADS, "parent": "1"}]
    assert "P.serves" not in codes(GoalSet(given, today=TODAY, settings={"ignore": ["P.serves"]}))
    (finding,) = (f for f in GoalSet(given, today=TODAY, locale="sv").check() if f.code == "P.serves")
    assert "bidrar till" in finding.message


@pytest.mark.parametrize(
    ("goals", "said"),
    [
        ([{"goal": LEADS, "parent": "2"}, {"goal": DEALS, "parent": "1"}], "a cycle among parents: 1 → 2 → 1"),
        ([{"goal": LEADS, "parent": "1"}], "a cycle among parents: 1 → 1"),
        ([{"goal": LEADS, "parent": "9"}], "goal 1: no goal '9' to be its parent"),
        ([{"goal": LEADS, "id": "a"}, {"goal": DEALS, "id": "a"}], "two goals with the id 'a'"),
        ([{"goal": LEADS, "owner": "Anna"}], "goal 1: no field 'owner'"),
        ([LEADS, " "], "goal 2: the goal is empty"),
    ],
)
def test_what_is_no_set_of_goals_says_why(goals: list, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        GoalSet(goals, today=TODAY)


def test_one_string_is_no_set_of_goals() -> None:
    with pytest.raises(TypeError, match="not one string"):
        GoalSet(LEADS)


def test_what_is_promised_is_not_missed() -> None:
    plan = GoalSet(
        ["Marketing delivers 300 SQLs by 30 April 2027", "Sales signs 60 contracts by 31 May 2027"], today=TODAY
    )
    codes = {finding.code for finding in plan.check()}
    assert "P.handover" in codes
    assert "P.nothing-promised" not in codes


def test_an_empty_set_has_nothing_to_say() -> None:
    goals = GoalSet([])
    assert (goals.goals, goals.check(), goals.handovers()) == ((), (), ())


def test_goals_are_loaded_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(f"goal;parent;team\n{DEALS};;sales\n;;\n{LEADS};1;marketing\n", encoding="utf-8-sig")
    goals = GoalSet.load(path, today=TODAY)
    assert [(goal.id, goal.parent, goal.team) for goal in goals.goals] == [
        ("1", None, "sales"),
        ("3", "1", "marketing"),
    ]
    with pytest.raises(ValueError, match="no column 'mål'; its columns are goal, parent, team"):
        GoalSet.load(path, column="mål")


@pytest.mark.parametrize(
    "header",
    [
        "ID ; Parent;TEAM;Goal", "goal id;parent goal;Department;GOAL", "Id;Överordnat mål;Avdelning;Mål",
        "ID;Головна ціль;Відділ;Ціль", "id;Главная цель;Отдел;Цель", "Id;parent;team;goal",
    ],
)  # fmt: skip
def test_columns_of_a_file_are_found_in_any_case_and_language(tmp_path: Path, header: str) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(f"{header}\nA;;sales;{DEALS}\nB;A;marketing;{LEADS}\n", encoding="utf-8")
    goals = GoalSet.load(path, today=TODAY)
    assert [(goal.id, goal.parent, goal.team) for goal in goals.goals] == [
        ("A", None, "sales"),
        ("B", "A", "marketing"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"id,Parent,goal\n1,,{DEALS}\n,,\n2,9,{LEADS}\n", "line 4: goal 2: no goal '9' to be its parent"),
        (f"ID,goal\n1,{DEALS}\n1,{LEADS}\n", "line 3: there are two goals with the id '1'"),
        (f"ID,id ,goal\n1,2,{DEALS}\n", "more than one column may hold the id: ID, id"),
        ("id,goal\n", "there is a header, but no rows"),
        ("id,goal\n1,\n", "no row has a goal"),
    ],
)
def test_what_is_no_file_of_goals_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{path}[,:] {said}"):
        GoalSet.load(path, today=TODAY)
