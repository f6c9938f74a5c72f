"""Writes parts of an answer as JSON, with names for people and short ids."""

from kg.corroborate.evidence import Evidence
from kg.corroborate.independence import Origin
from kg.corroborate.relevance import Bearing
from kg.iris import compact
from kg.model import Iri


class Names:
    """Knows the names of one graph's things."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def short(self, iri: Iri) -> str:
        """Shorten an id."""
        return compact(iri, self._evidence.base)

    def name(self, iri: Iri | None) -> str | None:
        """Give the name of an agent or party."""
        return self._evidence.knowledge.name(iri) if iri else None

    def origin(self, origin: Origin) -> dict[str, object]:
        """Write one origin."""
        return {
            "name": origin.name,
            "party": self.name(origin.party),
            "affirms": origin.affirms,
            "interest": origin.interest.value,
            "statements": [self.short(statement) for statement in origin.statements],
            "grades": self.grades(origin.id),
        }

    def grades(self, source: Iri | None) -> list[dict[str, str]]:
        """Write what people think of a source, in the order in which they said it."""
        return [
            {
                "grade": each.grade,
                "by": each.maker.removeprefix("person:"),
                "on": each.made.date().isoformat(),
                "reason": each.reason,
            }
            for each in (self._evidence.grades.get(source, ()) if source else ())
        ]

    def bearing(self, bearing: Bearing) -> dict[str, object]:
        """Write one statement that supports, denies or qualifies."""
        said = bearing.testimony
        return {
            "statement": self.short(said.statement),
            "document": self.short(said.document),
            "document_id": said.document_id,
            "url": said.url,
            "publisher": self.name(said.publisher),
            "published": said.published,
            "speaker": self.name(said.agent),
            "via": [self.name(hop) for hop in said.via],
            "stance": said.stance.value,
            "said_on": said.said_on,
            "quote": said.quote,
            "relation": bearing.match.relation.value,
        }
