"""Tells who speaks where one quotes another: "the agency quoted Lee as saying", "Lee was quoted as saying"."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.phrases import Source, can_speak, source_from
from kg.extract.text import Text
from kg.extract.tokens import Token

QUOTING = frozenset({"quote", "cite"})


def quoted_person(text: Text, match: Match) -> Source | None:
    """Read whom a carrier quotes: "The agency quoted border guards as saying that …"."""
    verb = match.head
    if verb.lower_ == "saying" and verb.i and verb.nbor(-1).lower_ == "as":
        verb = verb.head
    if verb.lemma_.lower() not in QUOTING or is_passive(verb) or grammar.object_of(verb) is None:
        return None
    _, end = text.sentence_of(verb)
    stop = next((i for i in range(verb.i + 2, end - 1) if text.doc[i].lower_ == "as"), end)
    head = grammar.object_of(verb)
    told = stop < end and text.doc[stop + 1].lower_ in {"saying", "telling"}
    return source_from(text, head, (verb.i + 1, stop)) if told and head is not None and can_speak(head) else None


def quoted_as(verb: Token) -> bool:
    """Whether a passive's subject still is the speaker: "was quoted as saying", "was heard to say"."""
    return verb.lower_ in {"quoted", "cited", "heard", "reported"} and any(
        each.lower_ in {"as", "saying"} for each in verb.doc[verb.i + 1 : verb.i + 3]
    )


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive by its parse and by its form: capitals are a name, not an auxiliary."""
    auxiliaries = grammar.children(verb, grammar.PASSIVE_AUXILIARY)
    return verb.tag_ == "VBN" and any(not (each.is_upper and len(each) > 1) for each in auxiliaries)


def says_that(text: Text, match: Match) -> bool:
    """Whether a past form with "that" after it, taken for a participle, is active: "Lee, the mayor, alleged that …"."""
    told = match.cue.attitude or match.cue.lemma in words.ADDRESSING
    following = text.doc[match.last + 1 : match.last + 2]
    closed = match.first > 0 and text.doc[match.first - 1].text == ","
    return closed and not told and bool(following) and following[0].lower_ == "that" and following[0].tag_ == "IN"
