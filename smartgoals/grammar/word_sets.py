"""Sets of classes of words that several readers ask about, each under one name."""

from __future__ import annotations

# what is spoken of
THINGS = frozenset(("metric", "other"))  # what may be counted: a metric, or a noun that no vocabulary knows
NOMINALS = frozenset(("channel", "metric", "other"))  # any noun
NO_METRICS = frozenset(("channel", "other"))  # nouns that are no metric
STATED = frozenset(("metric", "number"))  # what a goal may say of its aim
# words before a noun
ARTICLES = frozenset(("a", "the"))
PLACES = frozenset(("aside", "in"))  # where something is
SOURCES = frozenset(("aside", "in", "from"))  # where something is or comes from
PREPOSITIONS = frozenset(("aside", "from", "in", "of", "agent"))  # of a noun that is no date
OF_WHAT = frozenset(("for_whom", "of", "in"))  # what something is of
PARTITIVE = frozenset(("of", "out_of"))  # 'of 40', 'out of 40'
# words before or behind a number
LIMITS = frozenset(("at_least", "at_most"))
BOUNDS_BEHIND = frozenset(("or_more", "or_less"))
AROUND_NUMBER = frozenset(("a", "at_least", "at_most", "about"))
LEVEL_LEADS = ("from", "to", "by_amount")  # leads of the number of a level, or of a change
TO_LEVEL = frozenset(("by_amount", "to"))
TO_VALUE = frozenset(("by_amount", "to", "from", "at_most", "at_least"))
MORE_OR_LESS = frozenset(("more", "less"))
COURSE = frozenset(("up", "down"))
# words of time
DUE = frozenset(("by", "before", "until", "toward"))  # until when
NUMBERED = frozenset(("month", "nth_unit"))  # what a year or number follows
# what joins and parts
LINKS = frozenset(("and", "comma"))
IN_TURN: frozenset[str] = LINKS | {"in_turn"}  # between numbers of several things: '14 and 9', sv '14 respektive 9'
PAUSES = frozenset(("comma", "stop"))
CLAUSE_LINKS = frozenset(("and", "comma", "stop"))
ENDS = frozenset(("close", "stop"))
APART = frozenset(("stop", "comma", "close", "colon", "open", "dash"))  # what a bare year has on a side
SUBJECT_ENDS = frozenset(("colon", "auxiliary"))
# verbs, and words beside them
WISHES = frozenset(("auxiliary", "goal_word"))  # 'want to', 'plan': what asks for a goal
CAUSING = frozenset(("achieve", "activity"))  # verbs that may make others do
BEFORE_VERB = frozenset(("auxiliary", "to"))
CHANGES = frozenset(("increase", "decrease"))
MOVES = CHANGES | {"improve"}
CHANGING = MOVES | {"multiply"}
CHANGING_OR_RAISING = CHANGING | {"raise"}
RESULTS = CHANGING | {"achieve"}  # verbs of outcomes
PRESENT_STATE = frozenset(("current", "state", "auxiliary", "pronoun", "about"))  # 'is now about'
