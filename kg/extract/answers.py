"""Finds what "the accusation" or "that" stands for where somebody denies or confirms it: what was said before."""

from collections.abc import Sequence

from kg.extract import grammar, words
from kg.extract.drafts import Draft
from kg.extract.text import Text
from kg.extract.tokens import Token
from kg.model import AgentKind, Attribution, Mention, Proposition, Stance

Told = tuple[Draft, Attribution]

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
    contradicts = cue.lemma in words.CONTRADICTING
    answers = cue.stance is Stance.DENIES or cue.lemma in _CONFIRMING
    if not contradicts and not answers:
        return ()
    met = _told_near(text, draft, speaker, before)
    if contradicts and (said := _of_whom(grammar.object_of(draft.match.head), met)):
        return _joined(said)
    if not answers:
        return ()
    pointer = _pointer_back(text, draft)
    if pointer is None or not met:
        return ()
    return _joined(_account(text, met)) if pointer.lower_ in words.WHOLE else met[0][1].propositions


def _told_near(text: Text, draft: Draft, speaker: Mention | None, before: Sequence[Told]) -> list[Told]:
    """Give what others said right before, the last first."""
    here = text.paragraph_at[draft.match.first]
    return [
        (other, said)
        for other, said in reversed(before)
        if other.content[-1][1] <= draft.match.first
        and here - text.paragraph_at[other.first] <= _NEAR
        and (speaker is None or said.speaker is None or said.speaker.name != speaker.name)
        and said.stance in _ANSWERED
        and said.propositions
    ]


def _account(text: Text, met: Sequence[Told]) -> list[Attribution]:
    """Give all that the last of some speakers said in one paragraph, in the order of the text."""
    draft, last = met[0]
    here, name = text.paragraph_at[draft.first], last.speaker.name if last.speaker else None
    own = [said for other, said in met if text.paragraph_at[other.first] == here and _is_by(said, name)]
    return own[::-1]


def _is_by(said: Attribution, name: str | None) -> bool:
    return (said.speaker.name if said.speaker else None) == name


def _of_whom(target: Token | None, met: Sequence[Told]) -> list[Attribution]:
    """Give what somebody said whom a denial names, or calls "the company"."""
    if target is None:
        return []
    words_of = frozenset(each.lower_ for each in target.subtree) - _POINTING
    body, role = target.lower_ in words.ORGANIZATIONS | words.BODIES, target.lower_ in words.ROLES
    for _, said in met:
        name = said.speaker.name if said.speaker else ""
        known = said.speaker.kind if said.speaker else AgentKind.UNKNOWN
        person = known is AgentKind.PERSON
        if words_of & frozenset(name.lower().split()) or (role and person) or (body and not person):
            return [said]
    return []


def _joined(found: Sequence[Attribution]) -> tuple[Proposition, ...]:
    """Join what some statements affirm; what they deny only where they affirm nothing."""
    everything = tuple(dict.fromkeys(each for said in found for each in said.propositions))
    return tuple(each for each in everything if each.affirms) or everything


def _pointer_back(text: Text, draft: Draft) -> Token | None:
    """Give the noun of a content that is no more than "the accusation", "those claims" or "that", judged or not."""
    content = text.tokens(draft.content)
    target = grammar.object_of(draft.match.head)
    if target is not None and target.lower_ in _PRONOUNS and target.dep_ not in grammar.DETERMINER:
        return None if any(each.lower_ in words.COMPLEMENTIZERS for each in content[1:]) else target
    noun = next((each for each in content if each.pos_ in {"NOUN", "PROPN", "VERB"}), None)
    if noun is None or noun.lemma_.lower() not in words.CONTENT_NOUNS | words.WHOLE:
        return None
    rest = [each for each in content if each.i > noun.i]
    judged = not rest or rest[0].lower_ == "as" or all(map(_is_judgement, rest))
    return noun if judged and content[0].lower_ in _POINTING else None


def _is_judgement(token: Token) -> bool:
    """Whether a word judges what it stands beside: "called the report false"."""
    return token.lower_ in words.UNTRUE or token.pos_ == "PUNCT"
