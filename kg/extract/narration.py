"""Finds what no source says: the publisher's own sentences, and those that go on with a source's words."""

from collections.abc import Iterator, Sequence

from kg.extract.drafts import Draft
from kg.extract.layout import Part
from kg.extract.text import Range, Text
from kg.model import Mention

CONTINUED = 0.5  # confidence in a sentence laid to a speaker because it stands between two of its statements
_GOING_ON = frozenset({"add", "continue", "go on", "elaborate", "conclude", "reiterate"})
_MOST = 2  # sentences in a row that are taken for a continuation


def narrated_sentences(text: Text, drafts: Sequence[Draft]) -> Iterator[Range]:
    """Yield the sentences of prose, and the headline, that tell of nobody's words or thoughts."""
    taken = _taken(text, drafts)
    for number, sentence in enumerate(text.sentences):
        paragraph = text.paragraph_of(sentence[0])
        headline = number == 0 and paragraph is not None and paragraph.part is Part.HEADING
        if number not in taken and (headline or (paragraph is not None and paragraph.part is Part.TEXT)):
            part = text.trimmed(sentence)
            if part and any(text.doc[i].is_alpha for i in range(*part)):
                yield part


def _taken(text: Text, drafts: Sequence[Draft]) -> set[int]:
    found = set()
    for draft in drafts:
        if draft.match.cue.attitude and _is_thing(text, draft):  # the publisher's own: "The rebels offered a truce"
            continue
        for first, end in [*draft.content, (draft.match.first, draft.match.last + 1)]:
            found |= {text.sentence_at[i] for i in range(first, end)}
    return found


def _is_thing(text: Text, draft: Draft) -> bool:
    """Whether a content is a noun phrase with no verb in it."""
    return not any(token.pos_ in {"VERB", "AUX"} for token in text.tokens(draft.content))


def continuations(sentences: Sequence[Range], spoken: Sequence[tuple[Draft, Mention | None]]) -> dict[Range, int]:
    """Give the sentences that go on with a speaker's words, each with the number of the statement it follows.

    They stand between two statements of one speaker of which the second says "added" or the like.
    """
    found: dict[Range, int] = {}
    for number in range(len(spoken) - 1):
        (one, speaker), (other, same) = spoken[number], spoken[number + 1]
        if speaker is None or same is None or speaker.name != same.name or other.match.cue.lemma not in _GOING_ON:
            continue
        low = max(one.content[-1][1], one.match.last + 1)
        high = min(other.first, other.match.first)
        between = [each for each in sentences if low <= each[0] and each[1] <= high]
        if len(between) <= _MOST:
            found.update(dict.fromkeys(between, number))
    return found
