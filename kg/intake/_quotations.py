"""Claims of schema.org with those who made them: each quotation is a statement (`kg export claimreview`)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.errors import UnreadableError
from kg.intake import _json as linked
from kg.intake import _values as values
from kg.intake._documents import identified
from kg.intake.base import Found, InWords, Record, Scope, Teller, Telling
from kg.iris import Minter
from kg.model import AgentKind, Claim, Document, Iri, Period, Span, Stance

_KINDS = {
    "Person": AgentKind.PERSON, "Organization": AgentKind.ORGANIZATION, "NewsMediaOrganization": AgentKind.OUTLET,
}  # fmt: skip

_TOLD = ("url", "headline", "author", "inLanguage", "identifier")  # of an article


def told_of(claim: linked.Object, place: str, minter: Minter) -> Iterator[Found]:
    """Give what each quotation of a claim tells; one that does not say how it stands to the claim is no statement."""
    for role in ("appearance", "subjectOf"):
        for each in linked.many(linked.get(claim, role)):
            if isinstance(each, dict) and "Quotation" in linked.types(each):
                where = f"{place}: quotation {each.get('@id', '')}".rstrip()
                try:
                    yield _Quotation(each, claim, where, minter).record(role == "appearance")
                except (ValueError, UnreadableError) as error:
                    yield error if isinstance(error, UnreadableError) else UnreadableError(f"{where}: {error}")


class _Quotation:
    """One quotation of a claim."""

    def __init__(self, quotation: linked.Object, claim: linked.Object, place: str, minter: Minter) -> None:
        self.quotation, self.claim, self.place, self.minter = quotation, claim, place, minter

    def record(self, affirms: bool) -> Record:
        """Give what it tells; raises ValueError where something is wrong or missing."""
        source = self._teller(linked.get(self.quotation, "creator"))
        article = linked.get(self.quotation, "isPartOf")
        if source is None or not isinstance(article, dict):
            raise ValueError("no creator, or no document (isPartOf); say who said it and where")
        stance = self._stance()
        if stance is None and not affirms:
            raise ValueError("it does not say how it stands to the claim; give kg:stance")
        return Record(
            place=self.place,
            document=self._document(article),
            publisher=self._teller(linked.get(article, "publisher")),
            tellings=(self._telling(source, stance or Stance.ASSERTS, article),),
        )

    def _telling(self, source: Teller, stance: Stance, article: linked.Object) -> Telling:
        said_on = linked.text(linked.get(self.quotation, "dateCreated"))
        affirms = linked.get(self.quotation, "affirms")
        words = "" if self._own(article, "document") else self._words()
        return Telling(
            id=self._own(self.quotation, "statement"),
            source=source,
            claim=self._claimed(),
            via=tuple(self._via()),
            stance=stance,
            affirms=affirms if isinstance(affirms, bool) else None,
            said_on=values.day(said_on) if said_on else None,
            content_spans=(Span(0, len(words)),) if words else (),
        )

    def _words(self) -> str:
        return linked.text(linked.get(self.quotation, "text")) or ""

    def _stance(self) -> Stance | None:
        told = linked.text(linked.get(self.quotation, "stance"))
        return values.one_of(Stance, told.rpartition("#")[2].rpartition(":")[2]) if told else None

    def _document(self, article: linked.Object) -> Document:
        """Give the document; of one that kg named the text is not known here, so that no words of it are kept."""
        own, published = self._own(article, "document"), linked.text(linked.get(article, "datePublished"))
        told = {each: linked.text(linked.get(article, each)) for each in _TOLD}
        made = Document(
            id=Iri(""), text="" if own else self._words(), url=told["url"], title=told["headline"],
            publisher=linked.name_of(linked.get(article, "publisher")), author=told["author"],
            published=values.day(published) if published else None, language=told["inLanguage"],
            local_id=told["identifier"],
        )  # fmt: skip
        return replace(made, id=own) if own else identified(self.minter, made)

    def _via(self) -> Iterator[Teller]:
        """Give who passed it on, from the one nearest to the speaker."""
        for hop in linked.many(linked.get(linked.get(self.quotation, "@reverse"), "isBasedOn")):
            if teller := self._teller(linked.get(hop, "creator")):
                yield teller

    def _teller(self, value: Any) -> Teller | None:
        name = linked.name_of(value)
        told = linked.types(value) if isinstance(value, dict) else set()
        kinds = [_KINDS[each] for each in sorted(told) if each in _KINDS]
        return (
            Teller(
                name=name, kind=kinds[0] if kinds else AgentKind.UNKNOWN, named=name != name.lower(),
                party=linked.name_of(linked.get(value, "memberOf")),
                id=self._own(value, "agent") or self._own(value, "party"),
            )
            if name
            else None
        )  # fmt: skip

    def _claimed(self) -> Claim | InWords:
        """Give the claim by its triple where kg wrote it, else by its words."""
        words = linked.text(linked.get(self.claim, "text")) or linked.name_of(self.claim)
        if not words:
            raise ValueError("its claim has no text; say what was claimed")
        own = self._own(self.claim, "claim")
        parts = [linked.get(self.claim, each) for each in ("subject", "predicate", "object")]
        ids = [part.get("@id") if isinstance(part, dict) else None for part in parts]
        period = self._period()
        if own is None or not all(isinstance(each, str) for each in ids):
            return InWords(text=words, scope=Scope(period=period))
        place = linked.get(self.claim, "spatialCoverage")
        where = place.get("@id") if isinstance(place, dict) else None
        named = [*zip(ids, parts, strict=True), *([(where, place)] if where else [])]
        return Claim(
            id=own, text=words, subject=Iri(str(ids[0])), predicate=Iri(str(ids[1])), object=Iri(str(ids[2])),
            place=Iri(where) if where else None, period=period,
            labels={Iri(str(each)): name for each, part in named if (name := linked.name_of(part))},
        )  # fmt: skip

    def _period(self) -> Period | None:
        told = linked.text(linked.get(self.claim, "temporalCoverage"))
        return replace(values.period(told), text="") if told else None

    def _own(self, thing: Any, kind: str) -> Iri | None:
        """Give the id of a thing that this graph, or one with the same base, has named."""
        name = thing.get("@id") if isinstance(thing, dict) else None
        return Iri(name) if isinstance(name, str) and name.startswith(f"{self.minter.base}{kind}/") else None
