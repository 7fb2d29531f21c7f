"""How deadlines are written around calendar periods: patterns over classes of words, in the order they are tried."""

# '1,8 с до конца квартала': what stands before another preposition opens no date
_PREPOSITION = "(?P<prep>(?:by|before|until|toward|in|within|since(?!until|by|before|toward|in|within)|compare){1,2})"
_EDGE = "(?P<edge>end_of|mid|start_of)"
_WHICH = "(?P<which>this|next|last)?"
_SUFFIX = "(?:dash? ordinal_suffix)"
_MEASURES = "percent|percentage_point|currency|times|multiplier|unit|time_unit|physical"
_COUNTS = f"metric|other|{_MEASURES}"  # what makes a number no date
# 'the 3 shops', 'the two launches', 'the 30-day challenge'
_COUNTED = f"dash? (?:{_COUNTS}|channel|owner|noun_activity|noun_achieve|noun_improve)"

# name of the rule, what it needs (see Rules), pattern; in this order
RULES = (
    (
        "span",
        "period+dash period+span_to period+and",
        "(?:(?P<opens>span_from|between)|in)? the? (?P<edge1>end_of|start_of|mid)? the?"
        f" (?P<from>period|(?<!currency)day){_SUFFIX}? (?:dash|and? span_to|(?P<and>and)) {_EDGE}? the? (?P<to>period)",
    ),
    (
        "repeated",
        "times+unit each+unit each+period",
        "(?:(?<!(?:in|by_amount) number ) times (?:by_amount|in|within|a)*|each (?:by_amount|a)*) number unit"
        "| each the? period",
    ),
    (  # 'by the 5th of each month', 'by Friday every week': comes again, and leaves the cadence to numbers
        "again",
        "cadence+day each+day cadence+period each+period",
        f"(?:by|before|until|toward|in|within)* (?:the day {_SUFFIX}? day_word?|day (?:{_SUFFIX} day_word?|day_word)"
        f"|the? (?P<period>period)) (?:and the? (?:period|day {_SUFFIX}?))? "
        "(?=(?:of|in)* (?:cadence|each unit) (?!metric|other|channel))",
    ),
    (
        "background",
        "compare since ago last+number",
        "(?:compare|since) (?:the|in|a|of)*"
        " (?:(?<=a|the) other|(?<=the|compare) (?:goal_word|auxiliary) (?:of|for_whom)?)? (?:end_of|mid|start_of)? the?"
        " (?:period|(?:this|last) unit)"
        "| (?:in|within|aside|since|compare)* the? last number (?:unit|time_unit)"
        "| (?:number|a|span) unit? ago",
    ),
    (  # 'by the end of the next quarter': behind an edge 'the next' opens no duration
        "edge_unit",
        "end_of+unit+within mid+unit+within start_of+unit+within",
        f"{_PREPOSITION}? the? {_EDGE} (?:of|dash)? (?P<which>within) (?P<unit>unit)",
    ),
    (  # 'in the week of 7 December' is no duration
        "week_of_day",
        "unit+period+the",
        f"{_PREPOSITION}? the (?P<unit>unit) of? (?P<period>period)",
    ),
    (
        "duration",
        "within+unit within+span",
        "(?:before|by|until|in)? within (?:this|next)? the? (?:about|at_least|at_most)?"
        "(?:a? (?:number (?:dash|or|to))? (?P<number>number)|a)? dash? (?P<unit>unit|span)"
        "(?!(?:until|before) the? (?:other|channel|metric)|of the? period)",  # 'in the week of 10 May'
    ),
    ("duration", "within+span", "(?P<number>(?!within)within)? (?P<unit>within&span)"),  # 'in half a year': no number
    ("lasting", "at_most+unit+in+number", "at_most&in (?P<number>number) (?P<unit>unit)"),
    ("duration", "hence", "(?:by|in|within)* (?:(?P<number>number)|a)? (?P<unit>unit|span|cadence) hence"),
    (
        "edge_unit",
        "end_of+unit mid+unit start_of+unit",
        f"{_PREPOSITION}? the? {_EDGE} (?:of|dash)? the? {_WHICH} (?P<unit>unit)",
    ),
    (
        "unit_edge",
        "end_of+unit end_of+period",
        f"{_PREPOSITION}? the? {_WHICH} (?P<unit>unit|period) of? (?P<edge>end_of)",
    ),
    (
        "week_of_day",
        "unit+period",
        f"{_PREPOSITION}? the? (?<!each|a) (?P<unit>unit) (?:of|start_of|in)* the? (?P<period>period)",
    ),
    (
        "period",
        "period",
        f"{_PREPOSITION}? the? (?:{_EDGE} (?:of|dash)* the?)? (?P<period>period) (?:(?!by)inclusive)?",
    ),
    (
        "day",
        "day+the day+ordinal_suffix day+day_word",
        f"(?P<prep>by|before|until|toward|in) (?:(?P<the>the) (?P<day>day) {_SUFFIX}?+ (?!{_COUNTED})"
        f"| the? (?P<nth>day) (?:{_SUFFIX} (?!metric|other|unit)|day_word))"
        f"| the (?P<alone>day) {_SUFFIX} (?!metric|other|unit|nth_unit)",
    ),
    (
        "decimal",
        "decimal_date",
        f"(?P<prep>by|before|until|toward|in|comma|open) the? (?P<date>decimal_date) "
        f"(?:(?!(?!capital)(?:{_COUNTS}))|(?<=^..)(?=metric .*number))",  # but '… до 15.02 Олена', 'К 1.03 NPS 60'
    ),
    (  # 'До 10.09 конверсія 2 %': what opens a goal that has another number counts nothing
        "decimal",
        "decimal_date+until",
        f"(?<!.)(?P<prep>until) (?P<date>decimal_date) (?!{_MEASURES})(?=.*number)",
    ),
    (  # 'Закрыть до 25.12 сделок на 6,5 млн': two digits each, right behind a verb of no level
        "decimal_of_two",
        "decimal_date+until",
        f"(?<=achieve|activity) (?P<prep>until) (?P<date>decimal_date) (?!{_MEASURES})(?=.*number)",
    ),
    ("of_work", "decimal_date", f"(?<=metric|other|channel) (?P<date>decimal_date) (?! {_COUNTS})"),
    ("current", "unit+in", "(?P<prep>in) the? (?P<unit>unit)"),
)
