"""Finds through whom words reached the document: "told the agency", "quoted by", "citing", "on state television"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract import grammar, words
from kg.extract.drafts import Draft
from kg.extract.mentions import describe
from kg.extract.names import Names
from kg.extract.phrases import Source
from kg.extract.quoting import QUOTING
from kg.extract.speakers import Speakers
from kg.extract.text import Range, Text
from kg.extract.tokens import Token
from kg.model import AgentKind, Mention

_CITING = frozenset({"citing", "quoting", "cited", "quoted"})
_CARRIED = frozenset({"carried", "published", "quoted", "released", "broadcast", "aired", "posted", "issued", "run"})
_ISSUED = frozenset({"issued", "released", "distributed"})
_THROUGH = frozenset({"through", "via"})
_HEARING = frozenset({"tell", "inform", "brief", "assure"})
_SPOKEN_WITH = frozenset(
    {"speaking", "talking", "interview", "interviews", "comments", "remarks", "statement", "message"}
)
_PLATFORMS = frozenset({"twitter", "facebook", "instagram", "telegram", "youtube", "whatsapp", "tiktok", "x"})
_ORGANS = frozenset({AgentKind.OUTLET, AgentKind.ORGANIZATION, AgentKind.UNKNOWN})


class Chains:
    """Finds the links of each attribution's chain in one text."""

    def __init__(self, text: Text, names: Names, speakers: Speakers) -> None:
        self.text, self.names, self.speakers = text, names, speakers

    def heard_by(self, draft: Draft) -> list[Mention]:
        """Give the outlets that a speaker told, or whose programme or pages the words were in, nearest first."""
        found = [mention for token in self._carriers(draft) if (mention := self._outlet(token))]
        return list(dict.fromkeys([*self._issuers(draft), *found]))

    def _issuers(self, draft: Draft) -> Iterator[Mention]:
        """Yield the named bodies that gave the words out: "said in a statement issued by the Joint Command"."""
        for token in self._beside(draft):
            if (
                token.lower_ == "by"
                and self.text.doc[token.i - 1].lower_ in _ISSUED
                and (head := self._noun_after(token))
            ):
                mention = describe(self.text, self.names, head, self._part(head)).mention
                if mention.kind is AgentKind.ORGANIZATION and mention.named:
                    yield mention

    def speaks_through(self, draft: Draft) -> Source | None:
        """Give the organ by which a group speaks: "The group revealed through its Foo Agency that …"."""
        for token in self._beside(draft):
            if token.lower_ in _THROUGH and token.i + 1 < len(self.text.doc):
                head = self._noun_after(token)
                if head is not None and not draft.holds(head.i):
                    part = self.text.trimmed((token.i + 1, head.i + 1))
                    return Source(head, part) if part else None
        return None

    def cited(self, draft: Draft) -> Source | None:
        """Give whom the source of a draft cites: "X reported, citing Y, that …", "according to X, quoting Y"."""
        first, end = self.text.sentence_of(draft.match.head)
        for token in self.text.doc[first:end]:
            if token.lower_ not in {"citing", "quoting"} or draft.holds(token.i) or token.i == draft.match.first:
                continue
            head = grammar.object_of(token) or self._noun_after(token)
            if head is not None and head.i > token.i:
                stop = next((i for i in range(head.i + 1, end) if self.text.doc[i].text in {",", "."}), end)
                part = self.text.trimmed((token.i + 1, max(min(stop, head.right_edge.i + 1), head.i + 1)))
                return Source(head, part) if part else None
        return None

    def quoter(self, draft: Draft) -> Source | None:
        """Give the carrier that quotes the source of a draft: "The agency quoted border guards as saying that …"."""
        verb = self.text.doc[draft.source.part[0] - 1] if draft.source and draft.source.part[0] else None
        if verb is None or verb.lemma_.lower() not in QUOTING:
            return None
        subject = grammar.subject_of(verb) or grammar.subject_of(verb.head)
        if subject is None or subject.i > verb.i:
            return None
        return Source(subject, (subject.left_edge.i, min(subject.right_edge.i + 1, verb.i)))

    def _beside(self, draft: Draft) -> Iterator[Token]:
        """Yield the tokens of the cue's sentence that are neither content nor source."""
        first, end = self.text.sentence_of(draft.match.head)
        low, high = draft.source.part if draft.source else (0, 0)
        for token in self.text.doc[first:end]:
            if not draft.holds(token.i) and not (low <= token.i < high) and self.text.quote_at[token.i] < 0:
                yield token

    def _carriers(self, draft: Draft) -> Iterator[Token]:
        hearing = draft.match.cue.lemma in _HEARING
        for token in self._beside(draft):
            after = token.i > draft.match.last
            if hearing and token.i == draft.match.last + 1:
                head = self._noun_after(draft.match.head)
                if head is not None:
                    yield head
            elif token.lower_ in {"to", "with"} and self.text.doc[token.i - 1].lower_ in _SPOKEN_WITH:
                head = self._noun_after(token)
                if head is not None:
                    yield head
            elif token.lower_ in {"to", "with", "on", "in"} and after and token.i + 1 < len(self.text.doc):
                head = self._noun_after(token)
                if head is not None and self._is_outlet_name(head, token.lower_):
                    yield head
            elif token.lower_ == "by" and self.text.doc[token.i - 1].lower_ in _CARRIED:
                head = self._noun_after(token)
                if head is not None:
                    yield head
        yield from self._quoted_by(draft)

    def _quoted_by(self, draft: Draft) -> Iterator[Token]:
        """Find "X, quoted by the agency Y, said" inside the source's own words."""
        if draft.source is None:
            return
        first, end = draft.source.part
        for token in self.text.doc[first : min(end + 8, len(self.text.doc))]:
            previous = self.text.doc[token.i - 1] if token.i else token
            if token.lower_ == "by" and previous.lower_ in _CITING and not draft.holds(token.i):
                head = self._noun_after(token)
                if head is not None:
                    yield head

    def _noun_after(self, token: Token) -> Token | None:
        """Give the last noun of the phrase right after a word."""
        at, last = token.i + 1, None
        doc = self.text.doc
        while at < len(doc) and (
            doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"} or doc[at].text in {"'s", "-"}
        ):
            if doc[at].lower_ in words.DAYS_AND_MONTHS | words.RELATIVES:
                break
            if doc[at].pos_ in {"NOUN", "PROPN"}:
                last = doc[at]
            at += 1
        return last

    def _is_outlet_name(self, head: Token, preposition: str) -> bool:
        name = next(iter(self.names.within(head.i, head.i + 1)), None)
        if name is None:
            return preposition == "on" and head.lower_ in {"television", "tv", "radio"}
        broadcast = preposition == "on" and name.kind is AgentKind.UNKNOWN and len(name.key) == 1
        return name.kind is AgentKind.OUTLET or (broadcast and name.key[0] not in _PLATFORMS)

    def _outlet(self, head: Token) -> Mention | None:
        """Give the mention of an outlet, None for a person or body that was only spoken to."""
        if head.text.islower() and head.lower_ in words.HEARERS | words.UNNAMED_PLURALS:
            return None
        found = describe(self.text, self.names, head, self._part(head))
        mention = self._as_outlet(found.mention)
        named = found.noun is None and mention.named
        if found.noun is not None and mention.kind is not AgentKind.OUTLET:
            return None
        if mention.kind not in _ORGANS or (named and self.names.person_named(mention.name)):
            return None
        if mention.kind is AgentKind.ORGANIZATION and not mention.name.replace(".", "").isupper():
            return None
        full = self.names.fullest(mention.name, head.i, mention.kind)
        name = full.text if full is not None and named else mention.name
        return Mention(name=name, kind=AgentKind.OUTLET, named=mention.named, spans=mention.spans)

    def _as_outlet(self, mention: Mention) -> Mention:
        """Take a name of two words that the document says nothing of for an outlet.

        One of them is an acronym, or it was spoken with: "speaking to Kanal Nord".
        """
        name = self.names.like(mention.name) if mention.named else None
        if name is None or name.kind is not AgentKind.UNKNOWN:
            return mention
        acronym = any(word.isupper() and len(word) > 1 for word in mention.name.split())
        spoken_with = any(each.lower_ in _SPOKEN_WITH for each in self.text.doc[max(0, name.opens - 2) : name.opens])
        return replace(mention, kind=AgentKind.UNKNOWN, role=None) if acronym or spoken_with else mention

    def _part(self, head: Token) -> Range:
        first = head.i
        while first > 0 and self.text.doc[first - 1].pos_ in {"DET", "ADJ", "PROPN", "NOUN"}:
            first -= 1
        return first, head.i + 1
