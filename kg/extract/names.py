"""The proper names of one document: where they stand, what kind of thing they name, which is the fullest form."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.extract import grammar, words
from kg.extract.kinds import kind_by_age, kind_by_short_form, kind_of_nouns, nouns_beside
from kg.extract.tokens import Parse, Token, text_of
from kg.model import AgentKind

_PERHAPS_PEOPLE = frozenset({AgentKind.PERSON, AgentKind.UNKNOWN})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "van", "von", "der", "ul"})
_INNER = frozenset({"of", "for", "the"})
_LINKS = frozenset({"-", "–", "&"})


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name where it stands: tokens `[first, end)`, titles cut off into `title`."""

    text: str
    first: int
    end: int
    title: str = ""
    kind: AgentKind = AgentKind.UNKNOWN
    opens: int = 0  # the token at which the title, or else the name, starts

    @property
    def key(self) -> tuple[str, ...]:
        """Its words for comparison."""
        return words_of(self.text)


@lru_cache(maxsize=10_000)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name for comparison, without articles and possessive endings.

    >>> words_of("The Joint Command's"), words_of("Haidar al-Azdi")
    (('joint', 'command'), ('haidar', 'azdi'))
    """
    plain = re.sub(r"['’]s?\b", "", name.casefold().replace(".", ""))
    return tuple(word for word in re.findall(r"\w+", plain) if word not in {"the", "al", "el"})


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same words."""
    return bool(one and other) and words_of(one or "") == words_of(other or "")


