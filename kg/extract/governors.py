"""Whose verb it is that hangs on another: coordinated verbs, participles and infinitives share a subject."""

from collections.abc import Iterator

from kg.extract import grammar, words
from kg.extract.tokens import Token


def is_thing(noun: Token) -> bool:
    """Whether a noun names a thing that cannot speak: "the vote" of "said the vote was free, but noted delays"."""
    speaks = words.ROLES | words.ORGANIZATIONS | words.BODIES | words.STATEMENT_NOUNS | words.OUTLETS
    return noun.tag_ == "NN" and noun.text.islower() and noun.lower_ not in speaks


def told_by(clause: Token) -> Token | None:
    """Give who says a clause that another verb holds."""
    above = clause.head
    held = clause.dep_ in grammar.COMPLEMENT_CLAUSE and above.i < clause.i and above.pos_ == "VERB"
    return grammar.subject_of(above) if held else None


def behind(noun: Token, verb: Token) -> Token | None:
    """Give who acts in a clause on a noun: the owner of "their plan to tell", the issuer of "a statement saying"."""
    if verb.tag_ == "VB" and grammar.marker_of(verb) == "to":
        return grammar.possessor_of(noun)
    issued = noun.lower_ in words.STATEMENT_NOUNS and noun.dep_ in grammar.OBJECT
    return (grammar.subject_of(noun.head) if issued else None) or noun


def governors(verb: Token) -> Iterator[tuple[Token, Token | None]]:
    """Yield the heads above a verb with their subjects, as long as the subject is shared."""
    shared = (
        grammar.CONJUNCT | grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE | grammar.NOUN_CLAUSE | frozenset({"pcomp"})
    )
    token = verb
    for _ in range(4):
        if token.dep_ not in shared or token.head == token:
            return
        finite_adverbial = token.dep_ in grammar.ADVERBIAL_CLAUSE and token.tag_ in {"VBD", "VBZ", "VBP"}
        if finite_adverbial:
            return
        token = token.head
        yield token, grammar.subject_of(token)
