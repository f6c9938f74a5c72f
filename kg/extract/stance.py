"""Reads how a source stands to its content, how sure it is, and whether it is quoted."""

from collections.abc import Sequence

from kg.extract import grammar, words
from kg.extract.corrections import is_corrected
from kg.extract.drafts import Draft
from kg.extract.text import Text
from kg.extract.tokens import Token
from kg.model import Certainty, Proposition, Quotation, Stance

_SAYING = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.ADMITS})
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "its", "his", "her", "their"})
_SCARE = 4  # tokens of the longest words in scare quotes, with their marks
_OPENING = 8  # tokens that open a content
_SURENESS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def affirms(text: Text, draft: Draft, propositions: Sequence[Proposition]) -> bool:
    """Whether the source takes its content for true: a denial of what is itself negated does."""
    denied = draft.match.cue.stance is Stance.DENIES or _belittles(draft) or is_corrected(draft)
    unsaid = _is_unsaid(draft) and stance(text, draft) is not Stance.DOUBTS
    negated = bool(propositions) and not any(each.affirms for each in propositions)
    return not (denied ^ unsaid ^ negated)


def certainty(text: Text, draft: Draft, propositions: Sequence[Proposition]) -> Certainty:
    """Give the least sure of the cue's own certainty, its hedges and its content's."""
    beside = [*([] if _is_unsaid(draft) else _hedges(draft.match.head)), *_around(text, draft)]
    found = [draft.match.cue.certainty, *map(_of_hedge, beside)]
    if propositions:
        found.append(min((each.certainty for each in propositions), key=_SURENESS.index))
    return max(found, key=_SURENESS.index)


def realized(propositions: Sequence[Proposition]) -> bool:
    """Whether any of what is said is said to be so: not all of it is to come, wanted, tried or due."""
    return not propositions or any(each.realized for each in propositions)


def to_come(draft: Draft) -> bool:
    """Whether all that an attitude is about is yet to come: "hopes to retake the town"."""
    verb = draft.match.head
    opened = [each for each in verb.children if each.i > verb.i and grammar.marker_of(each) == "to"]
    perfect = any(aux.lemma_ == "have" for each in opened for aux in grammar.children(each, grammar.AUXILIARY))
    return draft.match.cue.attitude and bool(opened) and not perfect and not grammar.is_passive(verb)


def distanced(text: Text, draft: Draft) -> bool:
    """Whether the carrier keeps its distance: "claimed", "the so-called council", "its “victory”"."""
    content = text.tokens(draft.content)
    doubted = any(_names_doubt(each) and text.quote_at[each.i] < 0 for each in content)
    return draft.match.cue.distance or doubted or any(_scare_quoted(text, each) for each in content)


def _names_doubt(token: Token) -> bool:
    """Whether a word calls a thing alleged or so-called, however its hyphen is read."""
    before = token.doc[max(token.i - 2, 0) : token.i]
    joined = "".join(each.lower_ for each in before) + token.lower_ if len(before) == 2 else ""
    return token.lower_ in words.DISTANCING or joined in words.DISTANCING


def _scare_quoted(text: Text, token: Token) -> bool:
    """Whether a noun stands in quotation marks of its own after "the" or "its": no words of the source."""
    number = text.quote_at[token.i]
    first, end = text.quote_ranges[number] if number >= 0 else (0, 0)
    named = token.pos_ == "NOUN" and 0 < first < token.i == end - 2 and end - first <= _SCARE
    return named and text.doc[first - 1].lower_ in _DEFINITE


def _hedges(verb: Token) -> list[Token]:
    return [each for each in verb.children if each.dep_ in grammar.AUXILIARY | grammar.ADVERB]


def _around(text: Text, draft: Draft) -> list[Token]:
    """Give the hedges right before the content's clause and the one that opens it: "reportedly", "Perhaps a third"."""
    first, _ = text.sentence_of(text.doc[draft.first])
    before = [each for each in text.doc[first : draft.first] if each.lower_ in {"reportedly", "allegedly"}]
    opening = text.doc[draft.first]
    return [*before, opening] if opening.pos_ == "ADV" else before


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


