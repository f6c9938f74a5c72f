"""Builds evidence from the small TOML files of `tests/cases/corroborate`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kg.corroborate.disputes import CALLED_UNRELIABLE
from kg.corroborate.evidence import Evidence
from kg.corroborate.identified import agents_of, claim_of, testimony_of
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.sweeping import EXISTS
from kg.corroborate.testimony import Testimony
from kg.dates import PartialDate
from kg.iris import Minter
from kg.model import (
    Agent,
    AgentKind,
    Certainty,
    Claim,
    Decision,
    Iri,
    Judgement,
    Operator,
    Period,
    Quantity,
    Relation,
    Stance,
)
from kg.resolve.identity import Identity

CASES = Path(__file__).parents[2] / "cases" / "corroborate"
SHIPPED = {"called-unreliable": CALLED_UNRELIABLE, "exists": EXISTS}  # relations that the code itself names
Table = Mapping[str, Any]
mint = Minter()


def read(path: Path) -> dict[str, Any]:
    """Read a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def world() -> Knowledge:
    """Read the invented country."""
    table = read(CASES / "world.toml")
    names = {
        mint.named(kind, key): entry.get("name") or key.replace("-", " ").title()
        for kind, group in (("party", "parties"), ("agent", "agents"), ("place", "places"), ("relation", "relations"))
        for key, entry in table[group].items()
    }
    return Knowledge(
        relations={mint.named("relation", key): _relation(key, entry) for key, entry in table["relations"].items()},
        agents={mint.named("agent", key): _agent(key, entry) for key, entry in table["agents"].items()},
        opposed=frozenset(
            frozenset((mint.named("party", key), mint.named("party", other)))
            for key, entry in table["parties"].items()
            for other in entry.get("opposed", ())
        ),
        parties=frozenset(mint.named("party", key) for key in table["parties"]),
        places=frozenset(mint.named("place", key) for key in table["places"]),
        part_of={
            mint.named("place", key): (mint.named("place", entry["in"]),)
            for key, entry in table["places"].items()
            if "in" in entry
        },
        names=names,
    )


def _relation(key: str, entry: Table) -> Relation:
    def many(field: str) -> tuple[Iri, ...]:
        return tuple(mint.named("relation", name) for name in entry.get(field, ()))

    return Relation(
        id=mint.named("relation", key),
        name=entry["name"],
        family=entry["family"],
        inverse=mint.named("relation", entry["inverse"]) if "inverse" in entry else None,
        entails=many("entails"),
        contradicts=many("contradicts"),
        functional=entry.get("functional", False),
        once=entry.get("once", False),
        strength=entry.get("strength", 0),
        gains=entry.get("gains"),
        loses=entry.get("loses"),
    )


def _agent(key: str, entry: Table) -> Agent:
    return Agent(
        id=mint.named("agent", key),
        name=entry["name"],
        kind=AgentKind(entry["kind"]),
        named=entry.get("named", True),
        party=mint.named("party", entry["party"]) if "party" in entry else None,
        acted_on_behalf_of=mint.named("agent", entry["for"]) if "for" in entry else None,
    )


def thing(key: str, knowledge: Knowledge) -> Iri:
    """Give the agent, party or place of a key; other words are a thing of their own."""
    for kind in ("agent", "place", "party"):
        if knowledge.knows(mint.named(kind, key)):
            return mint.named(kind, key)
    return mint.named("thing", key)


