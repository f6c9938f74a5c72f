"""Reads a noun phrase that names a source: its name, role and organisation, and what kind of thing it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract import words
from kg.extract.kinds import outlet_noun_after
from kg.extract.names import Name, Names
from kg.extract.text import Range, Text
from kg.extract.tokens import Token, text_of
from kg.model import AgentKind, Mention

_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those"})
_BREAKS = frozenset({",", "(", "—", "–", "who", "which", "whose", "that"})
_OF = frozenset({"of", "for", "at", "with", "in", "from"})
_OWNING = frozenset({"owner", "founder", "source"})  # roles that a body may have
_HELD_AT = frozenset({"of", "for", "at", "with"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase says of a source before the rest of the document is asked."""

    mention: Mention
    noun: str | None = None  # the common noun it stands on: "spokesman", "group"; None for a name
    definite: bool = False
    pronoun: str | None = None
    owner: Token | None = None  # "its" of "its website", "group" of "the group's agency"


def describe(text: Text, names: Names, head: Token, part: Range) -> Description:
    """Read the phrase `part` that stands on `head`."""
    if head.lower_ in words.PERSONAL | words.THING_PRONOUNS | words.PLURAL_PRONOUNS and head.pos_ != "PROPN":
        return Description(Mention(name=head.text), pronoun=head.lower_)
    core, tails = _segments(text, part)
    name = _name_in(names, core)
    owner = _owner(text, core, name)
    if name is None and tails:
        name, core, tails = _named_after(text, names, core, tails)
    if owner is not None and core[0] <= owner.i and (name is None or owner.i < name.first):
        core = (_after_owner(text, owner), core[1])
    described = _named(text, names, core, tails, name) if name else _unnamed(text, names, core, tails, head)
    return Description(described.mention, described.noun, described.definite, owner=owner)


def _segments(text: Text, part: Range) -> tuple[Range, list[Range]]:
    """Cut a phrase at commas, brackets and relative pronouns: the core and what is added to it."""
    first, end = part
    cuts = [i for i in range(first + 1, end) if text.doc[i].lower_ in _BREAKS]
    edges = [first - 1, *cuts, end]
    pieces = [(low + 1, high) for low, high in pairwise(edges) if high > low + 1]
    return (pieces[0], pieces[1:]) if pieces else (part, [])


def _named_after(text: Text, names: Names, core: Range, tails: list[Range]) -> tuple[Name | None, Range, list[Range]]:
    """Turn "the mayor of Orlen, Tavia Kesh" round: the name first, the role added to it."""
    first, end = tails[0]
    inside = [each for each in names.within(first, end) if first <= each.first <= first + 4 and each.end <= end]
    name = next((each for each in inside if each.end == end or text.doc[each.end].lower_ in _HELD_AT), None)
    roles = {token.lower_ for token in text.doc[core[0] : core[1]]} & words.ROLES
    body = name is not None and name.kind in {AgentKind.ORGANIZATION, AgentKind.OUTLET}
    begins = name is not None and name.opens - first <= (text.doc[first].lower_ == "the")
    called = begins and text.doc[core[1] - 1].lower_ in words.ORGANIZATIONS | words.OUTLETS
    person = name is not None and name.kind is AgentKind.PERSON
    if name is None or not ((called and not person) or (roles & _OWNING if body else roles)):
        return None, core, tails
    return name, tails[0], [core, *tails[1:]]


def _name_in(names: Names, core: Range) -> Name | None:
    """Give the proper name that a phrase's core ends on: "army officer Ann Lee", not "Interior Ministry spokesman"."""
    inside = [each for each in names.within(*core) if core[0] <= each.first and each.end <= core[1]]
    if not inside:
        clipped = next(iter(names.within(*core)), None)
        return names.read(max(clipped.first, core[0]), min(clipped.end, core[1])) if clipped else None
    last = inside[-1]
    rest = [token for token in names.doc[last.end : core[1]] if token.is_alpha]
    if outlet_noun_after(names.doc, last.end) and rest[-1].lower_ in words.OUTLETS:
        return last
    if any(token.pos_ in {"NOUN", "ADP"} for token in rest):
        first = inside[0]
        following = names.doc[first.end].lower_ if first.end < core[1] else ""
        person = first.kind is AgentKind.PERSON
        return (
            first
            if following in {"of", "in", "for"} and (person or first.opens - core[0] <= 1) and first.text[:1].isupper()
            else None
        )
    before = [token for token in names.doc[core[0] : last.first] if token.pos_ == "ADP" and token.lower_ in _OF]
    return _person_before(before[0].i, inside) if before else last