def stance(text: Text, draft: Draft) -> Stance:
    """Give the stance of a source to its content.

    A denial that is itself denied only asserts; what a source does not say, or will not, it leaves open; of one that
    says that it fears or expects, that is the stance.
    """
    found, unsaid = draft.match.cue.stance, _is_unsaid(draft)
    if found is Stance.DENIES:
        silent = draft.match.cue.lemma in words.WITHHOLDING and _speaks(draft)
        found = Stance.DOUBTS if silent else Stance.ASSERTS if unsaid else found
    elif found in _SAYING:
        found = Stance.DOUBTS if unsaid else _stance_told(text, draft)
    return Stance.DOUBTS if _is_neither(draft.match.head) else found


def _stance_told(text: Text, draft: Draft) -> Stance:
    """Give the stance of what is said by the words of its content, where they tell more than the cue."""
    found = draft.match.cue.stance
    if found is Stance.ASSERTS and draft.own is not None:
        told = stance(text, draft.own)
        if told in _AGAINST and grammar.is_to_come(draft.own.match.head):  # "said it would challenge the result"
            return Stance.PROMISES
        return found if told is Stance.DENIES else told  # the denial, of its own part only, is a statement of its own
    if found is Stance.ASSERTS and leaves_open(text.tokens(draft.content)):
        return Stance.DOUBTS
    if found is Stance.ANNOUNCES and _is_command(draft):
        return Stance.ASKS
    return Stance.DENIES if _belittles(draft) or is_corrected(draft) else found


def leaves_open(content: Sequence[Token]) -> bool:
    """Whether a content opens by saying that something is not known: "it was not clear whether …"."""
    opening = content[:_OPENING]
    for place, token in enumerate(opening):
        negated = any(each.lower_ in grammar.NEGATIVES | words.HARD for each in opening[:place])
        if token.lower_ in words.UNKNOWN or (token.lower_ in words.KNOWN and negated):
            return any(each.lower_ in words.ASKED for each in content[place + 1 : place + _OPENING])
    return False


def _is_neither(verb: Token) -> bool:
    """Whether a source says neither of two things: "neither confirmed nor denied"."""
    first = grammar.coordinated_with(verb) or verb
    return any(each.lower_ == "neither" and each.dep_ in grammar.COORDINATOR for each in first.children)


def _is_command(draft: Draft) -> bool:
    """Whether somebody is ordered to act: "ordered the troops to leave", not "ordered an inquiry"."""
    doc, (first, end) = draft.match.head.doc, draft.content[0]
    return draft.match.cue.lemma in words.COMMANDING and any(
        each.lower_ == "to" and each.i + 1 < end and each.nbor(1).tag_ == "VB" and each.nbor(1).head == draft.match.head
        for each in doc[first:end]
    )


def _is_unsaid(draft: Draft) -> bool:
    verb = draft.match.head
    return draft.match.cue.part_of_speech == "verb" and (grammar.is_negated(verb) or _is_yet_to(verb))


def _is_yet_to(verb: Token) -> bool:
    """Whether a verb tells of what has not been done so far: "has yet to confirm"."""
    return [each.lower_ for each in verb.doc[max(verb.i - 2, 0) : verb.i]] == ["yet", "to"]


def _speaks(draft: Draft) -> bool:
    """Whether what a source declines to do is to speak: "declined to comment", "refused to confirm"."""
    after = draft.match.last + 1
    return any(each.lemma_.lower() in words.SPEAKING for each in draft.match.head.doc[after : after + 3])


def _belittles(draft: Draft) -> bool:
    """Whether a source calls false what it names: "called the report inaccurate", "described it as made up"."""
    doc = draft.match.head.doc
    called = draft.match.cue.lemma in words.CALLING
    return called and any(each.lower_ in words.UNTRUE for first, end in draft.content for each in doc[first:end])
