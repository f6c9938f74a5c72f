"""Takes sources apart that speak together: "Ann Lee and the mayor said" is a statement of each.

Unnamed people of one phrase ("police and residents") stay one source: nobody can tell which of them said it.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import grammar
from kg.extract.drafts import Draft
from kg.extract.names import Names
from kg.extract.phrases import Source
from kg.extract.text import Range, Text
from kg.extract.tokens import Token
from kg.model import AgentKind

_OPENING = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "another"})
_BODIES = frozenset({AgentKind.ORGANIZATION, AgentKind.OUTLET})


def apart(text: Text, names: Names, drafts: Sequence[Draft]) -> list[Draft]:
    """Give each draft as many times as it has sources; the first time it stays the same object."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        sources = _parts(text, names, draft.source) if draft.source and not draft.source.borrowed else ()
        if len(sources) > 1:
            draft.source = sources[0]
            found += [replace(draft, source=source) for source in sources[1:]]
    return found


def _parts(text: Text, names: Names, source: Source) -> tuple[Source, ...]:
    first, end = source.part
    cuts = [i for i in range(first + 1, end - 1) if text.doc[i].lower_ == "and" and text.quote_at[i] < 0]
    if len(cuts) != 1:
        return (source,)
    left, right = (first, cuts[0]), (cuts[0] + 1, end)
    one, other = _root(text, left), _root(text, right)
    if one is None or other is None or other.dep_ not in grammar.CONJUNCT or grammar.prepositions_of(other.head):
        return (source,)
    alone = _stands_alone(text, names, left) and _stands_alone(text, names, right)
    one_name = text.doc[left[0]].lower_ in _OPENING and _name_at(names, right) not in {None, AgentKind.PERSON}
    return (Source(one, left), Source(other, right)) if alone and not one_name else (source,)


def _root(text: Text, part: Range) -> Token | None:
    """Give the noun of a part that hangs on nothing inside it."""
    inside = [each for each in text.doc[part[0] : part[1]] if not part[0] <= each.head.i < part[1] or each.head is each]
    return next((each for each in inside if each.pos_ in {"NOUN", "PROPN"}), None)


def _stands_alone(text: Text, names: Names, part: Range) -> bool:
    """Whether a part names somebody by itself: it opens with an article, or is a full name."""
    return text.doc[part[0]].lower_ in _OPENING or _name_at(names, part) is not None


def _name_at(names: Names, part: Range) -> AgentKind | None:
    """Give the kind of the full name that opens a part, None where there is none."""
    name = next((each for each in names.found if each.opens == part[0] and each.end <= part[1]), None)
    return name.kind if name is not None and (len(name.key) > 1 or name.kind in _BODIES) else None
