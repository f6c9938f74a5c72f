"""How a statement and its claims are put into words, in the terminal and on the page alike."""

from typing import Any

Json = dict[str, Any]

NOT_AFFIRMED = "not affirmed"
NOBODY = "unnamed"  # a source that the text does not name


def speaker(statement: Json) -> str:
    """Name who speaks."""
    return str(statement["speaker"] or NOBODY)


def standing(statement: Json) -> str:
    """Say who that is: role, organisation and side, as far as the text and the entities tell."""
    role, organization, party = statement["role"], statement["organization"], statement["party"]
    told = organization and role and organization in role
    side = f"side: {party}" if party and party != statement["speaker"] else None
    return ", ".join(filter(None, (role, None if told else organization, side)))


def chain(statement: Json) -> str:
    """Say through whom the words came, from the speaker to the paper."""
    carrier = statement["carrier"] or "unknown publisher"
    return " → ".join([speaker(statement), *statement["via"], carrier])


def manner(statement: Json) -> tuple[str, ...]:
    """Say how it was said: stance, whether it affirms, certainty, distance, day, quotation, confidence."""
    day = statement["said_on"]
    return (
        statement["stance"],
        "affirmed" if statement["affirms"] else NOT_AFFIRMED,
        statement["certainty"],
        *(() if statement["realized"] else ("not said to be so yet",)),
        *(("the paper keeps its distance",) if statement["distanced"] else ()),
        f"said {day} ({statement['said_on_basis']})" if day else "day unknown",
        f"{statement['quotation']} speech",
        f"confidence {statement['confidence']:.2f}",
    )


def claim(claim: Json) -> tuple[str, ...]:
    """Put a claim into words and, where they are not the same, its subject, predicate and object; with its scope."""
    quantity = claim["quantity"]
    triple = (claim["subject"], claim["predicate"], claim["object"])
    scope = (
        f"place: {claim['place']}" if claim["place"] and claim["place"] not in triple else "",
        f"time: {claim['time']}" if claim["time"] else "",
        f"quantity: {amount(quantity)}" if quantity else "",
    )
    parts = "; ".join(filter(None, (" | ".join(triple), *scope, "" if claim["affirms"] else NOT_AFFIRMED)))
    return (parts,) if claim["text"] == " ".join(triple) else (claim["text"], parts)


def amount(quantity: Json) -> str:
    """Write an interval with its unit: "≥ 1,000 people killed".

    >>> amount({"low": 1000.0, "high": None, "unit": "people killed", "text": "more than 1,000"})
    '≥ 1,000 people killed'
    """
    low, high, unit = quantity["low"], quantity["high"], quantity["unit"]
    if low == high:
        number = _number(low)
    elif low is None or high is None:
        number = f"≤ {_number(high)}" if low is None else f"≥ {_number(low)}"
    else:
        number = f"{_number(low)}-{_number(high)}"
    return f"{number} {unit}".strip()


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.6g}" if value < 1e6 else f"{value:,.0f}"
