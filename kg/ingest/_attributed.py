"""A JSON line of `kg extract`, or one that people or other extractors wrote in that form, as what was read in its text.

Where kg itself wrote an attribution it may have `parts`: what a reading holds beyond the words. They count as long as
the words are as they were; of what was edited or comes from elsewhere, the words are all there is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.dates import PartialDate
from kg.errors import UnreadableError
from kg.iris import compact, digest
from kg.model import (
    Attribution,
    Certainty,
    DateBasis,
    Document,
    Mention,
    Period,
    Phrase,
    Problem,
    Proposition,
    Quantity,
    Quotation,
    Reading,
    Spans,
    Stance,
)
from kg.model.plain import from_plain, to_plain

SAID_THAT = "said that"  # the words of a claim that is only that somebody said so
SOMEONE = "someone"  # the words of a part that is left open
_SHOWN_ONLY = ("id", "party", "carrier")  # worked out anew


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in words."""

    text: str
    subject: str
    predicate: str
    object: str
    place: str | None = None
    time: str | None = None
    time_text: str | None = None
    time_basis: DateBasis | None = None
    quantity: Quantity | None = None
    affirms: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a reading holds beyond the words; `of` is the digest of the words that it belongs to."""

    of: str
    speaker: Mention | None = None
    via: tuple[Mention, ...] = ()
    confidence: float = 1.0
    propositions: tuple[Proposition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLine:
    """An attribution in words."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans
    speaker: str | None = None
    role: str | None = None
    organization: str | None = None
    via: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS
    affirms: bool = True
    certainty: Certainty = Certainty.CERTAIN
    realized: bool = True
    distanced: bool = False
    said_on: PartialDate | None = None
    said_on_basis: DateBasis = DateBasis.UNKNOWN
    quotation: Quotation = Quotation.INDIRECT
    claims: tuple[ClaimLine, ...] = ()
    confidence: float = 1.0
    parts: Parts | None = None


def words_digest(line: Mapping[str, object]) -> str:
    """Give the digest of what an attribution says in words, by which an edit is noticed."""
    words = {name: each for name, each in line.items() if name not in {*_SHOWN_ONLY, "parts"}}
    return digest(to_plain(replace(from_plain(AttributionLine, words), parts=None)))


def parts_of(attribution: Attribution, line: Mapping[str, object]) -> object:
    """Give what an attribution holds beyond its words, as JSON."""
    return to_plain(
        Parts(
            of=words_digest(line),
            speaker=attribution.speaker,
            via=attribution.via,
            confidence=attribution.confidence,
            propositions=attribution.propositions,
        )
    )


def to_reading(document: Document, fields: Mapping[str, object]) -> Reading:
    """Make what was read in a document from the fields of its line; raises UnreadableError."""
    if document.local_id == compact(document.id):
        document = replace(document, local_id=None)
    try:
        return Reading(
            document=document,
            attributions=tuple(sorted(_attributions(document, fields), key=lambda each: (each.content[0], each.cue))),
            credits=from_plain(tuple[Mention, ...], fields.get("credits", []), "credits"),
            problems=from_plain(tuple[Problem, ...], fields.get("problems", []), "problems"),
        )
    except ValueError as error:
        raise UnreadableError(f"{document.location}: {error}") from error


def _attributions(document: Document, fields: Mapping[str, object]) -> Iterator[Attribution]:
    """Give the attributions, and the sentences of the publisher's own."""
    for name in ("attributions", "narrated"):
        for number, each in enumerate(_objects(fields.get(name, []), name)):
            yield _attribution(document, each, f"{name}[{number}]", narrated=name == "narrated")


def _objects(given: object, where: str) -> Iterator[dict[str, object]]:
    """Check that something is a list of objects."""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise ValueError(f"{where} is no list of objects")
    return iter(given)


def _attribution(document: Document, given: dict[str, object], where: str, *, narrated: bool) -> Attribution:
    known = {name: each for name, each in given.items() if name not in _SHOWN_ONLY}
    line = from_plain(AttributionLine, known, where)
    for name in ("source", "cue", "content"):
        _check_spans(getattr(line, name), len(document.text), f"{where}.{name}")
    if not line.content:
        raise ValueError(f"{where}.content is empty; give where in the text it stands")
    if not 0 <= line.confidence <= 1:
        raise ValueError(f"{where}.confidence is {line.confidence}, not from 0 to 1")
    parts = line.parts if line.parts and line.parts.of == words_digest(given) else _parts(line, where)
    return Attribution(
        source=line.source, cue=line.cue, content=line.content, speaker=parts.speaker, via=parts.via,
        stance=line.stance, affirms=line.affirms, certainty=line.certainty, realized=line.realized,
        distanced=line.distanced, quotation=line.quotation, said_on=line.said_on, said_on_basis=line.said_on_basis,
        narrated=narrated, confidence=parts.confidence, propositions=parts.propositions,
    )  # fmt: skip


def _check_spans(spans: Spans, length: int, where: str) -> None:
    at = 0
    for span in spans:
        if span.end > length:
            raise ValueError(f"{where} ends at {span.end}, but the text has {length} characters")
        if span.start < at:
            raise ValueError(f"{where} is out of order or overlaps itself at {span.start}")
        at = span.end


def _parts(line: AttributionLine, where: str) -> Parts:
    """Take the words for all there is."""
    speaker = _mention(line.speaker, line.role, line.organization) if line.speaker else None
    stated = [(number, each) for number, each in enumerate(line.claims) if each.predicate != SAID_THAT]
    return Parts(
        of="",
        speaker=speaker,
        via=tuple(_mention(name) for name in line.via),
        confidence=line.confidence,
        propositions=tuple(_proposition(each, line, f"{where}.claims[{number}]") for number, each in stated),
    )


def _mention(name: str, role: str | None = None, organization: str | None = None) -> Mention:
    """Name somebody; whose last word is all small is nobody by name: "officials", "Velm residents"."""
    named = any(map(str.isupper, "".join(name.split()[-1:])))
    return Mention(name=name, named=named, role=role, organization=organization)


def _proposition(claim: ClaimLine, line: AttributionLine, where: str) -> Proposition:
    denied = line.stance is Stance.DENIES
    around = (("in", _phrase(claim.place)),) if claim.place and claim.place != claim.object else ()
    return Proposition(
        text=claim.text, predicate=claim.predicate, settled=True,
        subject=_phrase(claim.subject) if claim.subject != SOMEONE else None,
        object=_phrase(claim.object) if claim.object != SOMEONE else None,
        obliques=around, quantity=claim.quantity, period=_period(claim, where),
        affirms=claim.affirms != denied if line.stance is not Stance.DOUBTS else True,
        certainty=line.certainty, realized=line.realized,
    )  # fmt: skip


def _phrase(words: str) -> Phrase:
    named = any(word[:1].isupper() for word in words.split())
    head = words if named else next(reversed(words.split()), words)
    return Phrase(text=words, head=head, named=named)


def _period(claim: ClaimLine, where: str) -> Period | None:
    """Read an EDTF day, month, year or interval whose unknown end is empty."""
    if not claim.time:
        return None
    start, slash, end = claim.time.partition("/")
    days = tuple(
        from_plain(PartialDate, each, f"{where}.time") if each else None for each in (start, end if slash else start)
    )
    first, last = days[0] and days[0].first_day, days[1] and days[1].last_day
    if first and last and last < first:
        raise ValueError(f"{where}.time is {claim.time!r}, which ends before it begins")
    return Period(
        start=first or None, end=last or None, text=claim.time_text or "", basis=claim.time_basis or DateBasis.UNKNOWN
    )
