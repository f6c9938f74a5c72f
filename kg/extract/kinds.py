"""What kind of thing a name names, and what it is called, by how its document uses it.

"Velda Foods, the largest packer", "the charity Red Barn" and "Ann Lee, 58," say it beside the name; a later "Lee" or
"Velda" says it by the word that is left: people are known by their last name, bodies by their first word.
"""

from collections.abc import Iterator, Sequence

from kg.extract import grammar, words
from kg.extract.tokens import Parse, Token
from kg.model import AgentKind

_LONGEST = 12  # tokens of an apposition
FOLLOWING = frozenset({"party", "movement"})  # nouns after a name that say what it is: "the Red Barn party"
_ENDS = frozenset({"ADP", "VERB", "AUX", "SCONJ", "PUNCT", "CCONJ", "PRON"})


def nouns_beside(doc: Parse, first: int, end: int) -> Iterator[str]:
    """Yield the common nouns that stand beside a name for it: right before it, after it, and in its apposition."""
    before = doc[first - 1] if first else None
    if before is not None and before.pos_ == "NOUN" and before.text.islower():
        yield before.lower_
    if end < len(doc) and (last := outlet_noun_after(doc, end)):
        yield last
    elif end < len(doc) and doc[end].lower_ in FOLLOWING and doc[end - 1].pos_ == "PROPN":
        yield doc[end].lower_
    noun = _apposition(doc, end)
    if noun is not None:
        yield noun.lower_


def outlet_noun_after(doc: Parse, end: int) -> str | None:
    """Give the last of the nouns right after a name where they say that it is an outlet: "the Velda news website"."""
    at = end
    while at < len(doc) and doc[at].pos_ == "NOUN" and doc[at].text.islower():
        at += 1
    noun = doc[at - 1].lower_ if at > end and doc[end - 1].pos_ == "PROPN" else None
    return noun if noun in words.OUTLETS - words.STATEMENT_NOUNS else None


def _apposition(doc: Parse, at: int) -> Token | None:
    """Give the noun of ", an aid group," or ", the country's largest packer" that stands at a token."""
    while at < len(doc) and doc[at].text in {'"', "”", ")"}:
        at += 1
    if at + 1 >= len(doc) or doc[at].text not in {",", "("}:
        return None
    opening = doc[at + 1]
    if opening.lower_ not in {"a", "an", "the", "its", "his", "her", "their"}:
        return None
    found, open_ = None, True
    for token in doc[at + 2 : at + 2 + _LONGEST]:
        if token.text in {",", ")", "."}:
            return found if found is not None and found.pos_ == "NOUN" else None
        if token.tag_ in grammar.FINITE:
            return None
        open_ = open_ and (token.pos_ not in _ENDS or token.tag_ == "POS" or token.text == "-")
        if open_ and token.pos_ in {"NOUN", "PROPN"}:
            found = token
    return None


def kind_of_nouns(nouns: Sequence[str]) -> AgentKind:
    """Tell the kind of a name from the nouns that stand for it."""
    for noun in nouns:
        if noun in words.ROLES:
            return AgentKind.PERSON
        if noun in words.OUTLETS - words.STATEMENT_NOUNS - {"monitor", "review"}:
            return AgentKind.OUTLET
        if noun in words.ORGANIZATIONS:
            return AgentKind.ORGANIZATION
    return AgentKind.UNKNOWN


def kind_by_age(doc: Parse, end: int) -> AgentKind:
    """Tell a person by the age after its name: "Ann Lee, 58,"."""
    aged = (
        end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].text.isdigit() and doc[end + 2].text in {",", "."}
    )
    return AgentKind.PERSON if aged and 1 < len(doc[end + 1].text) < 4 else AgentKind.UNKNOWN


def kind_by_short_form(key: tuple[str, ...], keys: set[tuple[str, ...]]) -> AgentKind:
    """Tell a person by its last name alone elsewhere, a body by its first word alone."""
    if len(key) < 2:
        return AgentKind.UNKNOWN
    by_last, by_first = key[-1:] in keys, key[:1] in keys
    if by_last == by_first:
        return AgentKind.UNKNOWN
    return AgentKind.PERSON if by_last else AgentKind.ORGANIZATION
