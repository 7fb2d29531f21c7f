"""Whether a piece of a document is a goal, from its signs and the place where it stands."""

from __future__ import annotations

from smartgoals.finding.signs import NEVER, Signs

_LEAST_WORDS = 2
_OPENING = 4  # tokens of a piece in which a rule or definition shows: '"Reach" is the number of …'


def is_goal(signs: Signs, *, running: bool, announced: bool, labelled: bool = False) -> bool:
    """Whether a piece with some signs is a goal.

    `running`: it is a sentence of running text, not an item, cell, quotation or what stands behind a label;
    `announced`: the heading or list in which it stands is of goals; `labelled`: the words right before it say so.
    """
    if signs.words < _LEAST_WORDS or signs.asks or _is_other(signs):
        return False
    if signs.lead < NEVER and (signs.value or signs.date or signs.changes or announced or labelled or not running):
        return True
    if "want" in signs.cues:
        return True
    if "intend" in signs.cues or signs.wish:
        return signs.value or signs.date or (signs.metric and signs.changes)
    if "may" in signs.cues:
        return signs.value and signs.changes and (signs.metric or signs.date)
    if running:
        return signs.value and signs.known and signs.by and signs.changes
    return _is_fragment(signs, announced=announced or labelled) or (labelled and signs.value and signs.date)


def is_planned(signs: Signs) -> bool:
    """Whether a goal says both what is to be done and how much or by when; less is too little in a table's cell."""
    return min(signs.lead, signs.at("want", "intend")) < NEVER and (signs.value or signs.date)


def is_note(signs: Signs) -> bool:
    """Whether a label says that what follows is no goal: 'Industry average: …'."""
    return min(signs.against, signs.at("chore")) < NEVER


def _is_other(signs: Signs) -> bool:
    """Whether a piece speaks of something else: the past, a rule, a condition, an errand, or goals as such."""
    if "not" in signs.cues or signs.against < signs.main or signs.at("rule") < _OPENING:
        return True
    sure = signs.value and signs.known and signs.date
    if not sure and ("chore" in signs.cues or "reader" in signs.cues):
        return True
    return "goal" in signs.cues and "want" not in signs.cues and not signs.value


def _is_fragment(signs: Signs, *, announced: bool) -> bool:
    """Whether a piece without a verb is a goal: '1,000 subscribers before Easter', 'churn 5 % → 3 %'."""
    if not signs.value or signs.against < NEVER:
        return False
    if announced and (signs.bound or (signs.metric and signs.date)):
        return True
    return (signs.bound and signs.date) or (signs.metric and (signs.by or signs.moves))