@dataclass(slots=True)
class Names:
    """All names of a document and the short forms it introduces in brackets: "Joint Command (JC)"."""

    doc: Parse
    known_outlets: Sequence[str] = ()
    found: list[Name] = field(default_factory=list)
    aliases: dict[tuple[str, ...], str] = field(default_factory=dict)
    nouns: dict[tuple[str, ...], list[str]] = field(default_factory=dict)  # common nouns that stand beside a name
    forms: dict[tuple[str, ...], dict[AgentKind, list[Name]]] = field(default_factory=dict)  # by key and kind
    edges: dict[str, dict[tuple[str, ...], None]] = field(default_factory=dict)  # keys by their first and last words

    def __post_init__(self) -> None:
        for first, end in _runs(self.doc):
            name = self.read(first, end)
            self.found.append(name)
            self.nouns.setdefault(name.key, []).extend(nouns_beside(self.doc, name.first, name.end))
        self._settle_kinds()
        for name in self.found:
            self._index(name)
        for one, other in zip(self.found, self.found[1:], strict=False):
            self._add_alias(one, other)

    def _index(self, name: Name) -> None:
        self.forms.setdefault(name.key, {}).setdefault(name.kind, []).append(name)
        for word in (*name.key[:1], *name.key[-1:]):
            self.edges.setdefault(word, {})[name.key] = None

    def within(self, first: int, end: int) -> Sequence[Name]:
        """Give the names that have a token in `[first, end)`."""
        low = bisect_right(self.found, first, key=lambda each: each.end)
        return self.found[low : bisect_left(self.found, end, key=lambda each: each.first)]

    def _settle_kinds(self) -> None:
        """Give names of unknown kind the one that their use in the document tells."""
        keys = {each.key for each in self.found}
        told: dict[tuple[str, ...], AgentKind] = {}
        for name in self.found:
            if name.kind is AgentKind.UNKNOWN:
                by_use = (
                    kind_of_nouns(self.nouns[name.key]),
                    kind_by_age(self.doc, name.end),
                    kind_by_short_form(name.key, keys),
                )
                kind = next((each for each in by_use if each is not AgentKind.UNKNOWN), name.kind)
                told[name.key] = kind if kind is not AgentKind.UNKNOWN else told.get(name.key, kind)
        self.found = [
            replace(each, kind=told.get(each.key, each.kind)) if each.kind is AgentKind.UNKNOWN else each
            for each in self.found
        ]

    def _add_alias(self, one: Name, other: Name) -> None:
        if other.first == one.end + 1 and self.doc[one.end].text == "(":
            long, short = (one, other) if len(one.text) >= len(other.text) else (other, one)
            if is_acronym(short.text, long.text):
                self.aliases[short.key] = long.text

    def read(self, first: int, end: int) -> Name:
        """Read the tokens of one name: titles off, kind by its words and its named-entity label."""
        doc = self.doc
        while end > first + 1 and doc[end - 1].text in {"'s", "’s", "'", "’"}:
            end -= 1
        while end > first + 1 and doc[end - 1].lower_ in _INNER:
            end -= 1
        while first < end - 1 and doc[first].lower_ in {"the", "a", "an"}:
            first += 1
        organization = doc[end - 1].lower_ in words.ORGANIZATIONS | words.OUTLETS | words.BUSINESSES
        start = first if organization else _after_titles(doc, first, end)
        kind = self._kind(start, end, titled=start > first)
        title = text_of(doc[first:start]) if start > first else ""
        return Name(text_of(doc[start:end]), start, end, title, kind, first)

    def _kind(self, first: int, end: int, *, titled: bool) -> AgentKind:
        if any(same_name(text_of(self.doc[first:end]), outlet) for outlet in self.known_outlets):
            return AgentKind.OUTLET
        if titled:
            return AgentKind.PERSON
        kind = self._kind_by_words(first, end)
        if kind is not AgentKind.UNKNOWN:
            return kind
        label = self.doc[end - 1].ent_type_
        if label in {"PERSON", "PER"} and end > first + 1:
            return AgentKind.PERSON
        called = first > 0 and self.doc[first - 1].lower_ == "the"
        return AgentKind.ORGANIZATION if label in {"ORG", "NORP"} and called else AgentKind.UNKNOWN

    def _kind_by_words(self, first: int, end: int) -> AgentKind:
        stop = next((i for i in range(first + 1, end) if self.doc[i].lower_ in _INNER), end)
        last, text = self.doc[stop - 1].lower_, text_of(self.doc[first:end])
        lowered = {each.lower_ for each in self.doc[first:end]}
        if lowered & words.BROADCASTING:
            return AgentKind.OUTLET
        if last in words.OUTLETS and not (lowered & words.GOVERNING and last == "media"):
            return AgentKind.OUTLET
        acronym = text.replace(".", "").isupper() and len(text) <= 7
        if last in words.ORGANIZATIONS | words.BUSINESSES or lowered & words.GOVERNING or acronym:
            return AgentKind.ORGANIZATION
        return AgentKind.UNKNOWN

    def fullest(self, name: str, at: int, kind: AgentKind = AgentKind.UNKNOWN) -> Name | None:
        """Find the fullest form of a name in the document, the nearest one before `at` first.

        A surname finds "first name surname"; the first words of an organisation's name find the whole.
        """
        key = words_of(name)
        if not key:
            return None
        if key in self.aliases:
            key = words_of(self.aliases[key])
        fitting = [_nearest(names, at) for names in self._forms_of(key, kind)]
        before = [each for each in fitting if each.first <= at]
        pool = before if any(len(each.key) > len(key) for each in before) else fitting
        return max(pool, key=lambda each: (len(each.key), each.first <= at, each.first), default=None)

    def _forms_of(self, key: tuple[str, ...], kind: AgentKind) -> Iterator[list[Name]]:
        """Yield the names of which a key may be a form, those alike together, in the order of the text."""
        for other in {**self.edges.get(key[0], {}), **self.edges.get(key[-1], {})}:
            yield from (names for names in self.forms[other].values() if _is_form_of(key, names[0], kind))

    def like(self, words_: str) -> Name | None:
        """Give a name of the document that is these very words, however they were tagged here."""
        key = words_of(words_)
        if key in self.aliases:
            key = words_of(self.aliases[key])
        return min((names[0] for names in self.forms.get(key, {}).values()), key=lambda each: each.first, default=None)

    def person_named(self, name: str) -> bool:
        """Whether a name is, or is part of, a name that the document gives to a person."""
        key = words_of(name)
        return any(each.kind is AgentKind.PERSON and key and key[-1] in each.key for each in self.found)


def _nearest(names: Sequence[Name], at: int) -> Name:
    """Give the last of some names up to a place, or else the last of all."""
    return names[bisect_right(names, at, key=lambda each: each.first) - 1]


