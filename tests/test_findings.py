"""Every finding is raised in every language, says something, and can be switched off."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from smartgoals import GoalAnalysis, analyze
from smartgoals.advice.messages import catalogue, codes
from smartgoals.advice.table import table
from smartgoals.lexicon.files import available
from smartgoals.models import Finding

TODAY = date(2026, 11, 21)


def findings(goal: GoalAnalysis) -> list[Finding]:
    return [finding for _, criterion in goal.criteria for finding in criterion.findings]


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize("code", codes())
def test_every_code_is_raised_by_its_example_in_every_language(code: str, language: str) -> None:
    known = codes()[code]
    goal = analyze(known.examples[language], language, TODAY, known.context)
    found = {finding.code: finding for finding in findings(goal)}
    assert code in found, sorted(found)
    assert (found[code].criterion, found[code].severity) == (known.criterion, known.severity)
    assert "{" not in found[code].message


def test_the_table_of_codes_is_up_to_date() -> None:
    stored = (files("smartgoals") / "advice" / "FINDINGS.md").read_text(encoding="utf-8")
    assert stored == table(), "run: smartgoals findings > smartgoals/advice/FINDINGS.md"


@pytest.mark.parametrize("language", available())
def test_messages_have_every_plural_of_their_language(language: str) -> None:
    from babel import Locale

    texts = catalogue(language)
    needed = set(Locale.parse(language).plural_form.tags) | {"other"}
    for plural in (*(m for m in texts.findings.values() if isinstance(m, dict)), texts.hidden):
        assert set(plural) == needed
    assert texts.suppressed(2) != texts.suppressed(5) or language in ("en", "sv")


def test_messages_come_in_the_language_that_is_asked_for() -> None:
    goal = analyze("Få fler leads", "sv", TODAY, locale="uk")
    assert goal.suggestions[0] == catalogue("uk").message("T.no-deadline", {})
    assert goal.rewrite == "Få [antal] leads senast [datum]"
    with pytest.raises(ValueError, match="no language 'de'"):
        analyze("Få fler leads", locale="de")


def test_fixes_make_the_rewrite() -> None:
    goal = analyze("Get more leads soon", "en", TODAY)
    fixes = {f.code: f.fix for f in findings(goal) if f.fix}
    assert {code: (goal.text[f.start : f.end], f.replacement) for code, f in fixes.items()} == {
        "S.vague-term": ("more", "[number]"),
        "T.vague-time": (" soon", ""),
        "T.no-deadline": ("", " by [date]"),
    }
    assert goal.rewrite == "Get [number] leads by [date]"


def test_a_code_can_be_switched_off_and_is_counted() -> None:
    goal = analyze("Get more leads", "en", TODAY, settings={"ignore": ["S.no-owner", "R."]})
    shown = {finding.code for finding in findings(goal)}
    assert "S.no-owner" not in shown
    assert not any(code.startswith("R.") for code in shown)
    assert goal.suppressed == 3
    assert goal.score == analyze("Get more leads", "en", TODAY).score


def test_two_numbers_tell_writing_from_context() -> None:
    goal = analyze("Get 40 leads by June", "en", TODAY)
    assert (goal.coverage, goal.context_score) == (4, goal.criteria.relevant.score)
    assert goal.text_score == pytest.approx((0.8 + 1.0 + 1.0) / 3, abs=0.001)
    assert goal.rubric_version
