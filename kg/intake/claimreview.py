"""Fact checks in schema.org's ClaimReview: what was claimed, by whom, and what the reviewer says of it.

JSON-LD as one object, a list, a `@graph`, a feed, or in the scripts of a page. https://schema.org/ClaimReview
"""

from collections.abc import Iterator
from contextlib import suppress
from textwrap import shorten
from typing import Any, Final

from kg.dates import PartialDate
from kg.errors import UnreadableError
from kg.intake import _json as linked
from kg.intake._quotations import told_of
from kg.intake._ratings import FILE, Rating, ratings
from kg.intake._values import day
from kg.intake.base import Found, InWords, Record, Source, Teller, Telling
from kg.iris import Minter
from kg.model import AgentKind, DateBasis, Document, Span
from kg.rdf.vocab import PROGRAM

KIND: Final = "ClaimReview"
_KINDS = {
    "Person": AgentKind.PERSON, "Organization": AgentKind.ORGANIZATION, "NewsMediaOrganization": AgentKind.OUTLET,
}  # fmt: skip


class ClaimReviewImporter:
    """Reads fact checks; one that is broken spoils no other."""

    suffixes = (".json", ".jsonld", ".jsonl", ".html", ".htm")
    corrects = True

    def fits(self, head: bytes) -> bool:
        """Tell whether a fact check, or a claim with its quotations, is spoken of."""
        return KIND.encode() in head or b'"Quotation"' in head

    def read(self, source: Source) -> Iterator[Found]:
        """Give what each fact check tells."""
        number = 0
        for found in linked.values(source.path):
            number += 1
            if isinstance(found, UnreadableError):
                yield found
                continue
            place, value = found
            known = {each["@id"]: each for each in linked.objects(value, "Claim") if isinstance(each.get("@id"), str)}
            for claim in linked.objects(value, "Claim"):
                yield from told_of(claim, place, source.minter)
            for review in linked.objects(value, KIND):
                if linked.text(linked.get(review, "author")) != PROGRAM.value:  # its own verdicts kg makes anew
                    yield from _Review(review, known, place, source.minter).found()
        if not number:
            raise UnreadableError(f"{source.name}: empty; nothing was taken")


