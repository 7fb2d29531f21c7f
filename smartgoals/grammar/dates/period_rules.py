"""How periods are written: patterns over classes of words, in the order in which they are tried."""

_SUFFIX = "(?:dash? ordinal_suffix)?"
_WEEKDAY = "(?:weekday comma?)?"
_WHICH = "(?P<which>this|next|last)"
_YEAR = (
    "(?:(?:comma|of|slash|dash|the|fiscal)*"
    "(?:(?P<year>year)|apostrophe(?P<short>number)|fiscal(?P<fy>number)|(?P<this_year>period_end))year_word?"
    "|(?:comma|of|the|fiscal)*(?P<rel>this|next|(?<!comma)last)(?P<of_rel>unit)year_word?)?"  # not 'May, last year …'
)
_OF_YEAR = "(?=(?:of|the)* (?:year|year_word|fiscal|this unit|next unit))"  # a year is named, or 'the year'

# name of the rule, what it needs (see Rules), pattern; in this order, what one has taken no later one sees
RULES = (
    ("bad_day", "month+number", "(?:the|by|until|before) (?P<bad>number) (?P<month>month)"),
    (
        "bad_day",  # 'by October 45, 2027'; 'by October 27' may be a year, 'in October 45 leads' a count
        "month+number",
        "(?<=by|until|before) the? (?P<month>month) (?P<bad>number) (?:comma? (?P<year>year)|(?=comma|stop|close|$))",
    ),
    (
        "bad_day",
        "ordinal_suffix+number",
        "(?<=by|until|before) the (?P<bad>number) ordinal_suffix (?=comma|stop|close|$)",
    ),
    (
        "week_of_month",
        "month+ordinal",
        f"the? (?P<n>ordinal) {_SUFFIX} (?P<unit>nth_unit|unit) (?:of|in)* (?P<month>month) {_YEAR}",
    ),
    (
        "weekday_of_month",
        "weekday+month",
        f"the? (?:(?P<n>ordinal) {_SUFFIX}|final) (?P<weekday>weekday) (?:of|in)* (?P<month>month) {_YEAR}",
    ),
    (
        "weekday_nth",
        "weekday+nth_unit",
        f"the? (?P<weekday>weekday) (?:in|of|the|comma)* (?P<unit>nth_unit) (?P<n>number) {_YEAR}",
    ),
    ("turn", "period_end+month", f"period_end (?P<month>month) (?:(?:slash|dash) month)? {_YEAR}"),
    ("decimal_to_date", "decimal_date+date", "(?P<date>decimal_date) (?=(?:dash|span_to|until) date)"),
    ("weekday_week", "weekday+unit", f"the? (?P<weekday>weekday) (?:in|of|the)* {_WHICH} (?P<unit>unit)"),
    ("weekday_week", "weekday+unit", f"{_WHICH} (?P<unit>unit) (?:in|of|the|comma)* (?P<weekday>weekday)"),
    (
        "day_of_which",
        "unit+day",
        f"(?<!out_of|slash) the? (?P<day>day) {_SUFFIX} day_word? (?:in|of|the)* {_WHICH} (?P<unit>unit)",
    ),
    (
        "day_month",
        "month+day month+ordinal",
        f"{_WEEKDAY} the? (?P<day>day|ordinal) {_SUFFIX} day_word? (?:of|(?<!month day)dash)? (?P<month>month) {_YEAR}",
    ),
    ("month_days", "month+day+dash", f"(?P<month>month) (?P<day>day) (?:dash|span_to) (?P<until>day) {_YEAR}"),
    (
        "month_day",
        "month+day",
        f"{_WEEKDAY} (?P<month>month) the? (?P<day>day) {_SUFFIX} "
        f"(?!month|metric|percent|currency|other|times) {_YEAR}",
    ),
    (
        "month_day",  # 'By Oct 31 our team wins 40 clients', but not 'by June 30 leads and 5 demos'
        "month+day",
        "(?<=^by|^before|^until) (?P<month>month) (?P<day>day) (?=.+number)"
        f"(?!month|percent|currency|times|(?:other|metric|the|a|of)+(?:and|comma|plus|slash|by)) {_YEAR}",
    ),
    (
        "month_day",  # 'get 40 leads by June 1 from …', but not 'in June 30 leads'
        "month+day",
        f"(?<=.by|.before|.until) (?P<month>month) (?P<day>day) (?!month|metric|percent|currency|times) {_YEAR}",
    ),
    (  # 'for the June 20 event'
        "month_day",
        "month+day+the",
        f"(?<=the) (?P<month>month) (?P<day>day) (?=metric|other|channel) {_YEAR}",
    ),
    ("decimals", "decimal_date", "(?<=span_from|since|range_from|from) (?P<date>decimal_date) (?=dash|span_to|until)"),
    (
        "decimals",
        "decimal_date",
        "(?<=dash|span_to|until) (?P<date>decimal_date) (?!percent|metric|currency|times|other|physical|time_unit)",
    ),
    (
        "digits",
        "date",
        f"{_WEEKDAY} (?<!fiscal)(?<!fiscal year_word)(?P<date>date) (?:comma? (?P<year>year))? year_word?",
    ),
    ("year_nth", "nth_unit+year", "(?P<year>year) year_word? (?:dash|comma|slash)? (?P<unit>nth_unit) (?P<n>number)"),
    (  # 'FY27 Q2'
        "year_nth",
        "nth_unit+fiscal",
        "fiscal (?P<fy>number|year) (?:dash|comma|slash)? (?P<unit>nth_unit) (?P<n>number)",
    ),
    (
        "nth_span",
        "nth_unit+number+dash",
        f"(?P<unit>nth_unit) (?P<n>number) dash (?P<until>number) (?!percent|metric|currency) {_YEAR}",
    ),
    ("nth_span", "ordinal+dash", f"(?P<n>ordinal) dash (?P<until>ordinal) (?P<unit>nth_unit|unit) {_YEAR}"),
    (  # 'the first two quarters of 2027', 'de två första kvartalen'
        "nth_span",
        "ordinal+number+unit ordinal+number+nth_unit",
        f"the? (?P<n>ordinal) (?P<until>number) (?P<unit>nth_unit|unit) {_OF_YEAR} {_YEAR}",
    ),
    (
        "nth_span",
        "ordinal+number+unit ordinal+number+nth_unit",
        f"the? (?P<until>number) (?P<n>ordinal) (?P<unit>nth_unit|unit) {_OF_YEAR} {_YEAR}",
    ),
    ("last_of", "final+unit", f"the? final (?P<unit>unit) (?:of the? (?P<whole>unit)|{_YEAR})"),
    ("nth_of_short_year", "nth_unit+number", "(?P<n>number) (?P<unit>nth_unit) (?P<short>number)"),
    ("nth_before_year", "nth_unit+number+year", "(?P<n>number) (?P<unit>nth_unit) (?P<year>year)"),
    (
        "nth_after",
        "nth_unit+number nth_unit+ordinal",
        f"(?<!this|next|last) (?P<unit>nth_unit) (?P<n>number|ordinal) {_YEAR}",
    ),
    (
        "ordinal_unit",
        "ordinal+unit+year_word ordinal+nth_unit+year_word",
        "(?:(?P<rel>this|next|last) (?P<of_rel>unit)|(?P<year>year)? year_word) (?P<n>ordinal) (?P<unit>nth_unit|unit)",
    ),
    (
        "ordinal_unit",
        "ordinal+unit ordinal+nth_unit",
        f"(?<!(?!compare)current) the? (?P<n>ordinal) {_SUFFIX} (?P<unit>nth_unit|unit) {_YEAR}",
    ),
    (
        "ordinal_unit",
        "ordinal_suffix+unit ordinal_suffix+nth_unit",
        f"the? (?P<n>number) dash? ordinal_suffix (?P<unit>nth_unit|unit) {_YEAR}",
    ),
    ("nth_before", "nth_unit+number", f"the? (?P<n>number) (?P<unit>nth_unit) {_YEAR}"),
    ("nth_edged", "unit+number", f"(?<=end_of|mid|start_of|until) (?P<n>number) (?P<unit>unit) {_YEAR}"),
    ("month", "month", f"{_WHICH}? (?P<month>month) {_YEAR}"),
    ("season", "season", f"{_WHICH}? (?P<season>season) {_YEAR}"),
    ("holiday", "holiday", f"{_WHICH}? (?P<holiday>holiday) {_YEAR}"),
    (
        "fiscal",
        "fiscal year+slash",
        f"the? {_WHICH} fiscal year_word?"
        "| fiscal year_word? (?:(?P<years>date)|(?P<fy>number|year)(?:(?:slash|dash)(?P<until>number))?) period_end?"
        "| (?P<fyear>year) fiscal"
        "| (?<!period_end) year slash (?P<pair>number|year) (?!number|other|metric|channel)",  # '2026/27'
    ),
    (
        "end_of_day",
        "weekday",
        "(?:(?P<end>period_end)|end_of of? the? (?P<unit>unit)) (?:in|of|the|comma)* (?P<weekday>weekday)",
    ),
    ("end", "year+period_end", "(?P<year>year) (?P<end>period_end)"),
    (  # "by next year's end"; but 'the next year-end' is the one to come
        "end",
        "period_end+this period_end+next period_end+last",
        "(?P<which>this|last|next(?=period_end&unit)) (?P<end>period_end)",
    ),
    ("end", "period_end", "(?P<end>period_end) (?:(?:of|the|comma|dash)* (?P<year>year) (?:slash year)? year_word?)?"),
    ("year", "year", "year_word (?P<before>year) | (?P<after>year) year_word | (?P<bare>year) (?!slash number)"),
    ("deictic", "unit+this unit+next unit+last", f"the? {_WHICH} (?P<unit>unit)"),
    ("past_unit", "past_unit", "(?P<unit>past_unit)"),
    ("which_weekday", "weekday", f"the? {_WHICH}? (?P<weekday>weekday)"),
    ("offset", "day_offset", "(?P<offset>day_offset)"),
)

# rules that are built as another is; only some languages have them
BUILT_AS = {"month_day": "day_month", "nth_before": "year_nth"}
