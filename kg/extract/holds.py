"""How far a clause holds: whether it is affirmed, how surely, and as something that is."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Final

from kg.extract import grammar, words
from kg.extract.judged import called
from kg.extract.tokens import Token, text_of
from kg.extract.verbs import is_predicate
from kg.model import Certainty


@dataclass(frozen=True, slots=True)
class Hold:
    """How far a clause holds: whether it is affirmed, how surely, and whether as something that is or was."""

    affirms: bool = True
    certainty: Certainty = Certainty.CERTAIN
    realized: bool = True  # False for what is to come, wanted, tried or due

    def under(self, other: "Hold") -> "Hold":
        """Give what is left of this when the clause stands under another."""
        return Hold(
            self.affirms == other.affirms,
            least(self.certainty, other.certainty),
            self.realized and other.realized,
        )


CERTAIN: Final = Hold()
PROBABLE: Final = Hold(certainty=Certainty.PROBABLE)
POSSIBLE: Final = Hold(certainty=Certainty.POSSIBLE)
NEGATIVE: Final = Hold(affirms=False)
UNREALIZED: Final = Hold(realized=False)
OPEN: Final = Hold(certainty=Certainty.POSSIBLE, realized=False)  # of what is asked

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)

# nouns that with "no" deny the whole clause: "at no time", "in no way"
_AT_NO: Final = frozenset({"time", "point", "stage", "way", "circumstance", "circumstances", "account"})


def least(one: Certainty, other: Certainty) -> Certainty:
    """Give the less certain of two."""
    return max(one, other, key=_ORDER.index)


def _table(*rows: tuple[Hold, str]) -> dict[str, Hold]:
    return {word: hold for hold, words in rows for word in words.split()}


# verbs and adjectives whose infinitive carries the meaning: "manage to enter", "be able to enter"
CATENATIVES: Final = _table(
    (CERTAIN, "able manage continue begin start proceed go get use come happen succeed keep know tend"),
    (NEGATIVE, "fail refuse unable decline forget neglect"),
    (
        UNREALIZED,
        "try attempt plan want intend aim hope seek prepare vow pledge promise threaten decide agree set ready willing "
        "determined poised due want wish have ought need mean strive struggle expect prepared",
    ),
    (PROBABLE, "likely appear seem believe report think say understand presume suspect allege rumour rumor"),
)
MODALS: Final = _table((POSSIBLE, "may might could"), (UNREALIZED, "would will shall should must ought 'll 'd"))
ADVERBS: Final = _table(
    (PROBABLE, "reportedly likely probably apparently allegedly presumably seemingly supposedly"),
    (POSSIBLE, "possibly perhaps maybe potentially"),
    (NEGATIVE, "not n't n’t never no neither nor hardly"),
)
# verbs above a finite clause that take its truth away or weaken it
EMBEDDING: Final = _table(
    (NEGATIVE, "deny reject dispute refute"),
    (UNREALIZED, "want wish ask demand urge threaten vow promise pledge"),
    (POSSIBLE, "doubt wonder"),
    (PROBABLE, "believe think suppose assume suspect estimate fear claim"),
    (Hold(certainty=Certainty.PROBABLE, realized=False), "hope expect predict"),
    # adjectives and nouns that a clause is said to be
    (POSSIBLE, "possible conceivable imaginable"),
    (PROBABLE, "likely probable"),
    (Hold(affirms=False, certainty=Certainty.PROBABLE), "unlikely improbable doubtful inconceivable"),
    (NEGATIVE, "impossible"),
)


def hold_of(chain: Iterable[Token]) -> Hold:
    """Say how far a chain of verbs lets its last one hold: "may have failed to warn"."""
    hold, links = CERTAIN, list(chain)
    for place, verb in enumerate(links):
        if place + 1 < len(links) and _is_yet(verb):
            hold = hold.under(NEGATIVE)
        elif place + 1 < len(links):
            hold = hold.under(CATENATIVES.get(verb.lemma_.lower()) or CATENATIVES.get(verb.lower_) or CERTAIN)
        hold = hold.under(own_hold(verb))
    return hold


def own_hold(verb: Token) -> Hold:
    """Say how far a verb's own auxiliaries, adverbs and negative words let it hold."""
    hold, negated = CERTAIN, False
    for child in verb.children:
        word = child.lower_
        if word == "must" and any(each.lower_ == "have" for each in verb.children):  # "must have been asleep"
            hold = hold.under(PROBABLE)
        elif child.dep_ in grammar.AUXILIARY and word in MODALS:
            hold = hold.under(MODALS[word])
        elif child.dep_ in grammar.ADVERB | grammar.AUXILIARY | grammar.NEGATION and word in ADVERBS:
            negated |= not ADVERBS[word].affirms and not _not_only(child)
            hold = hold.under(Hold(certainty=ADVERBS[word].certainty))
        elif (child.dep_ in grammar.DETERMINER and word == "no") or _no_longer(child):
            negated = True
        elif child.dep_ in grammar.SUBJECT | grammar.OBJECT or child.lemma_ in _AT_NO:
            negated |= is_none(child)
        elif child.dep_ in grammar.ADVERBIAL_CLAUSE and _is_condition(child):
            hold = hold.under(UNREALIZED)
    if _is_due(verb):
        hold = hold.under(UNREALIZED)
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(t.lemma_ == "be" for t in verb.children):
        hold = hold.under(UNREALIZED)
    return hold.under(NEGATIVE) if negated else hold