def _is_form_of(key: tuple[str, ...], name: Name, kind: AgentKind) -> bool:
    other = name.key
    if other == key:
        return True
    if len(other) <= len(key):
        return False
    if name.kind in _PERHAPS_PEOPLE and kind in _PERHAPS_PEOPLE:
        return other[-len(key) :] == key and len(other) <= 4
    if kind is AgentKind.PERSON:
        return False
    if name.kind is AgentKind.OUTLET:
        return other[: len(key)] == key
    return name.kind is AgentKind.ORGANIZATION and len(key) > 1 and other[-len(key) :] == key


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in order in the long one, first with first."""
    letters = [each for each in short.casefold() if each.isalnum()]
    rest = iter(long.casefold())
    return len(letters) > 1 and long[:1].casefold() == letters[0] and all(each in rest for each in letters)


def _runs(doc: Parse) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words that are names, joined by hyphens and, inside organisations, by "of"."""
    at = 0
    while at < len(doc):
        if not _starts_name(doc[at]):
            at += 1
            continue
        end = at + 1
        prefixed = at > 1 and doc[at - 1].text in _LINKS and doc[at - 2].lower_ in {"al", "el"}
        at -= 2 if prefixed else 0
        while end < len(doc) and (_goes_on(doc[end]) or _joins(doc, at, end)):
            end += 1
        yield at, end
        at = end


def _starts_name(token: Token) -> bool:
    inside = not token.is_sent_start
    return _goes_on(token) and (
        token.pos_ in {"PROPN", "ADJ"} or token.tag_ == "NNP" or inside or token.is_upper or _opens_business(token)
    )


def _opens_business(token: Token) -> bool:
    """Whether a noun that opens a sentence is part of the name after it: "Velda Foods", "Doctors Beyond Rivers"."""
    following = token.doc[token.i + 1 : token.i + 2]
    if any(each.pos_ == "ADP" and each.is_title for each in following):
        return token.tag_ in {"NNS", "NNPS"}
    part = token.dep_ in grammar.NAME_PART and token.lower_ not in words.ROLES | words.ORGANIZATIONS
    return part and any(each.lower_ in words.BUSINESSES and each.is_title for each in following)


def _goes_on(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and (token.pos_ in {"PROPN", "ADJ", "NOUN"} or token.tag_ == "NNP")
        and token.lower_ not in words.DAYS_AND_MONTHS
    )


def _joins(doc: Parse, first: int, at: int) -> bool:
    """Whether a word in the middle holds two parts of one name together."""
    word, follows = doc[at].lower_, at + 1 < len(doc)
    if follows and _goes_on(doc[at + 1]):
        return _joins_next(doc, first, at)
    if word in _PARTICLES:
        return follows and doc[at + 1].text in _LINKS
    return word == "of" and at + 2 < len(doc) and doc[at + 1].lower_ == "the" and _organizes(doc, first, at)


def _joins_next(doc: Parse, first: int, at: int) -> bool:
    """Whether a word joins the part of a name before it and the one right after it."""
    before, token = doc[at - 1], doc[at]
    if token.text == ".":
        return before.lower_ in words.TITLES and not before.whitespace_
    if token.text in {"'", "’"}:
        return _owned_by_members(doc, at)
    if token.text in _LINKS:
        return not token.whitespace_ and not before.whitespace_
    if token.is_title and token.pos_ == "ADP":
        return before.tag_ in {"NNS", "NNPS"}
    return token.lower_ in _PARTICLES or (token.lower_ in _INNER and _organizes(doc, first, at))


def _owned_by_members(doc: Parse, at: int) -> bool:
    """Whether an apostrophe stands inside the name of a body: "Miners' Federation", not "the States' Army"."""
    members = doc[at - 1].lower_.endswith("s") and doc[at - 1].tag_ in {"NNS", "NNPS"}
    stop = at + 1
    while stop < len(doc) and _goes_on(doc[stop]):
        stop += 1
    return members and doc[at - 1].lower_ not in {"states", "nations"} and doc[stop - 1].lower_ in words.ORGANIZATIONS


def _organizes(doc: Parse, first: int, at: int) -> bool:
    return any(each.lower_ in words.ORGANIZATIONS - {"staff"} for each in doc[first:at])


def _after_titles(doc: Parse, first: int, end: int) -> int:
    """Give where the name itself starts, after the last title in front of it."""
    titles = [i for i in range(first, end - 1) if doc[i].lower_ in words.TITLES or _introduces(doc[i], end)]
    at = titles[-1] + 1 if titles else first
    return at + 1 if titles and doc[at].text == "." and at + 1 < end else at


def _introduces(token: Token, end: int) -> bool:
    """Whether the parse takes a word for what the name after it is: "Whistleblower Ann Lee"."""
    return token.dep_ in grammar.DESCRIPTOR and token.i < token.head.i < end - 1
