"""The clauses of a content that say something, with voice, auxiliaries and shared subjects undone."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kg.extract import grammar
from kg.extract._phrases import described_by, obliques
from kg.extract.clause import (
    THERE_IS,
    Clause,
    Words,
    complement_of,
    copular_clause,
    existential_clause,
    nominal_clause,
    verbal_clause,
)
from kg.extract.holds import CATENATIVES, OPEN, PROBABLE, hold_from_above, hold_of, is_asked
from kg.extract.judged import only_judges
from kg.extract.subjects import CAUSATIVES, subject_in
from kg.extract.tokens import Token, text_of
from kg.extract.verbs import is_predicate, lemma_of

# openers of clauses that assert nothing
UNREAL = frozenset({"if", "unless", "whether", "lest", "to", "for", "without", "until", "till", "in", "before"})

# verbs that end what follows: "stop publishing" keeps both
ENDING = frozenset({"stop", "cease", "quit", "discontinue", "halt"})
# openers of clauses that are only asked or supposed, and of those that are left open
SUPPOSING = frozenset({"if", "unless", "lest", "whether"})
ASKING = frozenset({"whether", "if"})
_WHO = frozenset({"who", "what", "which", "whom", "whose"})
# what somebody is only thought to be: "feared dead"
HELD_FOR = frozenset({"fear", "believe", "presume", "report", "think"})
_MODIFYING = grammar.ADVERBIAL_CLAUSE | (grammar.NOUN_CLAUSE - grammar.RELATIVE)


def clauses_of(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Find the clauses among the tokens of one content, in the order of the text."""
    inside = {token.i for token in tokens}
    verbal = [_clause(t, inside) for t in tokens if _says_something(t, inside) and not _only_reports(t, inside)]
    if verbal:
        return tuple(verbal)
    roots = [t for t in tokens if (t.head == t or t.head.i not in inside) and t.pos_ in {"NOUN", "PROPN"}]
    return tuple(_with_measure(nominal_clause(t), inside) for t in roots[:1])


def _with_measure(clause: Clause, inside: Set[int]) -> Clause:
    """Add what an amount is put at, which hangs on the verb before the content: "put the death toll at 38"."""
    above = clause.head.head
    measured = tuple(o for o in obliques(above) if o[0] == "at" and o[1].i in inside and above.i not in inside)
    if not measured:
        return clause
    rest = tuple(o for o in clause.obliques if o not in measured)
    return replace(clause, predicate=THERE_IS, subject=clause.head, object=None, obliques=(*rest, *measured))


def _infinitive(token: Token) -> bool:
    return grammar.marker_of(token) == "to" or any(t.lower_ == "to" and t.tag_ == "TO" for t in token.children)


def _says_something(token: Token, inside: Set[int]) -> bool:
    """Whether a token heads a clause that asserts, or hints at, something of its own."""
    if not is_predicate(token) or described_by(token) is not None:
        return False
    return not (_left_open(token, inside) or _supposed(token, inside)) and _asserts(token, inside)


def _asserts(token: Token, inside: Set[int]) -> bool:
    """Whether a predicate is told by its place in the sentence, or hinted at."""
    dep, governor = token.dep_, token.head
    if dep in grammar.ROOT | grammar.CLAUSE or governor.i not in inside or _is_announced(token):
        return True
    if dep in grammar.CONJUNCT:
        first = grammar.coordinated_with(token) or governor
        return first.dep_ not in _MODIFYING or _says_something(first, inside)
    if governor.lemma_ in CAUSATIVES and grammar.object_of(governor) is not None and token.tag_ == "VB":
        return dep in grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE
    if dep in grammar.ADVERBIAL_CLAUSE:
        bare = token.tag_ == "VBN" and grammar.subject_of(token) is None
        return grammar.marker_of(token) not in UNREAL and not _infinitive(token) and not bare
    return dep in grammar.NOUN_CLAUSE and not _infinitive(token)


def _is_announced(token: Token) -> bool:
    """Whether "it" stands for a clause to come: "it is likely that they left"."""
    expletive = grammar.child(token.head, grammar.EXPLETIVE)
    return token.dep_ in grammar.CLAUSAL_SUBJECT and expletive is not None and expletive.lower_ == "it"