def _person_before(preposition: int, inside: Sequence[Name]) -> Name | None:
    """Give the person of "Ann Lee of the Harbour Office": a name of a person right before the preposition."""
    bodies = {AgentKind.ORGANIZATION, AgentKind.OUTLET}
    return next((n for n in inside if n.end == preposition and n.kind not in bodies and len(n.key) > 1), None)


def _owner(text: Text, core: Range, name: Name | None) -> Token | None:
    """Find the owner that a phrase begins with: "its website", "the group's agency"."""
    first, end = core
    if text.doc[first].tag_ == "PRP$":
        return text.doc[first]
    limit = name.first if name else end
    for token in text.doc[first:limit]:
        if token.pos_ == "ADP":
            return None
        if (token.tag_ == "POS" or token.text in {"'s", "’s"}) and token.i > first and token.i + 1 < end:
            return token.nbor(-1)
    return None


def _after_owner(text: Text, owner: Token) -> int:
    at = owner.i + 1
    while at < len(text.doc) and text.doc[at].text in {"'s", "’s", "'", "’"}:
        at += 1
    return at


def _named(text: Text, names: Names, core: Range, tails: list[Range], name: Name) -> Description:
    """Put together a mention that has a proper name, its titles and its appositions."""
    doc = text.doc
    before = _plain(text, core[0], name.opens)
    nouns = [token for token in doc[core[0] : name.first] if token.lower_ in words.ROLES and _is_noun(token)]
    person = name.kind is AgentKind.PERSON or bool(nouns)
    spoken_of = [words_ for tail in tails if (words_ := _apposition(text, tail)) and _is_role(words_)]
    definite = core[0] < name.first and doc[core[0]].lower_ == "the"
    unknown = name.kind is AgentKind.UNKNOWN
    person = person or (unknown and (bool(spoken_of) or (len(name.key) > 1 and not definite)))
    kind = AgentKind.PERSON if person and name.kind is not AgentKind.OUTLET else name.kind
    if kind is AgentKind.UNKNOWN and definite:
        kind = AgentKind.ORGANIZATION
    titles = " ".join(each for each in (before if nouns or name.title else "", name.title) if each)
    role = ", ".join(each for each in (titles, *spoken_of) if each) if kind is AgentKind.PERSON else ""
    return Description(
        Mention(
            name=_full_words(text, core, name, kind),
            kind=kind,
            role=role or None,
            organization=_organization_of(text, names, core, tails, name) if kind is AgentKind.PERSON else None,
            spans=text.spans([(name.first, name.end)]),
        ),
        definite=True,
    )


def _is_noun(token: Token) -> bool:
    """Whether a word is a common noun, be it the first of its sentence."""
    return token.pos_ == "NOUN" or not token.is_title


def _organization_of(text: Text, names: Names, core: Range, tails: list[Range], name: Name) -> str | None:
    """Find the organisation of a named person: in its role, or after its name: "Ann Lee of the Harbour Office"."""
    if name.end < core[1] and text.doc[name.end].lower_ in _OF:
        return _plain(text, name.end + 1, _phrase_end(text, name.end + 1, core[1])) or None
    return _organization_in(text, names, (core[0], name.first), tails)


def _full_words(text: Text, core: Range, name: Name, kind: AgentKind) -> str:
    """Give an organisation its whole phrase ("Velmian forces"), a person or an outlet the bare name."""
    if kind is AgentKind.PERSON or name.end >= core[1] or outlet_noun_after(text.doc, name.end):
        return name.text
    return _plain(text, name.first, core[1]) or name.text


