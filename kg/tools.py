"""What it takes to read one document: an extractor and a resolver, with the knowledge they need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg import __version__
from kg.dates import PartialDate
from kg.extract import Extractor
from kg.iris import Minter, digest
from kg.model import Claim, Document, Entity, Reading, Resolution
from kg.rdf.relations import load_relations
from kg.rdf.stances import load_cues
from kg.resolve import Resolver
from kg.resolve.gazetteer import Gazetteer
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Understood:
    """One document with what was found in it and what that was taken to mean."""

    reading: Reading
    resolution: Resolution
    version: str  # of who found it


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that tools are made from; small enough to be sent to another process."""

    entities: tuple[Entity, ...] = ()
    minter: Minter = field(default_factory=Minter)
    places: Path | None = None  # the file of a gazetteer
    nlp: str | None = None  # an installed spaCy pipeline instead of our own


class Tools:
    """An extractor and a resolver; `version` names them and what they know, for the record of a run."""

    def __init__(self, recipe: Recipe) -> None:
        ontology = folder("ontology")
        relations = load_relations(ontology / "relations.ttl")
        entities = tuple(sorted(recipe.entities, key=lambda entity: entity.id))
        self.recipe = recipe
        self.extractor = Extractor(load_cues(ontology / "stances.ttl"), recipe.nlp)
        gazetteer = Gazetteer(recipe.places) if recipe.places else None
        self.resolver = Resolver(entities, relations, recipe.minter, gazetteer)
        listed = gazetteer.version if gazetteer else ""
        known = (entities, relations, *filter(None, [listed]))
        self._knowledge = f"knowledge {digest(*known)[:8]}"
        self.version = f"kg {__version__}; {self.extractor.version}; {self._knowledge}"

    def understand(self, document: Document) -> Understood:
        """Find the attributed statements of a document and resolve them to agents and claims."""
        reading = self.extractor.read(document)
        return Understood(reading, self.resolver.resolve(reading), self.version)

    def understand_reading(self, reading: Reading) -> Understood:
        """Resolve what was read in a document before."""
        return Understood(reading, self.resolver.resolve(reading), self.version_for(reading))

    def version_for(self, item: Document | Reading) -> str:
        """Name who finds what there is in a document; of what was read before, who resolves it and what that is."""
        if isinstance(item, Document):
            return self.version
        return f"kg {__version__}; lines {digest(*item.attributions, *item.credits)[:8]}; {self._knowledge}"

    def question(self, words: str, day: PartialDate | None = None) -> Sequence[tuple[Claim, bool]]:
        """Read a claim in words: the claims it makes, each with whether it affirms them.

        A day without a year is the last such day before `day`.
        """
        return self.resolver.claims(self.extractor.read_claim(words, day))
