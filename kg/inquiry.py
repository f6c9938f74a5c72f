"""Questions put to a graph: a claim in words or by its id in, a verdict with its reasons out."""

from functools import cached_property

from kg.corroborate.evidence import Evidence, load
from kg.corroborate.verdict import Corroboration, corroborate, corroborate_claim
from kg.dates import PartialDate
from kg.iris import expand
from kg.model import Iri
from kg.rdf.entities import read_entities
from kg.store import View
from kg.tools import Recipe, Tools


class Inquiry:
    """One graph as it was known on a day (or now), ready to be asked again and again."""

    def __init__(self, view: View, as_of: PartialDate | None = None) -> None:
        self.view = view
        self.as_of = as_of
        self.evidence: Evidence = load(view, as_of=as_of)

    @cached_property
    def tools(self) -> Tools:
        """What reads a question in words, with the names that the graph knows."""
        return Tools(Recipe(entities=read_entities(self.view), minter=self.view.minter, places=self.view.places))

    @cached_property
    def day(self) -> PartialDate | None:
        """The day from which a question looks back: that of `as_of`, or else of the newest document."""
        published = {said.published for said in self.evidence.testimonies.values() if said.published}
        return self.as_of or max(published, key=lambda day: day.last_day, default=None)

    def corroborate(self, question: str) -> Corroboration:
        """Give the verdict on a claim in words, by its IRI or by its short id; raises NotFoundError."""
        iri = Iri(expand(question.strip(), self.view.base))
        if iri != question.strip() or iri.startswith(("http://", "https://")):
            return corroborate_claim(self.evidence, iri)
        return corroborate(self.evidence, self.tools.question(question, self.day), query=question)
