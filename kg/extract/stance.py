"""Reads how a source stands to its content, how sure it is, and whether it is quoted."""

from collections.abc import Sequence

from kg.extract import grammar, words
from kg.extract.drafts import Draft
from kg.extract.text import Text
from kg.extract.tokens import Token
from kg.model import Certainty, Proposition, Quotation, Stance

_SAYING = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.ADMITS})
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "its", "his", "her", "their"})
_SCARE = 4  # tokens of the longest words in scare quotes, with their marks
_SURENESS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def affirms(draft: Draft, propositions: Sequence[Proposition]) -> bool:
    """Whether the source takes its content for true: a denial of what is itself negated does."""
    denied = draft.match.cue.stance is Stance.DENIES or _belittles(draft)
    unsaid = _is_unsaid(draft) and stance(draft) is not Stance.DOUBTS
    negated = bool(propositions) and not any(each.affirms for each in propositions)
    return not (denied ^ unsaid ^ negated)


def certainty(text: Text, draft: Draft, propositions: Sequence[Proposition]) -> Certainty:
    """Give the least sure of the cue's own certainty, its hedges and its content's."""
    beside = [*_hedges(draft.match.head), *_around(text, draft)]
    found = [draft.match.cue.certainty, *map(_of_hedge, beside)]
    if propositions:
        found.append(min((each.certainty for each in propositions), key=_SURENESS.index))
    return max(found, key=_SURENESS.index)


def realized(propositions: Sequence[Proposition]) -> bool:
    """Whether any of what is said is said to be so: not all of it is to come, wanted, tried or due."""
    return not propositions or any(each.realized for each in propositions)


def distanced(text: Text, draft: Draft) -> bool:
    """Whether the carrier keeps its distance: "claimed", "the so-called council", "its “victory”"."""
    content = text.tokens(draft.content)
    doubted = any(each.lower_ in words.DISTANCING and text.quote_at[each.i] < 0 for each in content)
    return draft.match.cue.distance or doubted or any(_scare_quoted(text, each) for each in content)


def _scare_quoted(text: Text, token: Token) -> bool:
    """Whether a noun stands in quotation marks of its own after "the" or "its": no words of the source."""
    number = text.quote_at[token.i]
    first, end = text.quote_ranges[number] if number >= 0 else (0, 0)
    named = token.pos_ == "NOUN" and 0 < first < token.i == end - 2 and end - first <= _SCARE
    return named and text.doc[first - 1].lower_ in _DEFINITE


def _hedges(verb: Token) -> list[Token]:
    return [each for each in verb.children if each.dep_ in grammar.AUXILIARY | grammar.ADVERB]


def _around(text: Text, draft: Draft) -> list[Token]:
    """Give the words right before the content's clause: "if confirmed, …", "reportedly"."""
    first, _ = text.sentence_of(text.doc[draft.first])
    return [each for each in text.doc[first : draft.first] if each.lower_ in {"reportedly", "allegedly"}]


def _of_hedge(token: Token) -> Certainty:
    if token.lower_ in words.HEDGES_POSSIBLE:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if token.lower_ in words.HEDGES_PROBABLE else Certainty.CERTAIN


def quotation(text: Text, draft: Draft) -> Quotation:
    """Tell direct from indirect speech by how much of the content stands in quotation marks."""
    spoken = [token for token in text.tokens(draft.content) if token.is_alpha or token.is_digit]
    quoted = sum(text.quote_at[token.i] >= 0 for token in spoken)
    if spoken and quoted >= 0.95 * len(spoken):
        return Quotation.DIRECT
    return Quotation.MIXED if quoted else Quotation.INDIRECT


def stance(draft: Draft) -> Stance:
    """Give the stance that the cue signals.

    A denial that is itself denied only asserts; what a source does not say, or will not, it leaves open.
    """
    found = draft.match.cue.stance
    unsaid = _is_unsaid(draft)
    if found is Stance.DENIES:
        silent = draft.match.cue.lemma in words.WITHHOLDING and _speaks(draft)
        return Stance.DOUBTS if silent else Stance.ASSERTS if unsaid else found
    if unsaid and found in _SAYING:
        return Stance.DOUBTS
    return Stance.DENIES if _belittles(draft) and not unsaid else found


def _is_unsaid(draft: Draft) -> bool:
    return draft.match.cue.part_of_speech == "verb" and grammar.is_negated(draft.match.head)


def _speaks(draft: Draft) -> bool:
    """Whether what a source declines to do is to speak: "declined to comment", "refused to confirm"."""
    after = draft.match.last + 1
    return any(each.lemma_.lower() in words.SPEAKING for each in draft.match.head.doc[after : after + 3])


def _belittles(draft: Draft) -> bool:
    """Whether a source calls false what it names: "called the report inaccurate", "described it as made up"."""
    doc = draft.match.head.doc
    called = draft.match.cue.lemma in words.CALLING
    return called and any(each.lower_ in words.UNTRUE for first, end in draft.content for each in doc[first:end])
