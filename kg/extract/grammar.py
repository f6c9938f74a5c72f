"""What the rules ask of a parse, the same over Universal Dependencies and ClearNLP labels.

No other file spells a dependency label. Every function tolerates a wrong parse: it answers None or nothing.
"""

from collections.abc import Iterator

from kg.extract.tokens import Token

PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
SUBJECT = frozenset({"nsubj", "nsubj:outer", "csubj", "csubj:outer"}) | PASSIVE_SUBJECT
OBJECT = frozenset({"obj", "dobj"})
RECIPIENT = frozenset({"iobj", "dative"})
CLAUSE = frozenset({"ccomp", "parataxis", "pcomp"})
CLAUSAL_SUBJECT = frozenset({"csubj", "csubj:pass", "csubj:outer", "csubjpass"})
COMPLEMENT_CLAUSE = frozenset({"ccomp"})
OPEN_CLAUSE = frozenset({"xcomp"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
RELATIVE = frozenset({"acl:relcl", "relcl"})
NOUN_CLAUSE = RELATIVE | {"acl"}
OBLIQUE = frozenset({"obl", "obl:agent", "obl:tmod", "obl:unmarked", "obl:npmod", "npadvmod"})
NOMINAL_MODIFIER = frozenset({"nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod:tmod"})
DESCRIPTOR = frozenset({"nmod:desc"})
POSSESSIVE = frozenset({"nmod:poss", "poss"})
CASE = frozenset({"case"})
PREPOSITION = frozenset({"prep", "agent"})
PREPOSITION_OBJECT = frozenset({"pobj"})
APPOSITION = frozenset({"appos"})
CONJUNCT = frozenset({"conj"})
COORDINATOR = frozenset({"cc", "cc:preconj", "preconj"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
COPULA = frozenset({"cop"})
ATTRIBUTE = frozenset({"attr", "acomp", "oprd"})
PARTICLE = frozenset({"compound:prt", "prt"})
NEGATION = frozenset({"neg"})
MARK = frozenset({"mark"})
DETERMINER = frozenset({"det", "det:predet", "predet"})
NAME_PART = frozenset({"flat", "compound", "goeswith", "flat:name"})
ADVERB = frozenset({"advmod"})
EXPLETIVE = frozenset({"expl"})
PUNCTUATION = frozenset({"punct"})
ROOT = frozenset({"ROOT", "root"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags
NEGATIVES = frozenset({"not", "n't", "n\u2019t", "never", "no", "neither", "nor", "without"})


def child(token: Token, labels: frozenset[str]) -> Token | None:
    """Give the first child with one of the labels."""
    return next((each for each in token.children if each.dep_ in labels), None)


def children(token: Token, labels: frozenset[str]) -> tuple[Token, ...]:
    """Give the children with one of the labels, in the order of the text."""
    return tuple(each for each in token.children if each.dep_ in labels)


def subject_of(verb: Token) -> Token | None:
    """Give the subject nearest before the verb, or else after it; subjects are not passed on to conjuncts."""
    found = children(verb, SUBJECT)
    before = [each for each in found if each.i < verb.i]
    return before[-1] if before else (found[0] if found else None)


def object_of(verb: Token) -> Token | None:
    """Give the direct object."""
    return child(verb, OBJECT)


def role_of_object(verb: Token) -> str | None:
    """Give the "as" that follows the object of a verb: "sees it as a threat"."""
    found = object_of(verb)
    after = found.right_edge.i + 1 if found is not None and found.i > verb.i else len(verb.doc)
    return "as" if after < len(verb.doc) and verb.doc[after].lower_ == "as" else None


def recipient_of(verb: Token) -> Token | None:
    """Give the one told or given: an indirect object, never one with a preposition."""
    return child(verb, RECIPIENT)


def prepositions_of(noun: Token) -> str:
    """Give the preposition that stands on a noun in lower case, "" when there is none: "due to", "from"."""
    words = [each.lower_ for each in noun.children if each.dep_ in CASE and each.i < noun.i]
    if not words and noun.dep_ in PREPOSITION_OBJECT and noun.head.dep_ in PREPOSITION:
        words = [noun.head.lower_]
    return " ".join(words)


def obliques_of(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield preposition and noun of each phrase that modifies a verb, adjective or noun."""
    for each in head.children:
        if each.dep_ in OBLIQUE or each.dep_ in NOMINAL_MODIFIER - POSSESSIVE:
            yield prepositions_of(each), each
        elif each.dep_ in PREPOSITION:
            for noun in children(each, PREPOSITION_OBJECT):
                yield each.lower_, noun


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(each.dep_ in PASSIVE_SUBJECT or each.dep_ in PASSIVE_AUXILIARY for each in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Give the noun after "by" that a passive verb or a noun of action has."""
    return next((noun for preposition, noun in obliques_of(verb) if preposition == "by"), None)


def clauses_of(token: Token) -> tuple[Token, ...]:
    """Give the heads of the finite clauses a verb governs."""
    return children(token, CLAUSE)


def open_clause_of(token: Token) -> Token | None:
    """Give the head of the infinitive or predicate that a verb governs: "want to leave", "call it wrong"."""
    return child(token, OPEN_CLAUSE)


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Give the members of the list that a token begins, itself first; ClearNLP chains are followed."""
    found, queue = [token], list(children(token, CONJUNCT))
    while queue:
        member = queue.pop(0)
        found.append(member)
        queue.extend(children(member, CONJUNCT))
    return tuple(sorted(found, key=lambda each: each.i))


def coordinated_with(token: Token) -> Token | None:
    """Give the head of the list that a token is a later member of."""
    first = token
    while first.dep_ in CONJUNCT and first.head != first:
        first = first.head
    return None if first == token else first


def is_negated(token: Token) -> bool:
    """Whether a verb, or a copula's predicate, has "not", "never" or the like of its own."""
    return any(
        each.dep_ in NEGATION or (each.lower_ in NEGATIVES and each.dep_ in ADVERB | AUXILIARY | DETERMINER)
        for each in token.children
    )


def is_to_come(verb: Token) -> bool:
    """Whether a verb tells of what will be done: "will reject", "would challenge"; not of what will not."""
    coming = any(each.lower_ in {"will", "would", "shall", "'ll", "’ll"} for each in children(verb, AUXILIARY))
    return coming and not is_negated(verb)


def copula_of(predicate: Token) -> Token | None:
    """Give the form of "be" that makes a noun or adjective a predicate (UD); under ClearNLP the verb itself."""
    return child(predicate, COPULA) or (predicate if child(predicate, ATTRIBUTE) else None)


def attribute_of(verb: Token) -> Token | None:
    """Give the noun or adjective that is said of the subject under ClearNLP; under UD it is the head itself."""
    return child(verb, ATTRIBUTE)


def particle_of(verb: Token) -> str | None:
    """Give the particle of a phrasal verb in lower case: "up" of "blow up"."""
    found = child(verb, PARTICLE)
    return found.lower_ if found else None


def possessor_of(noun: Token) -> Token | None:
    """Give the owner: "group" of "the group's fighters", "its" of "its website"."""
    return child(noun, POSSESSIVE)


def appositions_of(noun: Token) -> tuple[Token, ...]:
    """Give the heads of the appositions of a noun."""
    return children(noun, APPOSITION)


def marker_of(clause: Token) -> str | None:
    """Give the word that opens a clause, in lower case: "that", "if", "to"."""
    found = child(clause, MARK) or next((each for each in children(clause, AUXILIARY) if each.tag_ == "TO"), None)
    return found.lower_ if found else None


def relative_noun_of(verb: Token) -> Token | None:
    """Give the noun that a relative clause's verb describes."""
    return verb.head if verb.dep_ in RELATIVE and verb.head != verb else None


def is_misread_verb(token: Token) -> bool:
    """Whether what was taken for a plural is the verb of its sentence: "The agency estimates that …"."""
    if token.tag_ != "NNS" or token.is_sent_start:
        return False
    if token.doc[token.i - 1].text == "," and token.dep_ in ROOT:  # "The mayor, Ann Lee, insists that …"
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "that"
    if token.doc[token.i - 1].pos_ not in {"NOUN", "PROPN"}:
        return False
    subject = subject_of(token)
    if subject is not None and subject.i < token.i:
        return True
    after = token.doc[token.i + 1 : token.i + 2]
    if token.doc[token.i - 1].pos_ == "PROPN" and after and after[0].lower_ == "that":
        return True  # "Lee confirms that …"
    first, end = token.i, token.i + 1
    while first and not token.doc[first].is_sent_start:
        first -= 1
    while end < len(token.doc) and not token.doc[end].is_sent_start and not token.doc[end].is_space:
        end += 1
    return token.doc[end - 1].text == "." and not any(each.tag_ in FINITE for each in token.doc[first:end])


def noun_phrase(head: Token) -> tuple[Token, ...]:
    """Give the tokens of a noun phrase without its clauses, conjuncts, appositions and edge punctuation."""
    left_out = NOUN_CLAUSE | CONJUNCT | COORDINATOR | APPOSITION | CLAUSE | COPULA | SUBJECT | AUXILIARY | MARK
    found, queue = [head], [each for each in head.children if each.dep_ not in left_out | CASE | PUNCTUATION | ADVERB]
    while queue:
        token = queue.pop()
        found.append(token)
        queue.extend(each for each in token.children if each.dep_ not in NOUN_CLAUSE | CLAUSE | APPOSITION)
    return tuple(sorted((each for each in found if not each.is_space), key=lambda each: each.i))
