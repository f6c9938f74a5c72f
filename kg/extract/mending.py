"""Mends what every small parser gets wrong in the same way: numbered names, bare numbers, turned word order."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract import grammar, words
from kg.extract.judged import mend_judgement

COMPONENT = "kg_mending"
_MORE = frozenset({"more", "fewer", "less"})
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "dozen", "hundred", "thousand"})
_VERBAL = {"VBN": frozenset({"have"}), "VB": frozenset({"do"})}  # what makes a word with that tag a verb
_BARE = frozenset(
    {"nsubj", "nsubj:pass", "obl:unmarked", "nmod:unmarked", "dep", "nummod", "flat", "compound", "appos"}
)


@Language.component(COMPONENT)
def mend(doc: Doc) -> Doc:
    """Hang the words of some constructions as the grammar of English has them."""
    for token in doc:
        if token.tag_ == "CD":
            _mend_number(token)
        elif token.dep_ in grammar.COPULA and token.tag_ in grammar.FINITE:
            _mend_turned_passive(token)
        elif token.lower_ in _MORE:
            _mend_comparison(token)
        elif token.lower_ == "that":
            mend_judgement(token)
        elif token.dep_ in grammar.AUXILIARY:
            _mend_verb(token)
    return doc


def _mend_number(number: Token) -> None:
    """Make a number after a noun a part of its name ("Hall 3"), and one after a verb its object ("killed 12")."""
    before = number.doc[number.i - 1] if number.i else number
    if number.dep_ in grammar.OPEN_CLAUSE and before == number.head and before.pos_ == "VERB":
        number.dep_ = "obj"
    elif number.is_digit and _is_numbered(before, number):
        _join(before, number)


def _is_numbered(noun: Token, number: Token) -> bool:
    """Whether a number right after a noun can only tell which one is meant: it counts nothing that follows."""
    if noun.tag_ not in {"NNP", "NN"} or not noun.whitespace_ or noun.lower_ in words.DAYS_AND_MONTHS:
        return False
    if number.ent_type_ in {"DATE", "MONEY", "TIME"} or (number.head.i > number.i and number.dep_ == "nummod"):
        return False
    cased = any(each.dep_ in grammar.CASE for each in noun.children)
    return noun.dep_ in _BARE | {"ROOT", "obj", "obl", "nmod"} and not (cased and number.dep_ in grammar.SUBJECT)


def _join(noun: Token, number: Token) -> None:
    """Hang a number on its noun, which takes its place where the number stood for both."""
    governor, dep = number.head, number.dep_
    if governor == noun:
        number.dep_ = "flat"
        return
    if dep in grammar.SUBJECT and governor.head == noun and governor.dep_ in grammar.NOUN_CLAUSE:
        _replace(noun, governor)  # "Line 4 has reopened", read as "a line that 4 has reopened"
    elif noun.head != number and (noun.head != governor or number in noun.ancestors):
        return
    _hang(noun, governor, dep)
    _hang(number, noun, "flat")


def _replace(above: Token, below: Token) -> None:
    """Let a token take the place of the one that it hangs on."""
    head, dep = above.head, above.dep_
    below.head, below.dep_ = (below, "ROOT") if head == above else (head, dep)


def _hang(token: Token, head: Token, dep: str) -> None:
    token.head, token.dep_ = head, dep


def _mend_comparison(more: Token) -> None:
    """Let "more than half of the houses" hang by its number, as "half of the houses" does."""
    for number in more.children:
        than = [each for each in number.children if each.lower_ == "than" and each.i == more.i + 1]
        if number.dep_ not in grammar.OBLIQUE | grammar.NOMINAL_MODIFIER or not than or more.tag_ not in {"JJR", "RBR"}:
            continue
        if number.tag_ == "CD" or number.lower_ in _PARTS:
            _replace(more, number)
            _hang(more, number, "advmod")
            _hang(than[0], more, "fixed")
            return


def _mend_turned_passive(copula: Token) -> None:
    """Read "At no time was gas released": a form of "be" before its subject, and a participle after it."""
    noun = copula.head
    if noun.pos_ not in {"NOUN", "PROPN"} or any(each.dep_ in grammar.SUBJECT for each in noun.children):
        return
    verb = next((each for each in noun.children if each.dep_ == "acl" and each.tag_ == "VBN" and each.i > noun.i), None)
    turned = verb is not None and any(each.i < copula.i and each.dep_ in grammar.OBLIQUE for each in noun.children)
    if verb is None or not turned:
        return
    _replace(noun, verb)
    for each in list(noun.children):
        if each.i <= copula.i and each != verb:
            each.head = verb
            each.dep_ = "aux:pass" if each == copula else each.dep_
    _hang(noun, verb, "nsubj:pass")


def _mend_verb(auxiliary: Token) -> None:
    """Read a verb after "has not" or "did not" as one, though it was taken for an adjective, and its subject before."""
    verb = auxiliary.head
    if verb.pos_ != "ADJ" or verb.i < auxiliary.i or auxiliary.lemma_ not in _VERBAL.get(verb.tag_, ()):
        return
    verb.pos_ = "VERB"
    noun = verb.head
    if verb.dep_ == "amod" and noun.i > verb.i:  # "did not open gates", read as "open gates"
        _replace(noun, verb)
        _hang(noun, verb, "obj")
        for each in list(noun.children):
            if each.i < verb.i:
                each.head = verb
    before = verb.doc[auxiliary.i - 1] if auxiliary.i else auxiliary
    if before.head == verb and before.dep_ == "advmod" and before.text[:1].isupper() and not _has_subject(verb):
        before.dep_, before.pos_, before.tag_ = "nsubj", "PROPN", "NNP"


def _has_subject(verb: Token) -> bool:
    return any(each.dep_ in grammar.SUBJECT for each in verb.children)
