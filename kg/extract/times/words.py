"""The words of time expressions: months, weekdays, units, numbers."""

import calendar
import re

from kg.extract.quantities import number

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if n} | {"sept": 9}
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3} | {name.lower(): n for n, name in enumerate(calendar.day_abbr)}
PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SOME = {"a couple of": 2, "couple of": 2, "a few": 3, "few": 3, "several": 3}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4}
_SPELLED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
SPELLED_DAYS = {word: n for n, word in enumerate(_SPELLED.split(), 1)}
HOLIDAYS = {
    "new year's day": "01-01", "valentine's day": "02-14", "may day": "05-01", "halloween": "10-31",
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26",
    "new year's eve": "12-31",
}  # fmt: skip
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip
SOME_TIME_AGO = frozenset(
    {"earlier", "previously", "formerly", "once", "recently", "repeatedly", "often", "always", "long"}
)

_NUMERALS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six"
    "|seven|eight|nine))?"
)
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?!\w)"
)
WEEKDAY = (
    r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?-i:Mon|Tues?|Wed|Thurs?|Fri)\.)"
    r"(?:'s|’s)?(?!\w)"
)
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)"
SPOKEN_YEAR = (
    rf"(?P<spoken>(?:nineteen|twenty|eighteen)[ -](?:hundred|(?:oh[ -])?(?:{_NUMERALS}))"
    rf"|two thousand(?:[ -](?:and )?(?:{_NUMERALS}))?)"
)
SPELLED_DAY = "|".join(sorted(SPELLED_DAYS, key=len, reverse=True))
HOLIDAY = rf"(?P<holiday>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})".replace("'", "['’]")
UNIT = r"(?P<unit>day|night|week|weekend|fortnight|month|quarter|season|year|decade|century)"
COUNT = rf"(?P<count>\d+|an?|{'|'.join(SOME)}|{_NUMERALS})"
PART = (
    r"(?:(?P<part>early|mid|late|end|(?:the )?(?:very )?(?:start|beginning|middle|end|close) (?:of|in)|(?:the )?"
    r"(?:first|second|third|fourth|last|final|opening|closing) (?:part|half|weekend|week|weeks|days) (?:of|in))[ -]+)?"
)
ABOUT = (
    r"(?:(?:a (?:little|bit) |well |just )?(?:about|around|nearly|almost|more than|less than|at least|over|under|some"
    r"|just|only|exactly|roughly|approximately|close to) )?"
)
CLOCK = (
    r"(?P<clock>(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s(?:local|GMT|UTC))?"
    r"|noon|midday|midnight)"
)


def count_of(words: str) -> int:
    """Read how many, "a few" being three.

    >>> count_of("a"), count_of("twenty-one"), count_of("a couple of")
    (1, 21, 2)
    """
    lowered = words.lower()
    if lowered in {"a", "an"}:
        return 1
    return SOME.get(lowered) or int(number(lowered) or 0)


def year_of(spoken: str) -> int:
    """Read a year as it is spoken.

    >>> year_of("nineteen ninety-four"), year_of("two thousand and six"), year_of("nineteen oh five")
    (1994, 2006, 1905)
    """
    lowered = spoken.lower().replace(" and ", " ")
    if lowered.startswith("two thousand"):
        return int(number(lowered) or 0)
    century, _, rest = re.sub(r"[ -]", " ", lowered).partition(" ")
    return int(number(century) or 0) * 100 + int(number(rest.removeprefix("oh ")) or 0) * (rest != "hundred")


def weekday_of(name: str) -> int:
    """Give the number of a weekday, Monday being 0."""
    return WEEKDAYS[name.lower().rstrip(".")]


def month_of(name: str) -> int:
    """Give the number of a month."""
    return MONTHS[name.lower().rstrip(".")]
