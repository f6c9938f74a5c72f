"""Settles who says an attribution and through whom its words came: "Lee, quoted by Velda News, told Sarn Radio"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import words
from kg.extract.chains import Chains
from kg.extract.corrections import names_own_text
from kg.extract.drafts import Draft
from kg.extract.names import is_acronym, same_name
from kg.extract.speakers import Speakers
from kg.model import AgentKind, Attribution, Mention, Stance

Lineage = tuple[Mention | None, tuple[Mention, ...]]  # the speaker, and the chain from it to the carrier
_CARRYING = frozenset({AgentKind.OUTLET, AgentKind.ORGANIZATION, AgentKind.UNKNOWN})


class Lineages:
    """The lineages of one document; ask for them in the order of the text."""

    def __init__(self, speakers: Speakers, chains: Chains, publisher: str | None, agencies: Sequence[Mention]) -> None:
        self.speakers, self.chains, self.publisher, self.agencies = speakers, chains, publisher, agencies
        self.earlier: dict[str, tuple[Mention, ...]] = {}  # by speaker, through whom its words came last

    def of(self, draft: Draft, outer: Attribution | None) -> Lineage:
        """Give the speaker, and the chain from the nearest to it to the nearest to the carrier."""
        source = self._source(draft)
        speaker, within = self._voices(draft, source)
        via = (*self.chains.heard_by(draft), *within, *self._passed_on(outer, speaker))
        if speaker is not None:
            via = self._as_before(speaker, via)
        return speaker, self.links(speaker, via)

    def _source(self, draft: Draft) -> Mention | None:
        """Give the one that the text names; "we" outside quotation marks and "this article" are the publisher."""
        if draft.source is None:
            return None
        own = (draft.source.head.lower_ in {"we", "i"} or names_own_text(draft)) and self.publisher is not None
        return Mention(name=self.publisher or "", kind=AgentKind.OUTLET) if own else self.speakers.resolve(draft.source)

    def _voices(self, draft: Draft, source: Mention | None) -> Lineage:
        """Tell the speaker from the source where the source only passes its words on, or speaks by another's mouth."""
        organ, cited, quoter = (
            self.speakers.resolve(found) if found else None
            for found in (self.chains.speaks_through(draft), self.chains.cited(draft), self.chains.quoter(draft))
        )
        through = (replace(quoter, kind=AgentKind.OUTLET),) if quoter else ()
        if organ is not None:
            return replace(organ, organization=organ.organization or (source.name if source else None)), through
        if cited is not None:
            return cited, (*through, replace(source, kind=AgentKind.OUTLET)) if source else through
        return source, through

    def _passed_on(self, outer: Attribution | None, speaker: Mention | None) -> tuple[Mention, ...]:
        """Give the chain of the attribution around this one: "The agency reported that the ministry said …"."""
        if outer is None or outer.speaker is None or outer.stance is not Stance.ASSERTS:
            return ()
        if not outer.speaker.named and outer.speaker.name in words.STATEMENT_NOUNS:
            return outer.via
        if speaker is not None and same_name(outer.speaker.name, speaker.name):
            return outer.via
        return (outer.speaker, *outer.via)

    def _as_before(self, speaker: Mention, via: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Let what a speaker adds without a word on how it was heard come the way of its last words."""
        if via:
            self.earlier[speaker.name] = tuple(link for link in via if link.kind in _CARRYING)
        return via or self.earlier.get(speaker.name, ())

    def links(self, speaker: Mention | None, via: Sequence[Mention]) -> tuple[Mention, ...]:
        """Drop from a chain its doubles, the speaker and the publisher; end it with the credited agencies."""
        found: list[Mention] = []
        for link in (*via, *self.agencies):
            known = [speaker.name if speaker else None, self.publisher, *(each.name for each in found)]
            if not any(same_name(link.name, name) or _shortens(link.name, name) for name in known):
                found.append(link)
        return tuple(found)


def _shortens(short: str, name: str | None) -> bool:
    """Whether a name is the acronym of another."""
    return bool(name) and short.isupper() and is_acronym(short, name or "")
