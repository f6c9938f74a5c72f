"""What the times of a clause leave of its words, and the period that they amount to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract._phrases import TIME_UNITS
from kg.extract.times import Tense, TimeExpression
from kg.extract.tokens import Token
from kg.model import Period, Phrase, Span

_CLOCK = re.compile(  # a time of day, which without a day tells none
    r"(?:[a-z]+\s+){0,2}(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b\.?|\d{1,2}[:.]\d\d|noon|midnight|midday)", re.IGNORECASE
)
_AHEAD = frozenset({"will", "shall", "would", "'ll", "’ll"})


def without_time(phrase: Phrase, times: Sequence[TimeExpression]) -> Phrase:
    """Take off a phrase the time that opens it, which the claim keeps for itself: "Sunday's poll"."""
    if phrase.span is None:
        return phrase
    for each in times:
        opening, rest = phrase.text[: each.end - phrase.span.start], phrase.text[each.end - phrase.span.start :].strip()
        owned = each.start <= phrase.span.start < each.end and opening.endswith(("'s", "’s", "s'", "s’"))
        if owned and rest:
            return replace(phrase, text=rest, span=Span(phrase.span.end - len(rest), phrase.span.end))
    return phrase


def tense_of(verbs: Sequence[Token]) -> Tense:
    """Tell from the verbs of a clause whether it speaks of what has been or of what is to come."""
    if any(t.lower_ in _AHEAD for t in verbs):
        return Tense.AHEAD
    tags = {t.tag_ for t in verbs}
    return Tense.PAST if tags & {"VBD", "VBN"} and "VB" not in tags else Tense.OPEN


def in_time(token: Token, times: list[TimeExpression]) -> bool:
    """Whether a noun belongs to a time expression or is a length of time."""
    if any(each.start <= token.idx < each.end for each in times) or token.lemma_ in TIME_UNITS:
        return True
    return token.ent_type_ == "DATE" and token.pos_ in {"PROPN", "NUM"}


def period_of(times: list[TimeExpression]) -> Period | None:
    """Give the first period that is known, or else the first."""
    periods = [e.period for e in times if not _CLOCK.fullmatch(e.period.text)]
    known = [period for period in periods if period.start or period.end]
    return next(iter(known or periods), None)
