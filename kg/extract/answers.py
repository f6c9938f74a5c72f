"""Finds what "the accusation" or "that" stands for where somebody denies or confirms it: what was said before."""

from collections.abc import Sequence

from kg.extract import grammar, words
from kg.extract.drafts import Draft
from kg.extract.text import Text
from kg.extract.tokens import Token
from kg.model import Attribution, Mention, Proposition, Stance

_NEAR = 1  # paragraphs back to what is answered
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_PRONOUNS = frozenset({"this", "that", "it"})
_ANSWERED = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.ESTIMATES})
_CONFIRMING = frozenset({"confirm"})


def answered(
    text: Text, draft: Draft, speaker: Mention | None, before: Sequence[tuple[Draft, Attribution]]
) -> tuple[Proposition, ...]:
    """Give what another speaker said right before, where a denial or confirmation only points to it."""
    cue = draft.match.cue
    if (cue.stance is not Stance.DENIES and cue.lemma not in _CONFIRMING) or not _points_back(text, draft):
        return ()
    here = text.paragraph_at[draft.match.first]
    for other, said in reversed(before):
        if other.content[-1][1] > draft.match.first or here - text.paragraph_at[other.first] > _NEAR:
            continue
        another = speaker is None or said.speaker is None or said.speaker.name != speaker.name
        if another and said.stance in _ANSWERED and said.propositions:
            return said.propositions
    return ()


def _points_back(text: Text, draft: Draft) -> bool:
    """Whether a content is no more than "the accusation", "those claims" or "that", judged or not: "… as false"."""
    content = text.tokens(draft.content)
    target = grammar.object_of(draft.match.head)
    if target is not None and target.lower_ in _PRONOUNS and target.dep_ not in grammar.DETERMINER:
        return not any(each.lower_ in words.COMPLEMENTIZERS for each in content[1:])
    noun = next((each for each in content if each.pos_ in {"NOUN", "PROPN", "VERB"}), None)
    if noun is None or noun.lemma_.lower() not in words.CONTENT_NOUNS or content[0].lower_ not in _POINTING:
        return False
    rest = [each for each in content if each.i > noun.i]
    return not rest or rest[0].lower_ == "as" or all(map(_is_judgement, rest))


def _is_judgement(token: Token) -> bool:
    """Whether a word judges what it stands beside: "called the report false"."""
    return token.lower_ in words.UNTRUE or token.pos_ == "PUNCT"
