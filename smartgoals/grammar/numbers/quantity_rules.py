"""How quantities are written: patterns over classes of words."""

from __future__ import annotations

from smartgoals.reading import TAKEN

_UNITS = "percent|percentage_point|basis_point|times|currency|money_scale|rating_unit|time_unit|physical|piece"
# a word that is a preposition too is a unit only at the end of a phrase: '1,5 с', not '50 с сайта'
_ENDED = f"(?! from (?! comma|stop|colon|close|open|dash|and|until|to|toward|in|{TAKEN}|$ ) )"
_UNIT = f"{_ENDED} (?:{_UNITS})"
QUANTITY = f"""
    (?P<lead> (?:current|from|range_from|between|by_amount|to|until|aside|within|span_from|colon
                  |at_least|at_most|about){{0,8}} )
    (?P<extra> (?!at_least|at_most|out_of) (?:more|less) )?
    (?P<bound> (?:at_least|at_most|about|a|the){{0,8}} )
    (?P<sign> plus|minus|plus_minus|dash|times )?
    (?P<before> currency )?
    (?P<low> number ) (?! dash? (?:ordinal_suffix|length_suffix) )
    (?P<unit> {_UNIT} )?
    (?: (?P<join> dash|and|until|to|or|span_to )
        (?P<bound2> (?:at_least|at_most|about)* ) (?P<before2> currency )? (?P<high> number ) (?P<unit2> {_UNIT} )? )?
    (?: (?P<of> slash|out_of|share_in ) (?P<scale> number ) )?
    (?P<post> or_more|or_less|plus|about (?!{TAKEN}) )?
    (?P<rest> more|less )?
"""
FRACTION = (
    "(?: (?P<lead> (?:about|at_least|at_most){0,8}"
    " (?:by_amount|up|down|to|from(?= a? fraction (?:to|until) a? (?:fraction|half|number percent))) )"
    " (?P<bound> (?:about|at_least|at_most|a|by_amount)* ) (?P<fraction> fraction )"
    "| (?P<article> a )? (?P<part> fraction ) (?= more|less ) ) (?P<rest> more|less )?"
)
ONE_UNIT = "(?P<lead> by_amount )? (?P<half> half|fraction )? (?:a|the)? (?P<unit> percentage_point )"
ONE_HOUR = (
    "(?:within|at_most|by_amount) a? (?P<unit>time_unit) | (?P<level>to|until) a? (?P<of_level>time_unit)"
    "| (?:within|until|to|by_amount) a? (?P<half>half|fraction) a? (?P<of_half>time_unit)"
)
_BOUND = "(?P<lead>) (?P<bound> (?:about|at_least|at_most)* )"
SHARE = f"{_BOUND} a? (?P<fraction> fraction|half ) of"
SHARE_BY_CASE = SHARE.removesuffix("of") + "(?=metric|other)"  # 'половину заявок'
SHARE_BEHIND = f"(?<=dash|colon) {_BOUND} a? (?P<fraction> fraction ) (?= stop|comma|{TAKEN}|$ )"  # 'доля – треть'
BY_FRACTION = "(?P<share> by_fraction )"
FACTOR = f"{_BOUND} (?P<factor> multiply|noun_multiply|factor ) (?P<rest> more|less )?"
RATING = "(?P<rating> date )"
_NTH = "(?: ordinal | number dash? ordinal_suffix )"
_ONTO = "(?: to|until|by_amount ) the?"
RANK = f"from the? (?P<low> {_NTH} ) (?: other|metric )? (?= {_ONTO} {_NTH} ) | {_ONTO} (?P<high> {_NTH} )"
ONE_EACH = "a other? metric (?=cadence|each unit) | (?<=activity) a other (?=cadence)"
ONE_MORE = "(?: (?<=and|activity) a | and&a ) other? (?:metric | owner | other (?!metric)) (?! cadence|each)"
NONE = "none (?=metric|other) (?:other(?=metric))?"
ONCE = f"{_BOUND} (?P<once> times ) (?=cadence|each unit)"
CADENCE = "cadence | each (?:(?:other|metric|owner) and)? (?P<unit>unit)"  # sv 'per tekniker och kvartal'