def claim(entry: Table, knowledge: Knowledge) -> Claim:
    """Read a claim: `{ says = "crown-forces | took | salt-gate", place, days, much }`."""
    keys = [part.strip() for part in entry["says"].split("|")]
    subject, target = thing(keys[0], knowledge), thing(keys[2], knowledge)
    predicate = SHIPPED.get(keys[1]) or mint.named("relation", keys[1])
    place = mint.named("place", entry["place"]) if "place" in entry else None
    start, end = ([*entry["days"].split(" to "), entry["days"]])[:2] if "days" in entry else ("", "")
    period = Period(start=_day(start), end=_day(end)) if "days" in entry else None
    quantity = _quantity(entry["much"]) if "much" in entry else None
    if quantity and "amount" in entry:
        quantity = replace(quantity, text=entry["amount"])
    labels = {
        subject: keys[0].replace("-", " "),
        predicate: keys[1].replace("-", " "),
        target: keys[2].replace("-", " "),
    }
    return Claim(
        id=mint.hashed("claim", subject, predicate, target, place, period, quantity),
        text=entry.get("text") or " ".join(labels.values()),
        subject=subject,
        predicate=predicate,
        object=target,
        place=place,
        period=period,
        quantity=quantity,
        labels=labels,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _quantity(text: str) -> Quantity:
    """Read "20..30 people killed", "20.. people killed" or "20 people killed"."""
    number, unit = text.split(" ", 1)
    low, dots, high = number.partition("..")
    operator = Operator.BETWEEN if low and high else Operator.AT_LEAST if dots and low else Operator.EXACTLY
    return Quantity(
        low=float(low) if low else None,
        high=float(high or low) if high or not dots else None,
        operator=Operator.AT_MOST if dots and not low else operator,
        unit=unit,
        text=number,
    )


def testimony(entry: Table, number: int, knowledge: Knowledge) -> tuple[Testimony, Claim]:
    """Read one statement with its claim."""
    said = claim(entry, knowledge)
    publisher = mint.named("agent", entry["in"])
    document = mint.named("document", entry.get("document", f"{entry['in']}-{number}"))
    narrated = entry.get("narrated", False)
    speaker = publisher if narrated else mint.named("agent", entry["by"]) if "by" in entry else None
    return (
        Testimony(
            statement=mint.named("statement", entry.get("id", f"s{number}")),
            claim=said.id,
            agent=speaker,
            party=mint.named("party", entry["party"]) if "party" in entry else None,
            stance=Stance(entry.get("stance", "asserts")),
            affirms=entry.get("affirms", True),
            narrated=narrated,
            certainty=Certainty(entry.get("certainty", "certain")),
            realized=entry.get("realized", True),
            said_on=PartialDate(entry["on"]) if "on" in entry else None,
            document=document,
            document_id=entry.get("document"),
            publisher=publisher,
            published=PartialDate(entry["published"]) if "published" in entry else None,
            credits=tuple(mint.named("agent", agency) for agency in entry.get("credits", ())),
            via=tuple(mint.named("agent", hop) for hop in entry.get("via", ())),
            quote=entry.get("quote", ""),
        ),
        said,
    )


def evidence(
    entries: Iterable[Table], judgements: Iterable[Table] = (), knowledge: Knowledge | None = None
) -> Evidence:
    """Build the evidence of some statements in the invented country."""
    known = knowledge or world()
    pairs = [testimony(entry, number, known) for number, entry in enumerate(entries, start=1)]
    made = tuple(_judgement(entry, known) for entry in judgements)
    identity = Identity(made)
    return Evidence(
        claims={said.id: claim_of(said, identity) for _, said in pairs},
        testimonies={each.statement: testimony_of(each, identity) for each, _ in pairs},
        knowledge=replace(known, agents=agents_of(known.agents.values(), identity)),
        judgements=made,
        identity=identity,
    )


def _judgement(entry: Table, knowledge: Knowledge) -> Judgement:
    def side(value: Any) -> Iri:
        return mint.named("agent", value) if isinstance(value, str) else claim(value, knowledge).id

    left, right, maker = side(entry["left"]), side(entry["right"]), entry["maker"]
    return Judgement(
        id=mint.hashed("judgement", left, right, entry["decision"], maker),
        left=left,
        right=right,
        decision=Decision(entry["decision"]),
        maker=maker,
        score=entry.get("score", 1.0),
        reason=entry.get("reason", "so it was decided"),
    )
