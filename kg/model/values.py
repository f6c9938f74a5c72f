"""Words and small values that the domain types share."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

Iri = NewType("Iri", str)


class Stance(StrEnum):
    """How a source stands to what it says; a SKOS concept of `ontology/stances.ttl`."""

    ASSERTS = "asserts"
    ANNOUNCES = "announces"
    ADMITS = "admits"
    DENIES = "denies"
    DOUBTS = "doubts"
    ESTIMATES = "estimates"
    PROMISES = "promises"
    ASKS = "asks"


class Certainty(StrEnum):
    """How sure the source says it is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Quotation(StrEnum):
    """Whether the content is in quotation marks: all of it, none of it, or parts."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class DateBasis(StrEnum):
    """Why a day of speech is believed to be that day."""

    STATED = "stated"
    RESOLVED_FROM_PUBLICATION = "resolved from publication"
    PUBLICATION_DAY = "publication day"
    UNKNOWN = "unknown"


class AgentKind(StrEnum):
    """What sort of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    GROUP = "group"
    UNKNOWN = "unknown"


class Decision(StrEnum):
    """What a judgement decides of two things, the left one of the right one."""

    SAME = "same"
    DIFFERENT = "different"
    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    PART_OF = "part of"
    NOT_PART_OF = "not part of"
    MEMBER_OF = "member of"
    NOT_MEMBER_OF = "not member of"
    OPPOSED_TO = "opposed to"
    NOT_OPPOSED_TO = "not opposed to"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of a document's text, in code points."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, both ends included; an end that is not known is None."""

    start: date | None
    end: date | None
    text: str = ""  # the words it was read from
    basis: DateBasis = DateBasis.UNKNOWN  # how its ends are known

    @property
    def edtf(self) -> str:
        """Write it as an EDTF day, month, year or interval; an end that is not known is left empty.

        >>> Period(start=date(2016, 11, 1), end=date(2016, 11, 30)).edtf
        '2016-11'
        >>> Period(start=None, end=date(2016, 11, 17)).edtf
        '/2016-11-17'
        """
        start, end = str(self.start or ""), str(self.end or "")
        following = self.end + timedelta(1) if self.end else None
        if start.endswith("-01-01") and end.endswith("-12-31"):
            start, end = start[:4], end[:4]
        elif start.endswith("-01") and following and following.day == 1:
            start, end = start[:7], end[:7]
        return start if start == end else f"{start}/{end}"


class Operator(StrEnum):
    """How words bind a number: the interval says how far, this says in which way."""

    EXACTLY = "exactly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much or how many: an interval, its operator and unit, and the words it was read from.

    "more than 1,000" is low 1000, high None; "a third" is low = high = 1/3 with unit "share of ...".
    """

    low: float | None
    high: float | None
    operator: Operator
    unit: str  # the words for what is counted or measured
    code: str | None = None  # of a physical unit or a currency: "UCUM:km", "ISO4217:USD"
    text: str
