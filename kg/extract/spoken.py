"""Former speakers of a document, and which of them a noun or a relative pronoun may mean."""

from dataclasses import dataclass

from kg.extract import grammar, words
from kg.extract.tokens import Token
from kg.model import AgentKind, Mention

MANY = frozenset({AgentKind.GROUP, AgentKind.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker and the token at which it spoke, with the common noun that named it there."""

    at: int
    mention: Mention
    noun: str | None = None


def member_of(noun: Token, relative: Token) -> Token | None:
    """Give whom "who" and "that" mean where they follow "of": the member of "a member of the board, who"."""
    above = noun.head
    of = grammar.prepositions_of(noun) == "of" and above.i < noun.i
    fits = above.lower_ in (words.ROLES if relative.lower_ == "who" else words.ORGANIZATIONS)
    return above if of and fits else None


def may_be(mention: Mention, kinds: frozenset[AgentKind]) -> bool:
    """Whether a mention is of one of the kinds, or a bare name that may be a person or a body."""
    bare = mention.kind is AgentKind.UNKNOWN and mention.named
    return mention.kind in kinds or (bare and kinds != MANY)


def fits_noun(noun: str, spoken: Spoken) -> bool:
    """Whether a description's noun fits a former speaker: its role, its own noun, or the last word of its name."""
    if noun in {"agency", "outlet", "channel", "website", "broadcaster", "newspaper", "paper"}:
        return spoken.mention.kind is AgentKind.OUTLET
    role = (spoken.mention.role or "").casefold()
    stem = noun.removesuffix("man").removesuffix("woman").removesuffix("person")
    if noun in words.ROLES:
        general = noun in {"official", "man", "woman", "officer", "source"} and bool(role)
        return spoken.mention.kind is AgentKind.PERSON and (stem in role or general)
    return spoken.noun == noun or spoken.mention.name.casefold().endswith(noun)
