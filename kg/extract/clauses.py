"""The clauses of a content that say something, with voice, auxiliaries and shared subjects undone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract._catenatives import (
    ADVERBS,
    CATENATIVES,
    CAUSATIVES,
    CERTAIN,
    EMBEDDING,
    LIGHT,
    MODALS,
    NEGATIVE,
    POSSIBLE,
    UNREAL,
    Hold,
)

_MAIN = grammar.ROOT | grammar.CONJUNCT | grammar.CLAUSE | frozenset({"dep", "list", "discourse"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
_BE_LIKE = frozenset({"be", "exist", "remain"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its predicate and the tokens that fill its roles, all in the active voice."""

    head: Token  # the verb, noun or adjective that carries the meaning
    predicate: str
    subject: Token | None
    object: Token | None
    obliques: tuple[tuple[str, Token], ...]
    verbs: tuple[Token, ...]  # auxiliaries, chain, particle: the words between subject and object
    passive: bool = False
    hold: Hold = CERTAIN


def clauses_of(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Find the clauses among the tokens of one content, in the order of the text."""
    inside = {token.i for token in tokens}
    verbal = [_clause(t, inside) for t in tokens if _says_something(t, inside)]
    if verbal:
        return tuple(verbal)
    roots = [t for t in tokens if (t.head == t or t.head.i not in inside) and t.pos_ in {"NOUN", "PROPN"}]
    return tuple(nominal_clause(t) for t in roots[:1])


def is_predicate(token: Token) -> bool:
    """Whether a token is a verb or has a copula or "there" that makes it a predicate."""
    if grammar.copula_of(token) or grammar.child(token, grammar.EXPLETIVE):
        return True
    if token.pos_ == "AUX":
        return token.lemma_ == "be" and (grammar.subject_of(token) is not None or token.dep_ in grammar.ROOT)
    return token.pos_ == "VERB" and token.dep_ not in grammar.CASE


def _infinitive(token: Token) -> bool:
    return grammar.marker_of(token) == "to" or any(t.lower_ == "to" and t.tag_ == "TO" for t in token.children)


def _says_something(token: Token, inside: set[int]) -> bool:
    if not is_predicate(token):
        return False
    dep, governor = token.dep_, token.head
    if dep in grammar.ROOT or governor.i not in inside:
        return True
    if dep in grammar.CONJUNCT:
        first = grammar.coordinated_with(token) or governor
        return not first.dep_ in grammar.ADVERBIAL_CLAUSE | {"acl"} or _says_something(first, inside)
    if dep in grammar.OPEN_CLAUSE:
        return governor.lemma_ in CAUSATIVES and grammar.object_of(governor) is not None
    if dep in grammar.ADVERBIAL_CLAUSE:
        return grammar.marker_of(token) not in UNREAL and not _infinitive(token) and token.tag_ != "VBN"
    if dep in grammar.NOUN_CLAUSE:
        return not _infinitive(token)
    return dep in _MAIN


def _chain(verb: Token) -> list[Token]:
    """Give the verbs from the finite one down to the one that carries the meaning."""
    chain = [verb]
    while chain[-1].lemma_.lower() in CATENATIVES or chain[-1].lower_ in CATENATIVES:
        last = chain[-1]
        below = [t for t in last.children if t.i > last.i and is_predicate(t) and _continues(last, t)]
        if not below:
            break
        chain.append(below[0])
    return chain


def _continues(above: Token, below: Token) -> bool:
    if grammar.object_of(above) is not None and above.lemma_ != "have":
        return False
    if below.dep_ in grammar.OPEN_CLAUSE:
        return _infinitive(below) or below.tag_ == "VBG"
    return _infinitive(below) and below.dep_ in grammar.ADVERBIAL_CLAUSE | grammar.CLAUSE | grammar.SUBJECT


def _hold_of(chain: Iterable[Token]) -> Hold:
    hold, links = CERTAIN, list(chain)
    for place, verb in enumerate(links):
        if place + 1 < len(links):
            hold = hold.under(CATENATIVES.get(verb.lemma_.lower()) or CATENATIVES.get(verb.lower_) or CERTAIN)
        hold = hold.under(_own_hold(verb))
    return hold


def _own_hold(verb: Token) -> Hold:
    hold, negated = CERTAIN, False
    for child in verb.children:
        word = child.lower_
        if child.dep_ in grammar.AUXILIARY and word in MODALS:
            hold = hold.under(MODALS[word])
        elif child.dep_ in grammar.ADVERB | grammar.AUXILIARY | grammar.NEGATION and word in ADVERBS:
            negated |= not ADVERBS[word].affirms and not _not_only(child)
            hold = hold.under(Hold(certainty=ADVERBS[word].certainty))
        elif child.dep_ in grammar.DETERMINER and word == "no":
            negated = True
        elif child.dep_ in grammar.SUBJECT | grammar.OBJECT:
            negated |= _is_none(child)
    if verb.lemma_ == "go" and any(t.lemma_ == "be" for t in verb.children):
        hold = hold.under(POSSIBLE)
    return hold.under(NEGATIVE) if negated else hold


def _not_only(negative: Token) -> bool:
    following = negative.doc[negative.i + 1 : negative.i + 2]
    return following.text.lower() in {"only", "just", "least"}


def _is_none(noun: Token) -> bool:
    if noun.lower_ in {"none", "nobody", "nothing", "neither"}:
        return True
    return any(t.lower_ in {"no", "neither"} and t.dep_ in grammar.DETERMINER | grammar.ADVERB for t in noun.children)


def _embedding(verb: Token, inside: set[int]) -> Hold:
    """How far the verbs above let a clause hold: nothing under "deny", less under "believe"."""
    hold, token = CERTAIN, verb
    while token.head != token and token.head.i in inside:
        if token.dep_ in grammar.CLAUSE and is_predicate(token.head):
            hold = hold.under(EMBEDDING.get(token.head.lemma_.lower(), CERTAIN)).under(_own_hold(token.head))
        elif token.dep_ in grammar.CONJUNCT and grammar.child(token, grammar.AUXILIARY) is None:
            modals = [t for t in token.head.children if t.dep_ in grammar.AUXILIARY and t.lower_ in MODALS]
            hold = hold.under(POSSIBLE) if modals and token.tag_ in {"VB", "VBN"} else hold
        token = token.head
    return hold


def _subject(verb: Token, inside: set[int]) -> Token | None:
    """Give the subject of a clause, its own or the one that it shares."""
    own = grammar.subject_of(verb)
    if own is not None:
        return _referent(own, verb)
    governor = verb.head
    if governor == verb or governor.i not in inside:
        return None
    if verb.dep_ in grammar.NOUN_CLAUSE:
        return None if _has_gap(verb) else governor
    if verb.dep_ in grammar.OPEN_CLAUSE and governor.lemma_ in CAUSATIVES:
        return grammar.object_of(governor)
    if verb.dep_ in grammar.CONJUNCT | grammar.ADVERBIAL_CLAUSE | grammar.OPEN_CLAUSE | grammar.CLAUSE:
        return _subject(governor, inside) if is_predicate(governor) or governor.pos_ == "ADJ" else None
    return None


def _referent(noun: Token, verb: Token) -> Token:
    """Take a relative pronoun to the noun it stands for."""
    if noun.tag_ not in {"WDT", "WP"} and "Rel" not in noun.morph.get("PronType"):
        return noun
    top = verb
    while top.dep_ in grammar.CONJUNCT | grammar.OPEN_CLAUSE and top.head != top:
        top = top.head
    return top.head if top.dep_ in grammar.NOUN_CLAUSE else noun


def _has_gap(verb: Token) -> bool:
    """Whether a relative clause with its own subject lacks the object: "the town that they took"."""
    return grammar.subject_of(verb) is not None and grammar.object_of(verb) is None


def _is_passive(verb: Token) -> bool:
    if grammar.is_passive(verb) or (verb.dep_ in grammar.NOUN_CLAUSE and verb.tag_ == "VBN" and _bare(verb)):
        return True
    first = grammar.coordinated_with(verb)
    return (
        first is not None
        and verb.tag_ == "VBN"
        and _bare(verb)
        and grammar.subject_of(verb) is None
        and _is_passive(first)
    )


def _bare(verb: Token) -> bool:
    return grammar.child(verb, grammar.AUXILIARY) is None


def _clause(top: Token, inside: set[int]) -> Clause:
    chain = _chain(top)
    head = chain[-1]
    subject = next(
        (s for s in (_subject(verb, inside) for verb in (head, *reversed(chain[:-1]))) if s is not None), None
    )
    if subject is None:
        subject = _subject(top, inside)
    hold = _hold_of(chain).under(_embedding(top, inside))
    verbs = _verb_words(chain)
    obliques = tuple(o for verb in reversed(chain) for o in _obliques(verb) if o[1].i in inside)
    if grammar.child(head, grammar.EXPLETIVE) is not None:
        return _existential(head, obliques, verbs, hold)
    if grammar.copula_of(head) is not None and head.pos_ not in {"VERB"}:
        return _copular(head, subject, obliques, verbs, hold)
    return _verbal(top, head, subject, obliques, verbs, hold)


def _verb_words(chain: Sequence[Token]) -> tuple[Token, ...]:
    kept = grammar.AUXILIARY | grammar.COPULA | grammar.PARTICLE | grammar.NEGATION
    words = {
        t.i: t for verb in chain for t in verb.children if t.dep_ in kept or t.lower_ in {"not", "n't", "n’t", "never"}
    }
    words |= {t.i: t for verb in chain[1:] for t in verb.children if t.dep_ in grammar.MARK}
    words |= {verb.i: verb for verb in chain}
    return tuple(words[i] for i in sorted(words))


def _obliques(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositional phrases of a verb, and the adverbs of place that stand for one."""
    for preposition, noun in grammar.obliques_of(head):
        yield preposition, noun


def _verbal(
    top: Token,
    head: Token,
    subject: Token | None,
    obliques: tuple[tuple[str, Token], ...],
    verbs: tuple[Token, ...],
    hold: Hold,
) -> Clause:
    target = grammar.object_of(head)
    target = _referent(target, top) if target is not None else None
    if target is None and top.dep_ in grammar.NOUN_CLAUSE and _has_gap(top):
        target = top.head
    passive = _is_passive(head) or (top != head and top.dep_ in grammar.NOUN_CLAUSE and _is_passive(top))
    if passive:
        agent = next((noun for preposition, noun in obliques if preposition == "by"), None)
        obliques = tuple(o for o in obliques if o[1] != agent)
        subject, target = agent, subject if target is None else target
    particle = grammar.particle_of(head)
    clause = Clause(
        head, " ".join(filter(None, (_lemma(head), particle))), subject, target, obliques, verbs, passive, hold
    )
    return _with_light_noun(clause)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _with_light_noun(clause: Clause) -> Clause:
    """Take "take control of Samah" apart into predicate "take control of" and object "Samah"."""
    noun = clause.object
    if noun is None or clause.head.lemma_ not in LIGHT or noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return clause
    if any(t.dep_ in grammar.DETERMINER | {"nummod"} | grammar.POSSESSIVE for t in noun.children):
        return clause
    found = [(p, t) for p, t in (*grammar.obliques_of(noun), *clause.obliques) if p in {"of", "over"}]
    if not found and not clause.passive:
        return clause
    target = found[0][1] if found else None
    rest = tuple(o for o in clause.obliques if o[1] != target)
    words = " ".join((clause.predicate, _lemma(noun), *(found[0][:1] if found else ())))
    verbs = (*clause.verbs, *(noun.doc[noun.left_edge.i : noun.i + 1]), *(t for t in _case_of(target)))
    return replace(
        clause, predicate=words, object=target, obliques=rest, verbs=tuple(sorted(set(verbs), key=lambda t: t.i))
    )


def _case_of(noun: Token | None) -> list[Token]:
    return [t for t in noun.children if t.dep_ in grammar.CASE] if noun is not None else []


def _copular(
    head: Token, subject: Token | None, obliques: tuple[tuple[str, Token], ...], verbs: tuple[Token, ...], hold: Hold
) -> Clause:
    """A clause with "be": its object is what is said, or its oblique where it is."""
    verbs = tuple(t for t in verbs if t != head)
    preposition = grammar.prepositions_of(head)
    if not preposition:
        return Clause(head, "be", subject, head, obliques, verbs, hold=hold)
    determined = grammar.child(head, grammar.DETERMINER | grammar.POSSESSIVE | grammar.NAME_PART)
    if head.pos_ != "NOUN" or determined is not None and head.lemma_ not in {"control", "hand"}:
        return Clause(head, "be", subject, None, ((preposition, head),), verbs, hold=hold)
    words = (*verbs, *_case_of(head), *(head.doc[head.left_edge.i : head.i + 1] if not verbs else ()), head)
    unique = tuple(sorted(set(words), key=lambda t: t.i))
    return Clause(head, f"be {preposition} {_lemma(head)}", subject, None, obliques, unique, hold=hold)


def _existential(head: Token, obliques: tuple[tuple[str, Token], ...], verbs: tuple[Token, ...], hold: Hold) -> Clause:
    """ "There was no advance by the army" is the clause of its noun; "there is a grave" says that it is."""
    noun = head
    if head.pos_ in {"VERB", "AUX"}:
        found = grammar.subject_of(head) or grammar.object_of(head) or grammar.attribute_of(head)
        if found is None:
            return Clause(head, "be", None, None, obliques, verbs, hold=hold)
        noun = found
        hold = hold.under(NEGATIVE) if _is_none(noun) and hold.affirms else hold
    if grammar.agent_of(noun) is not None:
        clause = nominal_clause(noun)
        merged = {o[1].i: o for o in (*clause.obliques, *obliques) if o[1] != clause.subject}
        return replace(clause, obliques=tuple(merged.values()), hold=hold)
    return Clause(noun, "be", noun, None, obliques, tuple(t for t in verbs if t != noun), hold=hold)


def nominal_clause(noun: Token) -> Clause:
    """Read a noun of action as a clause: "the capture of Samah by the army"."""
    owner = grammar.possessor_of(noun)
    inner = tuple(grammar.obliques_of(noun))
    agent = grammar.agent_of(noun)
    whole = next((t for p, t in inner if p == "of"), None)
    rest = tuple((p, t) for p, t in inner if t != agent and t != whole)
    if owner is not None and (whole is not None or agent is None):
        subject, target = agent or owner, whole
    else:
        subject, target = agent, whole if whole is not None else owner
    return Clause(noun, _lemma(noun), subject, target, rest, (noun,), hold=_own_hold(noun))


__all__ = ["Clause", "clauses_of", "is_predicate", "nominal_clause"]