def _is_yet(verb: Token) -> bool:
    """Whether "has yet to" opens a chain: it has not happened."""
    return verb.lemma_ == "have" and any(each.lower_ == "yet" for each in verb.children)


def _is_due(verb: Token) -> bool:
    """Whether a form of "be" stands before the "to" of a verb: "is to meet"."""
    first = next((each for each in verb.children if each.tag_ == "TO"), None)
    before = first.nbor(-1) if first is not None and first.i else None
    return before is not None and before.head == verb and before.lemma_ == "be" and verb.tag_ == "VB"


def _is_condition(clause: Token) -> bool:
    """Whether a clause says on what condition another holds: "if it rains", not "even if it rains"."""
    before = clause.left_edge.lower_ == "even" or clause.doc[max(clause.left_edge.i - 1, 0)].lower_ == "even"
    return grammar.marker_of(clause) in {"if", "unless"} and not before


def is_asked(verb: Token) -> bool:
    """Whether a clause is asked, by the mark at the end of its sentence; clauses that modify nouns are not."""
    top = verb
    while top.head != top:
        if top.dep_ in grammar.NOUN_CLAUSE:
            return False
        top = top.head
    end = top.right_edge
    while end.i > top.i and end.is_punct and end.text != "?":
        end = end.nbor(-1)
    return end.text == "?"


def _no_longer(adverb: Token) -> bool:
    before = adverb.doc[max(adverb.i - 1, 0)].lower_
    return adverb.lower_ in {"longer", "more"} and before == "no" and adverb.dep_ in grammar.ADVERB


def _not_only(negative: Token) -> bool:
    following = text_of(negative.doc[negative.i + 1 : negative.i + 2])
    return following.lower() in {"only", "just", "least"}


def is_none(noun: Token) -> bool:
    """Whether a noun says that there is none: "nobody", "no soldier"."""
    if noun.lower_ in {"none", "nobody", "nothing", "neither"}:
        return True
    if not_one(noun):
        return True
    return any(t.lower_ in {"no", "neither"} and t.dep_ in grammar.DETERMINER | grammar.ADVERB for t in noun.children)


def not_one(noun: Token) -> bool:
    """Whether "not one" or "not a single" opens the phrase of a noun: there was none."""
    opened = noun.doc[noun.left_edge.i : noun.i]
    before = [t.lower_ for t in noun.doc[max(noun.left_edge.i - 1, 0) : noun.left_edge.i]]
    said = " ".join([*before, *(t.lower_ for t in opened)])
    return any(f"not {one}" in f" {said} " for one in ("one", "a single", "a one"))


def hold_from_above(verb: Token, inside: Set[int]) -> Hold:
    """Say how far the verbs above let a clause hold: nothing under "deny", less under "believe"."""
    hold, token = CERTAIN, verb
    while token.head != token and token.head.i in inside:
        if token.dep_ in grammar.CLAUSE | grammar.CLAUSAL_SUBJECT and is_predicate(token.head):
            above = NEGATIVE if token.head.lower_ in words.UNTRUE else EMBEDDING.get(token.head.lemma_.lower(), CERTAIN)
            hold = hold.under(above).under(own_hold(token.head))
        elif token.dep_ in grammar.NOUN_CLAUSE and called(token.head) is False:
            hold = hold.under(NEGATIVE)
        elif token.dep_ in grammar.CONJUNCT and grammar.child(token, grammar.AUXILIARY) is None:
            modals = [t for t in token.head.children if t.dep_ in grammar.AUXILIARY and t.lower_ in MODALS]
            hold = hold.under(MODALS[modals[0].lower_]) if modals and token.tag_ in {"VB", "VBN"} else hold
        token = token.head
    return hold
