"""One clause with the tokens that fill its roles, whatever its grammar: verb, copula, "there is", noun of action."""

import re
from dataclasses import dataclass, replace

from kg.extract import grammar
from kg.extract._phrases import TIME_UNITS, hanging, obliques
from kg.extract.holds import CERTAIN, NEGATIVE, Hold, is_none, own_hold
from kg.extract.quantities import quantity_of
from kg.extract.subjects import NEVER_PASSIVE, PARTICLES, has_gap, name_next, opens_content, referent, stands_in_passive
from kg.extract.times import time_expressions
from kg.extract.tokens import Token, text_of
from kg.extract.verbs import lemma_of

Obliques = tuple[tuple[str, Token], ...]
Words = tuple[Token, ...]

# verbs that are only the handle of a noun: "take control of"
LIGHT = frozenset(
    re.findall(
        r"\S+",
        "take regain lose have gain make give retain keep seize assume win wrest hold carry",
    )
)
THERE_IS = "there be"  # the predicate of what only is
# nouns that say how after "by": "by force"
MANNERS = frozenset(
    {"force", "air", "land", "sea", "road", "rail", "hand", "mistake", "accident", "chance", "night", "day"}
)
# prepositions that, before a number, only bound it: "killed over 20"
BOUNDS = frozenset({"over", "under", "about", "around", "above", "below", "near"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its predicate and the tokens that fill its roles, all in the active voice."""

    head: Token  # the verb, noun or adjective that carries the meaning
    predicate: str
    subject: Token | None
    object: Token | None
    obliques: Obliques
    verbs: Words  # auxiliaries, chain, particle: the words between subject and object
    passive: bool = False
    hold: Hold = CERTAIN


def verbal_clause(
    top: Token,
    head: Token,
    subject: Token | None,
    around: Obliques,
    verbs: Words,
    hold: Hold,
) -> Clause:
    """Make the clause of a verb, in the active voice; `top` is the verb that others in its chain hang on."""
    target = grammar.object_of(head)
    if target is not None and (opens_content(target, top) or target.lower_ in {"why", "how", "when", "where"}):
        target = None
    target = referent(target, top) if target is not None else None
    if target is None and top.dep_ in grammar.NOUN_CLAUSE and has_gap(top) and lemma_of(head) not in NEVER_PASSIVE:
        target = top.head
    let_go = any(each.lower_ == "let" for each in grammar.children(head, grammar.AUXILIARY))  # "was let go"
    passive = (
        stands_in_passive(head)
        or let_go
        or (top != head and top.dep_ in grammar.NOUN_CLAUSE and stands_in_passive(top))
    )
    if passive and target is not None and target.lemma_ in TIME_UNITS:  # "was lost the day before"
        target = None
    if passive:
        nested = (o for _, noun in around for o in hanging(noun))
        agent = next((noun for p, noun in (*around, *nested) if p == "by" and not _is_manner(noun)), None)
        around = tuple(o for o in around if o[1] != agent)
        subject, target = agent, subject if target is None else target
    elif target is None:
        direct = next((o for o in around if _is_direct(*o)), None)
        target, around = (direct[1], tuple(o for o in around if o != direct)) if direct else (None, around)
        target = target or (_object_beside(head) if subject is not None else None)
    particle = _particle(head)
    predicate = ("let " if let_go else "") + lemma_of(head) + (f" {particle.lower_}" if particle is not None else "")
    complement = complement_of(head)
    if complement is not None and complement != target and not any(o[1] == complement for o in around):
        if target is None and not passive:
            target = complement
        elif complement.lemma_ not in TIME_UNITS:
            around = (*around, ("as", complement))
    verbs = tuple(sorted({*verbs, *filter(None, [particle])}, key=lambda t: t.i))
    return _with_light_noun(Clause(head, predicate, subject, target, around, verbs, passive, hold))


def complement_of(verb: Token) -> Token | None:
    """Give what something stays, becomes or is made: "closed" of "stayed closed", "guilty" of "found her guilty"."""
    for each in grammar.children(verb, grammar.OPEN_CLAUSE):
        bare = grammar.marker_of(each) is None and not grammar.children(each, grammar.AUXILIARY | grammar.CASE)
        if bare and each.i > verb.i and (each.pos_ in {"ADJ", "NOUN"} or each.tag_ == "VBN"):
            return each
    return None


def _is_manner(noun: Token) -> bool:
    """Whether a noun after "by" says how, not by whom: "by force"."""
    return noun.lemma_ in MANNERS and grammar.child(noun, grammar.DETERMINER | grammar.POSSESSIVE) is None


def _object_beside(verb: Token) -> Token | None:
    """Give the object that a verb has by the order of the words alone, or shares: "reached and held Vell"."""
    if verb.i + 2 < len(verb.doc) and verb.nbor(1).dep_ in grammar.COORDINATOR:
        other = verb.nbor(2)
        if other.dep_ in grammar.CONJUNCT and other.head == verb and grammar.subject_of(other) is None:
            return grammar.object_of(other)
    named = name_next(verb)
    return named if named is not None and named.dep_ not in grammar.SUBJECT else None


def _is_direct(preposition: str, noun: Token) -> bool:
    """Whether an oblique is an object in truth: without a preposition, or with one that only bounds its number."""
    if time_expressions(text_of(noun.doc[noun.left_edge.i : noun.right_edge.i + 1]), None):  # "about 12 November"
        return False
    before = noun.doc[max(noun.left_edge.i - 1, 0)].lower_
    following = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]}
    bound = preposition in BOUNDS or (preposition == "to" and before == "up")
    bound = bound or (preposition == "at" and bool(following & {"least", "most"}))
    return noun.lemma_ not in TIME_UNITS and (not preposition or (bound and quantity_of(noun) is not None))


def _particle(verb: Token) -> Token | None:
    """Give the particle of a verb, also one that the parse put elsewhere: "won back ten villages"."""
    following = verb.nbor(1) if verb.i + 2 < len(verb.doc) else None
    if following is not None and following.lower_ in PARTICLES and following.pos_ in {"ADV", "ADP"}:
        held = any(t.i > following.i for t in following.children) or following.dep_ in grammar.CASE
        bounds = following.head.pos_ == "NUM" or following.nbor(1).lower_ == "to"
        return None if held or bounds else following
    found = grammar.child(verb, grammar.PARTICLE)
    return None if found is not None and found.i > 0 and found.nbor(-1).text == "," else found  # "…, up from 20"


def _with_light_noun(clause: Clause) -> Clause:
    """Take "take control of Velm" apart into predicate "take control of" and object "Velm"."""
    noun = clause.object
    if noun is None or lemma_of(clause.head) not in LIGHT or noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return clause
    if any(t.dep_ in grammar.DETERMINER | grammar.POSSESSIVE or t.pos_ == "NUM" for t in noun.children):
        return clause
    found = [(p, t) for p, t in (*obliques(noun), *clause.obliques) if p in {"of", "over"}]
    if not found and not clause.passive:
        return clause
    target = found[0][1] if found else None
    rest = tuple(o for o in clause.obliques if o[1] != target)
    words = " ".join((clause.predicate, lemma_of(noun), *(found[0][:1] if found else ())))
    verbs = (*clause.verbs, *(noun.doc[noun.left_edge.i : noun.i + 1]), *(t for t in _case_of(target)))
    return replace(
        clause, predicate=words, object=target, obliques=rest, verbs=tuple(sorted(set(verbs), key=lambda t: t.i))
    )


def _case_of(noun: Token | None) -> list[Token]:
    if noun is None:
        return []
    above = [noun.head] if noun.dep_ in grammar.PREPOSITION_OBJECT else []
    return above + [t for t in noun.children if t.dep_ in grammar.CASE]


def copular_clause(head: Token, subject: Token | None, around: Obliques, verbs: Words, hold: Hold) -> Clause:
    """Make a clause with "be": its object is what is said, or its oblique where it is."""
    verbs = tuple(t for t in verbs if t != head)
    preposition = grammar.prepositions_of(head)
    if not preposition:
        return Clause(head, "be", subject, head, around, verbs, hold=hold)
    determined = grammar.child(head, grammar.DETERMINER | grammar.POSSESSIVE | grammar.NAME_PART)
    if head.tag_ != "NN" or (determined is not None and head.lemma_ not in {"control", "hand"}):
        return Clause(head, "be", subject, None, ((preposition, head),), verbs, hold=hold)
    words = (*verbs, *_case_of(head), *(head.doc[head.left_edge.i : head.i + 1] if not verbs else ()), head)
    unique = tuple(sorted(set(words), key=lambda t: t.i))
    return Clause(head, f"be {preposition} {lemma_of(head)}", subject, None, around, unique, hold=hold)


def existential_clause(head: Token, around: Obliques, verbs: Words, hold: Hold) -> Clause:
    """Read "there was no advance by the army" as the clause of its noun; "there is a grave" says that it is."""
    noun: Token = head
    if head.pos_ in {"VERB", "AUX"}:
        found = grammar.subject_of(head) or grammar.object_of(head) or grammar.attribute_of(head)
        if found is None:
            return Clause(head, THERE_IS, None, None, around, verbs, hold=hold)
        noun = found
        hold = hold.under(NEGATIVE) if is_none(noun) and hold.affirms else hold
    if grammar.agent_of(noun) is not None:
        clause = nominal_clause(noun)
        merged = {o[1].i: o for o in (*clause.obliques, *around) if o[1] != clause.subject}
        return replace(clause, obliques=tuple(merged.values()), hold=hold)
    return Clause(noun, THERE_IS, noun, None, around, tuple(t for t in verbs if t != noun), hold=hold)


def nominal_clause(noun: Token) -> Clause:
    """Read a noun of action as a clause: "the capture of Velm by the army"."""
    owner = grammar.possessor_of(noun)
    inner = tuple(obliques(noun))
    agent = grammar.agent_of(noun)
    whole = next((t for p, t in inner if p == "of"), None)
    rest = tuple((p, t) for p, t in inner if t not in (agent, whole))
    if owner is not None and (whole is not None or agent is None):
        return Clause(noun, lemma_of(noun), agent or owner, whole, rest, (noun,), hold=own_hold(noun))
    target = whole if whole is not None else owner
    if agent is None and target is None:
        return Clause(noun, THERE_IS, noun, None, rest, (noun,), hold=own_hold(noun))
    return Clause(noun, lemma_of(noun), agent, target, rest, (noun,), hold=own_hold(noun))
