"""Whom a clause is about: subjects that clauses share, relative pronouns, the passive."""

import re
from collections.abc import Set

from kg.extract import grammar, words
from kg.extract.times import time_expressions
from kg.extract.tokens import Token, text_of
from kg.extract.verbs import is_predicate, lemma_of

# verbs whose object does what the infinitive says: "forced residents to flee"
CAUSATIVES = frozenset({"force", "allow", "enable", "cause", "prompt", "compel", "lead", "help"})

RELATIVES = frozenset({"who", "whom", "which", "that"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re"})
# adverbs that make a verb another: "win back", "blow up"
PARTICLES = frozenset({"back", "up", "out", "down", "off", "away"})
# verbs without an object, whose participles are no passives
NEVER_PASSIVE = frozenset(
    re.findall(
        r"\S+",
        "continue begin fall collapse die flee arrive rage remain happen retreat advance pause rise occur erupt emerge "
        "come go stay return disappear vanish resign surrender",
    )
)


# verbs that have an object, so that without one they are passives that lack a word: "two killed in blast"
NEVER_WITHOUT_OBJECT = frozenset(
    re.findall(
        r"\S+",
        "kill wound injure arrest detain jail imprison sentence hospitalize hospitalise displace evacuate rescue "
        "destroy damage ban appoint oust sack acquit convict kidnap abduct extradite suspend behead assassinate",
    )
)


def subject_in(verb: Token, inside: Set[int]) -> Token | None:
    """Give the subject of a clause, its own or the one that it shares."""
    own = grammar.subject_of(verb)
    if own is not None:
        announced = own.dep_ in grammar.CLAUSAL_SUBJECT and grammar.child(verb, grammar.EXPLETIVE)
        return None if announced else referent(own, verb)
    misread = [t for t in verb.children if t.i < verb.i and (t.dep_ == "nummod" or _is_name_as_adverb(t))]
    if misread:  # "31 die in Vell"
        return misread[0]
    if verb.head == verb:
        return None
    return _shared_subject(verb, verb.head, inside) if verb.head.i in inside else _asked(verb, inside)


def _asked(verb: Token, inside: Set[int]) -> Token | None:
    """Give the object of a verb before the content, who is to do what this says: "urged residents to leave"."""
    asked = grammar.object_of(verb.head) if is_open(verb, inside) else None
    return asked if asked is not None and asked.i in inside and asked.i < verb.i else None


def _shared_subject(verb: Token, governor: Token, inside: Set[int]) -> Token | None:
    """Give the subject that a clause has from the one that it hangs on."""
    if verb.dep_ in grammar.NOUN_CLAUSE:
        return None if has_gap(verb) or grammar.marker_of(verb) == "that" else _described(governor)
    if (
        verb.dep_ in grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE
        and verb.tag_ == "VB"
        and governor.lemma_ in CAUSATIVES
    ):
        return grammar.object_of(governor)
    return subject_in(governor, inside) if is_predicate(governor) or governor.pos_ == "ADJ" else None


def opens_openly(verb: Token, inside: Set[int]) -> bool:
    """Whether a content begins with an infinitive or gerund, which leaves open who does it: "vowed to resign"."""
    top = _first_of_chain(verb, inside)
    first = top.doc[min(inside)]
    return is_open(verb, inside) and (first == top or top in first.ancestors)


def _first_of_chain(verb: Token, inside: Set[int]) -> Token:
    top = verb
    while top.dep_ in grammar.CONJUNCT | grammar.OPEN_CLAUSE and top.head.i in inside and top.head != top:
        top = top.head
    return top


def is_open(verb: Token, inside: Set[int]) -> bool:
    """Whether a clause hangs on words before the content, as an infinitive or gerund: "urged them to leave"."""
    top = _first_of_chain(verb, inside)
    bare = any(t.tag_ == "TO" for t in top.children) or top.tag_ == "VBG"
    return bare and top.head.i not in inside and not any(t.tag_ in grammar.FINITE for t in top.children)


def _described(noun: Token) -> Token:
    """Take an apposition to the noun it describes: "Vell, the last town, fell"."""
    while noun.dep_ in grammar.APPOSITION and noun.head != noun:
        noun = noun.head
    return noun


def _is_name_as_adverb(token: Token) -> bool:
    return token.dep_ in grammar.ADVERB and token.pos_ == "PROPN"


def referent(noun: Token, verb: Token) -> Token:
    """Take a relative pronoun to the noun it stands for."""
    if noun.lower_ not in RELATIVES:
        return noun
    top = verb
    while top.dep_ in grammar.CONJUNCT | grammar.OPEN_CLAUSE and top.head != top:
        top = top.head
    return top.head if top.dep_ in grammar.NOUN_CLAUSE else noun


def opens_content(that: Token, verb: Token) -> bool:
    """Whether a "that" taken for an object opens what a noun of saying holds: "the report that the bridge fell".

    It is the object only of verbs for what is done to reports: "the report that the ministry leaked".
    """
    noun = verb.head
    if grammar.prepositions_of(noun) == "by":  # "the claim by the army that …"
        noun = noun.head
    if that.lower_ != "that" or verb.dep_ not in grammar.NOUN_CLAUSE or grammar.subject_of(verb) is None:
        return False
    told = lemma_of(noun) in words.CONTENT_NOUNS or grammar.is_misread_verb(noun)
    return told and lemma_of(verb) not in words.MAKING | words.HANDLING


def has_gap(verb: Token) -> bool:
    """Whether a relative clause with its own subject lacks the object: "the town that they took"."""
    if grammar.marker_of(verb) == "that":  # "the claim that the town fell"
        return False
    if any(t.lower_ in {"where", "when"} and t.i < verb.i for t in verb.children):  # "Vell, where shots were fired"
        return False
    subject = grammar.subject_of(verb)
    if subject is None or subject.lower_ in RELATIVES:
        return False
    return grammar.object_of(verb) is None


def stands_in_passive(verb: Token) -> bool:
    """Whether a verb is passive, by its own auxiliary, as a participle of a noun, or in a list of passives."""
    if verb.lemma_.lower() in NEVER_PASSIVE:
        return False
    auxiliaries = grammar.children(verb, grammar.AUXILIARY)
    if auxiliaries:
        return grammar.is_passive(verb) and any(t.lower_ in BE or t.lemma_ in {"be", "get"} for t in auxiliaries)
    if verb.dep_ in grammar.NOUN_CLAUSE and verb.tag_ == "VBN":
        return name_next(verb) is None
    if grammar.is_passive(verb):
        return verb.tag_ == "VBN" and not _has_object_next(verb)
    if lemma_of(verb) in NEVER_WITHOUT_OBJECT and verb.tag_ in {"VBN", "VBD"} and grammar.subject_of(verb) is not None:
        return not (grammar.object_of(verb) or _has_object_next(verb) or _counts_next(verb) or _shares_object(verb))
    first = grammar.coordinated_with(verb)
    alone = verb.tag_ == "VBN" and grammar.subject_of(verb) is None
    return first is not None and alone and stands_in_passive(first)


def _counts_next(verb: Token) -> bool:
    """Whether a number follows a verb soon, as its object does: "arrested up to 40"."""
    return any(each.tag_ == "CD" for each in verb.doc[verb.i + 1 : verb.i + 5])


def _shares_object(verb: Token) -> bool:
    """Whether the object of a verb stands after another: "killed or wounded ten men"."""
    return any(grammar.object_of(each) is not None for each in grammar.children(verb, grammar.CONJUNCT))


def name_next(verb: Token) -> Token | None:
    """Give the name that follows a verb at once and is no day, as an object does: "sealed off Vell"."""
    doc, place = verb.doc, verb.i + 1
    while place < len(doc) and doc[place].lower_ in PARTICLES | {"the"} and doc[place].dep_ not in grammar.CASE:
        place += 1
    end = place
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    if end == place or time_expressions(text_of(doc[place:end]), None):
        return None
    return next((t for t in doc[place:end] if not place <= t.head.i < end or t.head == t), doc[end - 1])


def _has_object_next(verb: Token) -> bool:
    """Whether a noun phrase follows a verb at once, as no passive has it: "sealed off the town"."""
    following = [t for t in verb.doc[verb.i + 1 : verb.i + 3] if t.lower_ not in {"off", "up", "out", "back", "down"}]
    return bool(following) and following[0].pos_ in {"DET", "PROPN", "ADJ", "NUM", "NOUN", "PRON"}


def taken_up(pronoun: Token) -> Token | None:
    """Give the object of the verb before that a pronoun stands for: "took the town and lost it"."""
    verb = pronoun.head
    first = grammar.coordinated_with(verb) if pronoun.dep_ in grammar.OBJECT else None
    if first is None or pronoun.lower_ not in {"it", "them"}:
        return None
    thing = grammar.object_of(first)
    fits = thing is not None and thing.tag_ in ({"NN", "NNP"} if pronoun.lower_ == "it" else {"NNS", "NNPS"})
    return thing if fits else None