def _unnamed(text: Text, names: Names, core: Range, tails: list[Range], head: Token) -> Description:
    """Put together a mention by a common noun: "the army", "an Interior Ministry spokesman", "officials"."""
    doc = text.doc
    phrase = _plain(text, *core)
    known = names.like(phrase) if doc[core[1] - 1].text[:1].isupper() else None
    if known is None and phrase[:1].isupper() and phrase.isalpha() and head.pos_ != "NOUN":
        known = names.fullest(phrase, head.i)
    if known is not None:
        spans = text.spans([(known.first, known.end)])
        return Description(Mention(name=known.text, kind=known.kind, spans=spans), definite=True)
    stop = next((i for i in range(core[0], core[1]) if doc[i].pos_ == "ADP" and i > core[0]), core[1])
    nouns = [token for token in doc[core[0] : stop] if token.pos_ in {"NOUN", "PROPN", "NUM", "DET", "ADJ"}]
    noun = (nouns[-1] if nouns else head).lower_
    definite = doc[core[0]].lower_ in _ARTICLES - {"a", "an"}
    plural = noun in words.UNNAMED_PLURALS or (nouns[-1] if nouns else head).tag_ == "NNS"
    singular = noun if noun in words.ROLES else noun.removesuffix("s")
    if noun in words.ORGANIZATIONS or (plural and singular in words.ORGANIZATIONS and singular != "authority"):
        named = definite or doc[core[0]].lower_ not in {"a", "an"}
        mention = Mention(name=phrase, kind=AgentKind.ORGANIZATION, named=named, spans=text.spans([core]))
    else:
        kind = AgentKind.GROUP if plural else (AgentKind.PERSON if singular in words.ROLES else AgentKind.UNKNOWN)
        if noun in words.OUTLETS - words.STATEMENT_NOUNS and kind is AgentKind.UNKNOWN:
            kind = AgentKind.OUTLET
        person = kind is AgentKind.PERSON
        mention = Mention(
            name=phrase,
            kind=kind,
            named=False,
            role=phrase if person else None,
            organization=_organization_in(text, names, core, tails) if kind is not AgentKind.UNKNOWN else None,
            spans=text.spans([core]),
        )
    return Description(mention, noun=noun, definite=definite)


def _plain(text: Text, first: int, end: int) -> str:
    """Give words as they stand, without an article in front and marks at the ends."""
    while first < end and (text.doc[first].lower_ in _ARTICLES or not text.doc[first].text[0].isalnum()):
        first += 1
    return re.sub(r"\s+", " ", text_of(text.doc[first:end])).strip(' ,;:"“”') if first < end else ""


def _apposition(text: Text, tail: Range) -> str:
    """Give the words of an apposition, cut before a clause: "spokesman of the ministry"."""
    first, end = tail
    relative = first > 0 and text.doc[first - 1].lower_ in {"who", "which", "that", "whose"}
    if relative or text.doc[first].like_num:
        return ""
    stop = next((i for i in range(first, end) if text.doc[i].tag_ in {"VBD", "VBZ", "VBP", "VBG"}), end)
    return _plain(text, first, stop)


def _is_role(phrase: str) -> bool:
    found = re.findall(r"[\w-]+", phrase.casefold())
    return any(word in words.ROLES or word.removesuffix("s") in words.ROLES for word in found[:8])


def _organization_in(text: Text, names: Names, core: Range, tails: list[Range]) -> str | None:
    """Find the organisation of a role: "spokesman of the Interior Ministry", "Interior Ministry spokesman"."""
    for first, end in (core, *tails):
        for i in range(first, end - 1):
            token = text.doc[i]
            if token.lower_ in _HELD_AT and i > first and text.doc[i - 1].pos_ in {"NOUN", "PROPN"}:
                return _plain(text, i + 1, _phrase_end(text, i + 1, end)) or None
        roles = [i for i in range(first, end) if text.doc[i].lower_ in words.ROLES]
        inside = [each for each in names.within(first, end) if roles and first <= each.first and each.end <= roles[0]]
        if inside and inside[-1].end < len(text.doc) and text.doc[inside[-1].end].tag_ == "POS":
            return inside[-1].text
        if inside:
            return _plain(text, inside[-1].first, max(inside[-1].end, _noun_end(text, inside[-1].end, roles[0])))
    return None


def _noun_end(text: Text, first: int, role: int) -> int:
    """Give where the body ends in "U.N. rights spokeswoman" and "Velda Harbour's regional director"."""
    while role > first and text.doc[role - 1].pos_ == "ADJ":
        role -= 1
    return role


def _phrase_end(text: Text, first: int, end: int) -> int:
    """Give where a noun phrase after a preposition ends."""
    stops = {"VERB", "AUX", "SCONJ", "PUNCT", "ADP", "CCONJ"}
    for token in text.doc[first:end]:
        if token.pos_ in stops and token.lower_ not in {"of", "-"} and not token.is_title:
            return token.i
    return end
