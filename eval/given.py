"""Puts the gold statements of a news event into a graph in place of extracted ones: what matching alone can do.

Speaker, chain, stance, polarity, day and number are the gold's; of its words, "subject relation object", the claim is
read as that of a question is. The quote is the sentence of the article that holds most of the words.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from statements import SENTENCE, share, stems_of, told

from kg.corroborate.derive import derive
from kg.dates import PartialDate
from kg.ingest import Hints, read_documents
from kg.inquiry import Inquiry
from kg.model import (
    AgentKind,
    Attribution,
    Certainty,
    DateBasis,
    Document,
    Mention,
    Operator,
    Proposition,
    Quantity,
    Reading,
    Span,
    Stance,
)
from kg.pipeline import load_entities, written
from kg.rdf.entities import load_entities as read_file
from kg.rdf.entities import read_entities
from kg.store import create
from kg.tools import Recipe, Tools, Understood

Row = dict[str, Any]
STANCES = {"deny": Stance.DENIES}
UNSURE = re.compile(r"\b(may|could|possible|unconfirmed|not clear|if confirmed)\b")
SEVERAL = re.compile(r" / |, ")
ROUGHLY = 0.1
OPERATORS = {
    "=": Operator.EXACTLY,
    ">": Operator.MORE_THAN,
    ">=": Operator.AT_LEAST,
    "<": Operator.LESS_THAN,
    "<=": Operator.AT_MOST,
    "~": Operator.ABOUT,
}


def verdicts(
    articles: Path, gold: Mapping[str, Row], questions: Sequence[Row], entities: Path | None, graph: Path
) -> Iterator[Row]:
    """Store the gold statements in a new graph and yield the verdict on each question, as `--batch` would."""
    with create(graph) as store:
        if entities:
            load_entities(read_file(entities), store)
        tools = Tools(Recipe(entities=read_entities(store), minter=store.minter))
        for found in read_documents([str(articles)], Hints(), store.minter):
            if isinstance(found, Document) and found.local_id and found.local_id in gold:
                reading = reading_of(found, gold[found.local_id], tools)
                understood = Understood(reading, tools.resolver.resolve(reading), tools.version)
                store.add_documents([written(understood, store.minter, tools.version)])
        derive(store)
        inquiry = Inquiry(store)
        for question in questions:
            yield {"key": question["key"]} | inquiry.corroborate(question["claim"]).to_json()


def reading_of(document: Document, gold: Row, tools: Tools) -> Reading:
    """Give what the gold says of one article."""
    said = [_attribution(number, row, document, tools) for number, row in enumerate(gold["statements"])]
    agencies = tuple(_mention(name, AgentKind.OUTLET) for name in SEVERAL.split(gold["wire"] or "") if name)
    return Reading(document=document, attributions=tuple(said), credits=agencies)


def _attribution(number: int, gold: Row, document: Document, tools: Tools) -> Attribution:
    stance = STANCES.get(gold["stance"]) or Stance(gold["stance"] + "s")
    day = PartialDate(gold["said_on"]) if gold["said_on"] else None
    turned = (stance is Stance.DENIES) != gold["negated"]
    return Attribution(
        source=(Span(number, number + 1),),  # tells statements of one sentence apart
        cue=(),
        content=(_sentence(gold, document.text),),
        speaker=_speaker(gold),
        via=tuple(_mention(name, AgentKind.OUTLET) for hop in gold["via"] for name in SEVERAL.split(hop)),
        stance=stance,
        certainty=Certainty.POSSIBLE if UNSURE.search(gold.get("hedge") or "") else Certainty.CERTAIN,
        said_on=day,
        said_on_basis=DateBasis.STATED if day else DateBasis.UNKNOWN,
        narrated=gold["speaker"] == gold["carrier"],
        propositions=tuple(
            replace(each, affirms=each.affirms != turned) for each in _propositions(gold, document.published, tools)
        ),
    )


def _propositions(gold: Row, day: PartialDate | None, tools: Tools) -> Sequence[Proposition]:
    words = " ".join(filter(None, (gold["subject"], gold["relation"], gold["object"])))
    place = gold["place"]
    if place and not stems_of(place) & stems_of(words):
        words += f" in {place}"
    found = tools.extractor.read_claim(f"{words[:1].upper()}{words[1:]}.", day)
    return [replace(each, quantity=_quantity(gold, each)) for each in found]


def _quantity(gold: Row, proposition: Proposition) -> Quantity | None:
    given, read = gold["quantity"], proposition.quantity
    if given is None:
        return read
    value, sign = float(given["value"]), given["op"]
    low = {"<": None, "<=": None, "~": value * (1 - ROUGHLY)}.get(sign, value)
    high = {">": None, ">=": None, "~": value * (1 + ROUGHLY)}.get(sign, value)
    if read and any(bound and math.isclose(bound, value, rel_tol=0.01) for bound in (read.low, read.high)):
        return replace(read, low=low, high=high)
    operator = OPERATORS[sign]
    return Quantity(low=low, high=high, operator=operator, unit=given["unit"], text=f"{value:g}")


def _speaker(gold: Row) -> Mention:
    name, organisation = gold["speaker"], gold["speaker_org"]
    kind = AgentKind.UNKNOWN
    if name == gold["carrier"]:
        kind = AgentKind.OUTLET
    elif organisation == name:
        kind = AgentKind.ORGANIZATION
    elif organisation:
        kind = AgentKind.PERSON
    return replace(
        _mention(name, kind),
        named=not name.startswith("unnamed"),
        role=gold["speaker_role"],
        organization=organisation if organisation != name else None,
    )


def _mention(name: str, kind: AgentKind) -> Mention:
    return Mention(name=name, kind=kind)


def _sentence(gold: Row, text: str) -> Span:
    """Give the sentence that holds most of the words of a gold statement."""
    wanted = set().union(*told(gold))
    best = max(SENTENCE.finditer(text), key=lambda found: share(wanted, stems_of(found[0]), dict.fromkeys(wanted, 1.0)))
    return Span(*best.span())
