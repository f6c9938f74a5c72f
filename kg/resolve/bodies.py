"""The organisation that a text says someone speaks for: "the Harbour Ministry's spokesman", "Orsk army officials"."""

import re
from collections.abc import Collection

from kg.model import Mention
from kg.resolve import lists
from kg.resolve.named import BODIES
from kg.resolve.spelling import TITLES, is_initials

SPEAKERS, ALONE = lists.words("speakers"), lists.words("speakers_alone")
_OF_WHOM = re.compile(r"\b(?:for|of|at|from|in|with)\s+(?:the\s+)?(?P<body>.+)$")


def body_of(mention: Mention) -> str | None:
    """Give the name of the organisation that a mention puts someone under, None where it names none.

    >>> body_of(Mention(name="Orsk army officials", named=False))
    'Orsk army'
    >>> body_of(Mention(name="officer of the elite Harbour Guard", named=False, organization="elite Harbour Guard"))
    'Harbour Guard'
    >>> body_of(Mention(name="Mira Tal", organization="ministry"))
    """
    role = mention.role if mention.role and mention.role != mention.name else None
    for words in filter(None, (mention.organization, role, None if mention.named else mention.name)):
        for part in _parts(words, whole=words == mention.organization):
            name = _plain(part)
            if _is_body(name) and name.split()[-1].lower() not in TITLES:
                return name
    return None


def spoken_for(mention: Mention, heard: Collection[str]) -> str | None:
    """Give the body whose spokesman or head a mention is, of those a text hears; None where none or several fit.

    "Velora spokeswoman" is of Velora, heard or not.

    >>> spoken_for(Mention(name="Ana Tel", role="Velora spokeswoman", organization="Velora"), ["Velora", "Tarn Union"])
    'Velora'
    >>> spoken_for(Mention(name="Ivo Marn", role="Union leader"), ["Velora", "Tarn Union"])
    'Tarn Union'
    >>> spoken_for(Mention(name="Ivo Marn", role="chief executive"), ["Velora"])
    'Velora'
    >>> spoken_for(Mention(name="Ana Tel", role="Velora spokeswoman", organization="Velora"), [])
    'Velora'
    >>> spoken_for(Mention(name="Ivo Marn", role="opposition leader"), ["Velora"])
    """
    role = [re.sub(r"['’]s?$", "", word) for word in (mention.role or "").lower().split()]
    if not mention.named or SPEAKERS.isdisjoint(role):
        return None
    if mention.organization:
        fitting = [body for body in heard if _is_end(mention.organization, body)]
    elif kinds := BODIES.intersection(role):
        fitting = [body for body in heard if body.lower().split()[-1] in kinds]
    else:
        fitting = list(heard) if ALONE.issuperset(role) else []
    if not fitting and mention.organization and ALONE.issuperset({*role} - {*mention.organization.lower().split()}):
        return mention.organization if mention.organization[:1].isupper() else None
    return fitting[0] if len(fitting) == 1 else None


def _is_end(short: str, body: str) -> bool:
    """Whether words are a name or the first or last words of it."""
    words, whole = short.lower().split(), body.lower().split()
    return words in (whole[: len(words)], whole[-len(words) :])


def _parts(words: str, *, whole: bool) -> list[str]:
    if whole:
        return [words]
    after = _OF_WHOM.search(words)
    return [*([after["body"]] if after else []), *([words.rsplit(None, 1)[0]] if " " in words else [])]


def _plain(words: str) -> str:
    """Leave out what stands before a name: "the elite"; and the mark of a possessive."""
    found = re.sub(r"['’]s?$", "", words.split(",", maxsplit=1)[0]).split()
    while len(found) > 1 and found[0].islower() and any(word[:1].isupper() for word in found):
        found = found[1:]
    return " ".join(found)


def _is_body(name: str) -> bool:
    words = name.split()
    telling = [word.lower().strip(".") for word in words]
    if telling[0] in {"a", "an", "by"}:
        return False
    return is_initials(name) or (len(words) > 1 and telling[-1] in BODIES) or (len(words) > 1 and _is_capital(words))


def _is_capital(words: list[str]) -> bool:
    """Whether words are a name with a noun of a body in it: "Unity Bloc", "Mission for Vell"."""
    return words[0][:1].isupper() and any(word.lower() in BODIES for word in words)
