"""Tells where a text speaks of itself, of what it said before it was corrected, and what it says instead."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import words
from kg.extract.drafts import Draft
from kg.extract.text import Range, Text
from kg.extract.tokens import Token
from kg.model import Attribution, Phrase, Proposition, Quantity

_NEAR = 1  # paragraphs back to what is corrected
_OWN = frozenset({"this", "our"})
_TEXTS = words.OWN_TEXTS | words.VERSIONS
_CORRECTIONS = frozenset({"correction", "correction:"})


def names_own_text(draft: Draft) -> bool:
    """Whether a source is the text itself, or what it was before: "an earlier version of this article"."""
    if draft.source is None:
        return False
    noun = draft.source.head
    named = any(each.lower_ in _OWN and each.head.lower_ in _TEXTS | words.OUTLETS for each in noun.subtree)
    return named or (noun.lower_ in _TEXTS and _is_earlier(noun) and _opens_correction(noun))


def is_corrected(draft: Draft) -> bool:
    """Whether a source is what the text was before, or was wrong: by speaking of it, the text takes it back."""
    if draft.source is None or draft.source.head.lower_ not in _TEXTS or not names_own_text(draft):
        return False
    wrongly = any(each.lower_ in words.WRONGLY for each in draft.match.head.children)
    return wrongly or _is_earlier(draft.source.head)


def _is_earlier(noun: Token) -> bool:
    return any(each.lower_ in words.EARLIER for each in noun.children)


def _opens_correction(noun: Token) -> bool:
    """Whether the sentence of a word begins with "Correction:"."""
    first = noun
    while first.i and not first.is_sent_start:
        first = first.nbor(-1)
    return first.lower_ in _CORRECTIONS


def put_right(
    text: Text, part: Range, found: tuple[Proposition, ...], told: Sequence[tuple[Draft, Attribution]]
) -> tuple[Proposition, ...]:
    """Read "The correct number is 12" after a correction as what was corrected, with the new number."""
    right = found[0] if len(found) == 1 else None
    if right is None or right.quantity is None or right.predicate != "be" or not _is_right(right.subject):
        return found
    here = text.paragraph_at[part[0]]
    for draft, said in reversed(told):
        near = draft.content[-1][1] <= part[0] and here - text.paragraph_at[draft.first] <= _NEAR
        counted = [each for each in said.propositions if each.quantity is not None]
        if near and is_corrected(draft) and len(counted) == 1:
            return (_with(counted[0], right.quantity, right),)
    return found


def _is_right(subject: Phrase | None) -> bool:
    """Whether a phrase is "the correct number"."""
    if subject is None or subject.head not in words.AMOUNTS:
        return False
    return not words.CORRECTED.isdisjoint(subject.text.lower().split())


def _with(wrong: Proposition, quantity: Quantity, right: Proposition) -> Proposition:
    """Give a proposition with another number."""
    old = wrong.quantity.text if wrong.quantity else ""

    def mended(phrase: Phrase | None) -> Phrase | None:
        if phrase is None or old not in phrase.text:
            return phrase
        return replace(phrase, text=phrase.text.replace(old, quantity.text), span=None)

    return replace(
        wrong,
        text=wrong.text.replace(old, quantity.text),
        subject=mended(wrong.subject),
        object=mended(wrong.object),
        quantity=replace(quantity, unit=wrong.quantity.unit if wrong.quantity else quantity.unit),
        affirms=right.affirms,
        spans=right.spans,
    )
