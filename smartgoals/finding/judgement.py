"""Whether a piece of a document is a goal, from its signs and the place where it stands."""

from __future__ import annotations

from smartgoals.finding.signs import NEVER, Signs

_LEAST_WORDS = 3  # of running text; one less elsewhere: 'Sell more'
_OPENING = 5  # tokens of a piece in which a definition shows: '"Reach" is the number of …'


def is_goal(signs: Signs, *, running: bool, announced: bool, labelled: bool = False) -> bool:
    """Whether a piece with some signs is a goal.

    `running`: it is a sentence of running text, not an item, cell, quotation or what stands behind a label;
    `announced`: the heading or list in which it stands is of goals; `labelled`: the words right before it say so.
    """
    named = announced or labelled
    if signs.words < (_LEAST_WORDS if running else _LEAST_WORDS - 1) or is_other(signs):
        return False
    full = signs.sole and not running and signs.words >= _LEAST_WORDS
    if signs.lead < NEVER and (signs.value or signs.date or signs.metric or signs.vague or named or full):
        return True
    if "want" in signs.cues:
        return True
    if "intend" in signs.cues:
        due = signs.value or (signs.date and (signs.by or signs.changes or named)) or (signs.vague and not running)
        return due or (signs.changes and (signs.metric or signs.vague or named or not running))
    if signs.vow and (
        (signs.date and (signs.by or signs.changes)) or (signs.value and signs.known) or (signs.changes and not running)
    ):
        return True
    if signs.future < NEVER and (signs.value or signs.changes) and (signs.by or (signs.value and signs.known)):
        return True
    measured = signs.bound or (signs.changes and (signs.metric or signs.date))
    if signs.at("may") < signs.base and signs.value and measured:
        return True
    if labelled and signs.value:
        return True
    if running and signs.value and (signs.known or signs.bound) and signs.by and signs.changes:
        return True
    if running:
        return announced and (signs.bound or (signs.by and signs.known)) and _is_fragment(signs, announced=True)
    if signs.opens_vague or (
        signs.noun and ((signs.value and (signs.known or signs.date)) or (named and signs.metric))
    ):
        return True
    if signs.value and signs.bound and signs.cadence:  # 'each of us holds at least 4 visits a week'
        return True
    return _is_fragment(signs, announced=named)


def is_other(signs: Signs) -> bool:
    """Whether a piece speaks of something else: the past, a rule, a condition, an errand, or goals as such."""
    if signs.asks or "not" in signs.cues or signs.at("means") < _OPENING:
        return True
    if signs.against < signs.main and not _turns(signs):
        return True
    counted = signs.value and signs.known  # 'Get 200 comments by May' is no errand, 'Grow your list to 5,000' no advice
    if "chore" in signs.cues and not (counted and signs.main < signs.at("chore")):
        return True
    late = signs.value and signs.main + _OPENING < signs.at("reader")  # 'Train two deputies so that one is always here'
    if "reader" in signs.cues and not late and not (counted and (signs.date or signs.main < signs.at("reader"))):
        return True
    return "goal" in signs.cues and "want" not in signs.cues and not signs.value


def is_planned(signs: Signs) -> bool:
    """Whether a goal says both what is to be done and how much or by when; less is too little in a table's cell."""
    return min(signs.lead, signs.at("want", "intend")) < NEVER and (signs.value or signs.date)


def is_note(signs: Signs) -> bool:
    """Whether a label says that what follows is no goal: 'Industry average: …'."""
    return min(signs.against, signs.at("chore")) < NEVER


def _turns(signs: Signs) -> bool:
    """Whether a piece goes from the past to what is wanted: 'Last year we got 300, now we want 450'."""
    wanted = signs.at("want", "intend")
    return signs.at("if", "rule", "means") > wanted > signs.pause and wanted < signs.number


def _is_fragment(signs: Signs, *, announced: bool) -> bool:
    """Whether a piece without a verb is a goal: '1,000 subscribers before Easter', 'churn 5 % → 3 %'."""
    if not signs.value or signs.against < NEVER or (signs.present and not signs.capped):
        return False
    if announced and (signs.bound or (signs.metric and signs.date)):
        return True
    return (signs.bound and signs.date) or (
        signs.metric and (signs.by or signs.moves or (signs.bound and signs.changes))
    )
