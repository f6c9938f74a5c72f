"""What was found in one document as the JSON line of `kg extract`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.ingest import parts_of
from kg.iris import compact
from kg.model import Attribution, Claim, Entity, Iri, Quantity, Reading, Spans, Statement
from kg.model.plain import to_plain
from kg.tools import Understood

Json = dict[str, Any]


def to_line(found: Understood, entities: Iterable[Entity] = (), *, with_text: bool = False) -> Json:
    """Give the JSON object of one document; offsets count code points of its text."""
    document = found.reading.document
    names = {entity.id: entity.name for entity in entities}
    claims = {claim.id: claim for claim in found.resolution.claims}
    became = statements_by_place(found.resolution.statements)
    told = [
        (each, attribution_object(each, document.publisher, became[each.source, each.content], claims, names))
        for each in found.reading.attributions
    ]
    if with_text:
        for attribution, value in told:
            value["parts"] = parts_of(attribution, value)
    line: Json = {
        "id": document.local_id or compact(document.id),
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published,
        "attributions": [value for attribution, value in told if not attribution.narrated],
        "narrated": [value for attribution, value in told if attribution.narrated],
        "problems": [
            {"message": problem.message, "span": problem.span and [problem.span.start, problem.span.end]}
            for problem in found.reading.problems
        ],
    }
    return line | _whole(found.reading) if with_text else line


def _whole(reading: Reading) -> Json:
    """Give what it takes beside the line to store it as the document itself would be stored."""
    document = reading.document
    said = {"title": document.title, "author": document.author, "language": document.language}
    named = {name: value for name, value in said.items() if value}
    return named | {"credits": to_plain(reading.credits), "text": document.text}


def attribution_object(
    attribution: Attribution,
    carrier: str | None,
    statements: Sequence[Statement],
    claims: Mapping[Iri, Claim],
    names: Mapping[Iri, str],
) -> Json:
    """Give the JSON object of one attribution with the claims of the statements that it became."""
    speaker = attribution.speaker
    party = next((names.get(statement.party) for statement in statements if statement.party), None)
    return {
        "id": compact(statements[0].id) if statements else None,
        "source": offsets(attribution.source),
        "cue": offsets(attribution.cue),
        "content": offsets(attribution.content),
        "speaker": speaker and speaker.name,
        "role": speaker and speaker.role,
        "organization": speaker and speaker.organization,
        "party": party,
        "via": [mention.name for mention in attribution.via],
        "carrier": carrier,
        "stance": attribution.stance,
        "affirms": attribution.affirms,
        "certainty": attribution.certainty,
        "realized": attribution.realized,
        "distanced": attribution.distanced,
        "said_on": attribution.said_on,
        "said_on_basis": attribution.said_on_basis,
        "quotation": attribution.quotation,
        "claims": [claim_object(claims[each.claim], each) for each in statements if each.claim],
        "confidence": round(attribution.confidence, 2),
    }


def statements_by_place(statements: Iterable[Statement]) -> Mapping[tuple[Spans, Spans], list[Statement]]:
    """Sort the statements that carry claims by their source and content spans, in the order of the claims."""
    found: dict[tuple[Spans, Spans], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.claim:
            found[statement.source_spans, statement.content_spans].append(statement)
    return found


def claim_object(claim: Claim, statement: Statement) -> Json:
    """Give the JSON object of one claim, in words, and whether the statement affirms it."""
    return {
        "text": claim.text,
        "subject": word(claim, claim.subject),
        "predicate": word(claim, claim.predicate),
        "object": word(claim, claim.object),
        "place": claim.place and word(claim, claim.place),
        "time": claim.period and (claim.period.edtf or None),
        "time_text": statement.time_text or None,
        "time_basis": statement.time_basis,
        "quantity": claim.quantity and quantity_object(claim.quantity),
        "affirms": statement.affirms,
    }


def word(claim: Claim, iri: Iri) -> str:
    """Give the words for an IRI of a claim."""
    return claim.labels.get(iri) or compact(iri)


def quantity_object(quantity: Quantity) -> Json:
    """Give the JSON object of a quantity."""
    return {
        "low": quantity.low,
        "high": quantity.high,
        "operator": quantity.operator,
        "unit": quantity.unit,
        "code": quantity.code,
        "text": quantity.text,
    }


def offsets(spans: Spans) -> list[list[int]]:
    """Write spans as pairs of numbers."""
    return [[span.start, span.end] for span in spans]
