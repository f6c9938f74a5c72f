"""What a description stands for in one document: "the hospital" for the Vell hospital that it names."""

import re
from dataclasses import dataclass, field, replace

from kg.model import Attribution, Phrase, Proposition
from kg.resolve.groups import ArmedBody

_KINDS = (
    "hospital|airport|airfield|airbase|base|bridge|dam|village|town|district|neighbourhood|neighborhood|camp|"
    "university|mosque|church|prison|port|station|checkpoint|province|valley|refinery|plant|school|depot"
)
_NAMED = re.compile(rf"((?:\b[A-Z][\w'’-]*\s)+)({_KINDS}\b|[A-Z][a-z]+\b)")
_DESCRIPTION = re.compile(
    r"(?:(?P<before>the|this|that|a|an)\s+)?(?P<head>[A-Za-z]+)(?:\s+(?:compound|building|complex))?"
)
_NO_NAMES = frozenset({"the", "this", "that", "a", "an", "in", "on", "at", "from", "but", "and", "his", "her", "its"})


@dataclass(slots=True)
class Descriptions:
    """The names of one document by their last word, with where they stand."""

    text: str
    _named: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _armed: ArmedBody = field(init=False)

    def __post_init__(self) -> None:
        self._armed = ArmedBody(self.text)
        for match in _NAMED.finditer(self.text):
            words = match.group().split()
            while words and words[0].lower() in _NO_NAMES:
                words = words[1:]
            if len(words) > 1:
                self._named.setdefault(words[-1].lower(), []).append((match.start(), " ".join(words)))

    def apply(self, attribution: Attribution) -> Attribution:
        """Give every description in an attribution the name it stands for as its antecedent."""
        return replace(attribution, propositions=tuple(map(self._in_proposition, attribution.propositions)))

    def _in_proposition(self, proposition: Proposition) -> Proposition:
        return replace(
            proposition,
            subject=self._in_phrase(proposition.subject) if proposition.subject else None,
            object=self._in_phrase(proposition.object) if proposition.object else None,
            obliques=tuple((preposition, self._in_phrase(phrase)) for preposition, phrase in proposition.obliques),
        )

    def _in_phrase(self, phrase: Phrase) -> Phrase:
        name = None if phrase.antecedent or phrase.span is None else self._name_of(phrase.text, phrase.span.start)
        return replace(phrase, antecedent=name) if name else phrase

    def _name_of(self, words: str, start: int) -> str | None:
        """Give the last name before a description that ends in its word, or else the only one of the document."""
        if body := self._armed.meant(words):
            return body
        match = _DESCRIPTION.fullmatch(words)
        found = self._named.get(match["head"].lower(), []) if match else []
        if not match or not found:
            return None
        if len({name.lower() for _, name in found}) == 1:
            return found[0][1]
        before = [name for place, name in found if place < start]
        definite = match["before"] in {"the", "this", "that", "The", "This", "That"}
        return before[-1] if before and definite else None
