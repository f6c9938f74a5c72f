"""A claim in the making: the things that its parts stand for, its place and its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.iris import Minter
from kg.model import Claim, Iri, Period, Quantity

SOMEONE = "someone"  # the words of a thing that is left open


@dataclass(frozen=True, slots=True)
class Thing:
    """What a phrase stands for: an id, its words, and the place it is or lies in."""

    id: Iri
    label: str
    place: Iri | None = None
    place_label: str = ""


def identified(minter: Minter, claim: Claim) -> Claim:
    """Give a claim the id that its parts make."""
    period, quantity = claim.period, claim.quantity
    parts = (
        claim.subject, claim.predicate, claim.object, claim.place,
        *((period.start, period.end) if period else (None, None)),
        *((quantity.low, quantity.high, f"{quantity.operator} {quantity.unit}") if quantity else [None] * 3),
    )  # fmt: skip
    return replace(claim, id=minter.hashed("claim", *parts))


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    subject: Thing
    relation: Iri
    relation_name: str
    object: Thing
    period: Period | None
    quantity: Quantity | None
    words: str  # of the proposition
    place: Iri | None = None
    place_label: str = ""
    labels: dict[Iri, str] = field(default_factory=dict)
    said: str = ""  # the words of the claim, where they are given

    def take_place(self, things: Sequence[Thing]) -> None:
        """Take the first named place: of the object, else of what stands around, else of the subject."""
        for thing in things:
            if thing.place:
                self.place, self.place_label = thing.place, thing.place_label
                return

    def claim(self, minter: Minter) -> Claim:
        """Give the claim with its id and words."""
        labels = {
            self.subject.id: self.subject.label,
            self.relation: self.relation_name,
            self.object.id: self.object.label,
        }
        if self.place:
            labels.setdefault(self.place, self.place_label)
        claim = Claim(
            id=Iri(""), text=self._text(), subject=self.subject.id, predicate=self.relation, object=self.object.id,
            place=self.place, period=self.period, quantity=self.quantity, labels=labels,
        )  # fmt: skip
        return identified(minter, claim)

    def _text(self) -> str:
        """Give the names of subject and object, or the words as said where those would make no sentence."""
        if self.said:
            return self.said
        if self.quantity or SOMEONE in {self.subject.label, self.object.label}:
            return self.words
        place = (
            f"in {self.place_label}"
            if self.place and self.place_label not in f"{self.object.label} {self.subject.label}"
            else ""
        )
        words = (self.subject.label, self.relation_name, self.object.label, place, self._when())
        return " ".join(filter(None, words))

    def _when(self) -> str:
        words = self.period.text if self.period else ""
        return words[:1].lower() + words[1:] if words[:2].islower() or " " in words else words