class _Review:
    """One fact check."""

    def __init__(self, review: linked.Object, known: dict[str, linked.Object], place: str, minter: Minter) -> None:
        self.review, self.minter = review, minter
        self.url = linked.text(linked.get(review, "url"))
        self.claimed = linked.text(linked.get(review, "claimReviewed")) or ""
        called = self.url or linked.text(review.get("@id")) or shorten(self.claimed, 60, placeholder=" …")
        self.place = f"{place}: review {called}" if called else place
        item = next(iter(linked.many(linked.get(review, "itemReviewed"))), None)
        self.item: Any = known.get(item.get("@id", ""), item) if isinstance(item, dict) else None

    def found(self) -> Iterator[Found]:
        """Give the claim as it was made, and the review of it."""
        try:
            if not self.claimed:
                raise UnreadableError(f"{self.place}: no claimReviewed; say what was claimed")
            yield from self._records()
        except UnreadableError as error:
            yield error

    def _records(self) -> Iterator[Found]:
        reviewer = _teller(linked.get(self.review, "author"), AgentKind.ORGANIZATION)
        if reviewer is None:
            raise UnreadableError(f"{self.place}: no author with a name; say who reviewed it")
        made, rated, rating = self._made(), self._rated(), self._rating()
        tellings = [made] if made and not self._appearance() else []
        if rating:
            tellings.append(self._judged(reviewer, rating, rated))
        if tellings:
            yield Record(place=self.place, document=self._document(rated), publisher=reviewer, tellings=tuple(tellings))
        yield from self._appeared(made)
        if rating is None:
            cure = f"add it to ontology/{FILE}; what the reviewer says was left out"
            raise UnreadableError(f"{self.place}: the rating {rated or 'without words'!r} is unknown; {cure}")

    def _document(self, rated: str) -> Document:
        """Give the review as far as it is known: the claim and the rating; a changed rating leaves it the same."""
        published = self._day(self.review, "datePublished")
        address = self.url or linked.text(self.review.get("@id"))
        title = linked.text(linked.get(self.review, "headline")) or linked.text(linked.get(self.review, "name"))
        reviewer = linked.name_of(linked.get(self.review, "author"))
        language = linked.text(linked.get(self.review, "inLanguage"))
        return Document(
            id=self.minter.document(address, reviewer, self.claimed), url=address, published=published, title=title,
            text="\n".join(filter(None, (self.claimed, rated))), language=language,
        )  # fmt: skip

    def _made(self) -> Telling | None:
        """Give the claim as whoever made it states it."""
        source = _teller(linked.get(self.item, "author"), AgentKind.UNKNOWN)
        if source is None and not self._appearance():
            return None
        said_on = self._day(self.item, "datePublished")
        whole = (Span(0, len(self.claimed)),)
        unknown = Teller(name="unnamed source", named=False)
        return Telling(source=source or unknown, claim=InWords(text=self.claimed), said_on=said_on, content_spans=whole)

    def _judged(self, reviewer: Teller, rating: Rating, rated: str) -> Telling:
        """Give what the reviewer says of the claim."""
        published = self._day(self.review, "datePublished")
        start = len(self.claimed) + 1
        return Telling(
            source=reviewer, claim=InWords(text=self.claimed), stance=rating.stance, certainty=rating.certainty,
            said_on=published, said_on_basis=DateBasis.PUBLICATION_DAY, content_spans=(Span(0, len(self.claimed)),),
            cue_spans=(Span(start, start + len(rated)),) if rated else (),
        )  # fmt: skip

    def _appeared(self, made: Telling | None) -> Iterator[Record]:
        """Give the documents in which the claim was made."""
        for each in self._appearance() if made else ():
            url = linked.text(linked.get(each, "url")) or linked.text(each) or ""
            published = self._day(each, "datePublished")
            publisher = _teller(linked.get(each, "publisher"), AgentKind.OUTLET)
            document = Document(
                id=self.minter.document(url, None, self.claimed), text=self.claimed, url=url, published=published,
                title=linked.text(linked.get(each, "headline")),
            )  # fmt: skip
            yield Record(place=self.place, document=document, publisher=publisher, tellings=(made,) if made else ())

    def _appearance(self) -> list[Any]:
        """Give where the claim was made, as far as it has an address."""
        told = [linked.get(self.item, "firstAppearance"), *linked.many(linked.get(self.item, "appearance"))]
        told = [each for each in told if isinstance(each, str | dict)] or [
            each for each in [self.item] if isinstance(each, dict) and linked.get(each, "url")
        ]
        by_address = {linked.text(linked.get(each, "url")) or linked.text(each): each for each in reversed(told)}
        return [by_address[address] for address in sorted(filter(None, by_address))]

    def _rated(self) -> str:
        rating = linked.get(self.review, "reviewRating")
        return linked.text(linked.get(rating, "alternateName")) or linked.text(linked.get(rating, "name")) or ""

    def _rating(self) -> Rating | None:
        words, rating = self._rated(), linked.get(self.review, "reviewRating")
        if words:
            return ratings().of_words(words)
        with suppress(TypeError, ValueError):
            value, worst, best = (
                float(linked.text(linked.get(rating, each)) or "nan")
                for each in ("ratingValue", "worstRating", "bestRating")
            )
            return ratings().of_number(value, worst, best)
        return None

    def _day(self, thing: Any, name: str) -> PartialDate | None:
        words = linked.text(linked.get(thing, name))
        try:
            return day(words) if words else None
        except ValueError as error:
            raise UnreadableError(f"{self.place}: {name}: {error}") from error


def _teller(value: Any, kind: AgentKind) -> Teller | None:
    """Give who an author is; several are named together, since they speak as one."""
    each = linked.many(value)
    names = list(dict.fromkeys(name for one in each if (name := linked.name_of(one))))
    if len(names) > 1:
        return Teller(name="; ".join(sorted(names)), kind=AgentKind.GROUP)
    told = linked.types(each[0]) if each and isinstance(each[0], dict) else set()
    kinds = [_KINDS[name] for name in sorted(told) if name in _KINDS]
    return Teller(name=names[0], kind=kinds[0] if kinds else kind) if names else None


importer = ClaimReviewImporter()
