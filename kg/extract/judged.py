"""Reads what is said of a report by what it is called: "the claim that the dam failed was a mistake"."""

from collections.abc import Sequence

from spacy.tokens import Token as Parsed

from kg.extract import grammar, words
from kg.extract.tokens import Token

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_HAVE = frozenset({"has", "have", "had"})
_BETWEEN = frozenset({"a", "an", "not", "n't", "n’t", "never", "simply", "completely", "totally", "entirely"})
_FAR = 30  # tokens from "that" to what a report is called
_STOPS = frozenset({",", ";", ":", "“", "”", '"'})


def called(report: Token) -> bool | None:
    """Say whether a report is called true by what it is the subject of; nothing where it is called neither.

    "The claim was a lie", "the story was made up": untrue; "the report is not wrong": true.
    """
    if report.dep_ not in grammar.SUBJECT or report.lemma_.lower() not in words.CONTENT_NOUNS:
        return None
    judgement = grammar.attribute_of(report.head) or report.head
    made_up = judgement.lemma_ == "make" and grammar.particle_of(judgement) == "up"
    if not (made_up or judgement.lower_ in words.UNTRUE | words.TRUE):
        return None
    return (judgement.lower_ in words.TRUE) != grammar.is_negated(report.head)


def only_judges(verb: Token) -> bool:
    """Whether a clause says of a report only that it is true or not, the report telling what it is: "that …"."""
    report = grammar.subject_of(verb)
    if report is None or called(report) is None:
        return False
    return any(grammar.marker_of(each) == "that" for each in grammar.children(report, grammar.NOUN_CLAUSE))


def mend_judgement(that: Parsed) -> None:
    """Hang "the claim that the dam failed was a mistake" by its last part, wherever the parser has put the parts."""
    report = that.doc[that.i - 1] if that.i else that
    if that.lower_ != "that" or report.lower_.removesuffix("s") not in words.CONTENT_NOUNS:
        return
    judgement = _judgement_after(that)
    if judgement is None:
        return
    start = _start_of(judgement)
    said = list(that.doc[that.i + 1 : start])
    verb = _verb_of(said, report)
    if verb is None:
        return
    _lift(judgement, report.i)
    report.head, report.dep_ = judgement, "nsubj"
    report.pos_, report.tag_ = "NOUN", "NNS" if report.lower_.endswith("s") else "NN"
    verb.head, verb.dep_ = report, "acl"
    if verb.tag_ == "VBN" and not any(each.dep_ in grammar.AUXILIARY for each in verb.children):
        verb.tag_ = "VBD"
    that.head, that.dep_ = verb, "mark"
    for each in said:
        if each != verb and not that.i < each.head.i < start:
            each.head, each.dep_ = verb, "obj" if each.i > verb.i else each.dep_
    for each in that.doc[start : judgement.i]:
        if each.head != judgement:
            each.head = judgement


def _lift(judgement: Parsed, first: int) -> None:
    """Let a judgement take the place of the topmost of the words before it it hangs on: none hang in a ring."""
    above = [each for each in judgement.ancestors if first <= each.i < judgement.i]
    if above:
        top = above[-1]
        head, dep = top.head, top.dep_
        judgement.head, judgement.dep_ = (judgement, "ROOT") if head == top else (head, dep)


def _judgement_after(that: Parsed) -> Parsed | None:
    """Give what a report is called after its clause: "false" of "was false", "a mistake" of "had been a mistake"."""
    for each in that.doc[that.i + 3 : that.i + _FAR]:
        if each.text in _STOPS or each.is_sent_start:
            return None
        up = each.lower_ == "made" and each.i + 1 < len(each.doc) and each.nbor(1).lower_ == "up"
        if (up or each.lower_ in words.UNTRUE | words.TRUE) and _start_of(each) < each.i:
            return each
    return None


def _start_of(judgement: Parsed) -> int:
    """Give where the verb of a judgement starts; its own place where it has none."""
    at = judgement.i
    while at and judgement.doc[at - 1].lower_ in _BETWEEN:
        at -= 1
    if not at or judgement.doc[at - 1].lower_ not in _BE:
        return judgement.i
    while judgement.doc[at - 1].lower_ in _BE | _HAVE | _BETWEEN:
        at -= 1
    return at


def _verb_of(said: Sequence[Parsed], report: Parsed) -> Parsed | None:
    """Give the verb of the clause that tells a report, or what it says of its subject."""
    own = [each for each in said if each.head == report and each.dep_ in grammar.NOUN_CLAUSE]
    outside = [each for each in said if each.pos_ == "VERB" and each.head not in said]
    verbs = [each for each in said if each.tag_ in grammar.FINITE | {"VBN"} and each.dep_ not in grammar.AUXILIARY]
    return next(iter((*own, *outside, *verbs)), None)