def _left_open(token: Token, inside: Set[int]) -> bool:
    """Whether a clause says what somebody asks or does not know: "they do not know whether it leaked"."""
    if token.dep_ not in grammar.COMPLEMENT_CLAUSE | grammar.CLAUSAL_SUBJECT or token.head.i not in inside:
        return False
    asked = any(t.lower_ in _WHO and t.i < token.i for t in token.children)
    return asked or grammar.marker_of(token) in ASKING


def _supposed(token: Token, inside: Set[int]) -> bool:
    """Whether a clause stands within a condition: "if it is found that they knew"."""
    above = token
    while above.head != above and above.head.i in inside:
        if above.dep_ in grammar.ADVERBIAL_CLAUSE and grammar.marker_of(above) in SUPPOSING:
            return True
        above = above.head
    return False


def _only_reports(token: Token, inside: Set[int]) -> bool:
    """Whether a clause has no other content than the one that it governs: "he said that it fell"."""
    below = [
        t
        for t in grammar.children(token, grammar.CLAUSE | grammar.CLAUSAL_SUBJECT)
        if t.i in inside and _says_something(t, inside)
    ]
    if only_judges(token) or any(_is_announced(t) for t in below):
        return True
    return any(t.dep_ in grammar.COMPLEMENT_CLAUSE for t in below) and grammar.object_of(token) is None


def _chain(verb: Token) -> list[Token]:
    """Give the verbs from the finite one down to the one that carries the meaning."""
    chain = [verb]
    while chain[-1].lemma_.lower() in CATENATIVES or chain[-1].lower_ in CATENATIVES or lemma_of(chain[-1]) in ENDING:
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


def _clause(top: Token, inside: Set[int]) -> Clause:
    chain = _chain(top)
    head = chain[-1]
    subjects = (subject_in(verb, inside) for verb in reversed(chain))
    subject = next((each for each in subjects if each is not None), None)
    around_where = _where(top)
    hold = hold_of(chain).under(hold_from_above(top, inside))
    if is_asked(top):
        hold = hold.under(OPEN)
    verbs = _verb_words(chain)
    around = (*around_where, *(o for verb in reversed(chain) for o in _obliques(verb) if o[1].i in inside))
    expletives = [each for verb in chain for each in grammar.children(verb, grammar.EXPLETIVE)]
    if any(each.lower_ != "it" for each in expletives) or (subject is not None and subject.tag_ == "EX"):
        return existential_clause(head, around, verbs, hold)
    if grammar.copula_of(head) is not None and head.pos_ not in {"VERB"}:
        return copular_clause(grammar.attribute_of(head) or head, subject, around, verbs, hold)
    complement = complement_of(head)
    if lemma_of(head) in HELD_FOR and complement is not None and grammar.object_of(head) is None:
        return copular_clause(complement, subject, around, verbs, hold.under(PROBABLE))
    clause = verbal_clause(top, head, subject, around, verbs, hold)
    ended = [lemma_of(verb) for verb in chain[:-1] if lemma_of(verb) in ENDING]
    return replace(clause, predicate=" ".join([*ended, clause.predicate]))


def _verb_words(chain: Sequence[Token]) -> Words:
    kept = grammar.AUXILIARY | grammar.COPULA | grammar.PARTICLE | grammar.NEGATION
    words = {
        t.i: t for verb in chain for t in verb.children if t.dep_ in kept or t.lower_ in {"not", "n't", "n’t", "never"}
    }
    words |= {t.i: t for verb in chain[1:] for t in verb.children if t.dep_ in grammar.MARK}
    words |= {verb.i: verb for verb in chain}
    words = {i: t for i, t in words.items() if t.lower_ != "not" or text_of(t.doc[i + 1 : i + 2]) not in {"one", "a"}}
    return tuple(words[i] for i in sorted(words))


def _where(verb: Token) -> tuple[tuple[str, Token], ...]:
    """Give the place that a relative clause with "where" is about: "in Vell, where shots were fired"."""
    opened = any(t.lower_ == "where" and t.i < verb.i for t in verb.children)
    return (("in", verb.head),) if opened and verb.dep_ in grammar.RELATIVE else ()


def _obliques(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositional phrases of a verb, "to" before a noun among them when the parse took it for a verb's."""
    yield from obliques(head)
    for noun in grammar.children(head, grammar.OBJECT | grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE):
        if noun.pos_ in {"NOUN", "PROPN"} and grammar.marker_of(noun) == "to":
            yield "to", noun
