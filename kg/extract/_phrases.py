"""Noun phrases of a clause: their words, the lists they hold, and what hangs on them."""

from collections.abc import Callable, Iterator

from kg.extract import grammar, words
from kg.extract.tokens import Token, text_of
from kg.model import Phrase, Span

Antecedent = Callable[[Token], str | None]

TIME_UNITS = frozenset({"hour", "day", "week", "month", "year", "minute", "night", "morning", "afternoon", "evening"})
_ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "abu"})  # of Arabic names
_NOT_FIRST = frozenset({"back", "from", "of", "to", "in", "on", "by", "with", "for", "into"})  # on a word within
_LISTING = frozenset({"including", "namely", "such as", "like", "notably"})
_JOINED = frozenset({",", "and", "&", "or", "as", "well"})
_KINDS = {"LOC": True, "ORG": False, "PERSON": False}
_QUOTES = frozenset({'"', "”", "“", "''", "``"})


def phrase(head: Token, antecedent: Antecedent, whole: bool = True) -> Phrase:
    """Make the phrase of a head; `whole` keeps what hangs on it after it ("of Velm")."""
    words = _words(head, whole)
    first, last = words[0], words[-1]
    text = text_of(words).strip(" ,;:")
    return Phrase(
        text=" ".join(text.split()),
        head=_head_words(head),
        named=is_name(head),
        span=Span(first.idx, last.idx + len(last.text)),
        antecedent=antecedent(head),
        place=_KINDS.get(head.ent_type_),
    )


def _words(head: Token, whole: bool) -> list[Token]:
    """Give the unbroken run of a noun phrase's tokens around its head."""
    own = {t.i for t in grammar.noun_phrase(head)}
    start = head.i
    while start > 0 and (start - 1 in own or _glue(head.doc[start - 1], own)):
        start -= 1
    while start < head.i and (head.doc[start].lower_ in _NOT_FIRST or _is_opening(head.doc[start])):
        start += 1
    end = head.i
    doc = head.doc
    while whole and end + 1 < len(doc) and (end + 1 in own or _glue(doc[end + 1], own)):
        end += 1
        if doc[end].dep_ in grammar.CASE | grammar.PREPOSITION and doc[end].lower_ != "of" and doc[end].tag_ != "POS":
            end -= 1
            break
    while end + 1 < len(doc) and _joins_name(doc[end], doc[end + 1]):
        end += 1
    if not whole:
        end = max((t.i for t in head.children if t.dep_ in grammar.NAME_PART and t.i > head.i), default=head.i)
    while end > head.i and (doc[end].is_punct or doc[end].dep_ in grammar.CASE | grammar.COORDINATOR):
        end -= 1
    return list(doc[start : end + 1])


def _is_opening(token: Token) -> bool:
    """Whether a token is punctuation that no phrase starts with."""
    return bool(token.is_punct) and token.text not in {"(", '"', "“", "‘"}


def _glue(token: Token, own: set[int]) -> bool:
    """Whether punctuation or a hyphenated part belongs inside the phrase."""
    if token.text in _QUOTES and token.i - 1 in own and token.i + 1 in own:
        return True
    if token.pos_ in {"AUX", "VERB"}:  # "it's"
        return False
    return token.text in {"-", "’", "'", "’s", "'s"} and (token.i - 1 in own or token.head.i in own)


def _joins_name(left: Token, right: Token) -> bool:
    """Whether an Arabic name goes on: "al" and "-", "-" and "Verrin"."""
    if right.text == "-":
        return left.lower_ in _ARTICLES
    return left.text == "-" and left.i > 0 and left.nbor(-1).lower_ in _ARTICLES and right.text[:1].isupper()


def _head_words(head: Token) -> str:
    if not is_name(head):
        return str(head.lemma_).lower()
    left = head.i
    while (
        left > 0
        and head.doc[left - 1].pos_ == "PROPN"
        and head.doc[left - 1].dep_ in grammar.NAME_PART | grammar.NOMINAL_MODIFIER
    ):
        left -= 1
    right = head.i
    for child in head.children:
        if child.dep_ in grammar.NAME_PART and child.i > head.i:
            right = max(right, child.i)
    return text_of(head.doc[left : right + 1])


def is_name(token: Token) -> bool:
    """Whether a token is a proper noun, or a capitalised noun within a sentence."""
    capital = token.text[:1].isupper() and token.pos_ in {"X", "NOUN"} and not token.is_sent_start
    return token.pos_ == "PROPN" or capital


def members(head: Token) -> tuple[Token, ...]:
    """Give the heads of what a phrase lists: "A", "B" and "C" of "the districts of A, B and C"."""
    listed = _listed_below(head)
    if listed is not None:
        found = _series(listed)
        if len(found) > 1 or (is_name(listed) and _opens_list(head, listed)):
            return found
    return _series(head) if listed is None or is_name(head) else _plain(head)


def obliques(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositional phrases of a word, each preposition in full: "due to", "such as"."""
    for preposition, noun in grammar.obliques_of(head):
        if (preposition, noun.lower_) != ("at", "all"):
            yield preposition_of(noun) or preposition, noun
    for verb in grammar.children(head, grammar.ADVERBIAL_CLAUSE):
        if (doer := described_by(verb)) is not None:
            yield "by", doer


def described_by(verb: Token) -> Token | None:
    """Give those whom a participle after "by" describes, which parsers take for a verb: "hit by retreating rebels"."""
    people = grammar.object_of(verb)
    if verb.tag_ != "VBG" or people is None or grammar.marker_of(verb) != "by" or not grammar.is_passive(verb.head):
        return None
    bare = people.left_edge.i == verb.i + 1 and not grammar.children(people, grammar.DETERMINER | grammar.POSSESSIVE)
    named = {people.lower_, people.lower_.removesuffix("s"), people.lemma_.lower()} & (
        words.ROLES | words.ORGANIZATIONS
    )
    return people if bare and named else None


def preposition_of(noun: Token) -> str:
    """Give the preposition that stands on a noun with all its words."""
    cases = [t for t in grammar.children(noun, grammar.CASE) if t.i < noun.i]
    if not cases and noun.left_edge.dep_ in grammar.CASE:  # on the first word of a long name
        cases = [noun.left_edge]
    return " ".join(t.lower_ for case in cases for t in case.subtree)


def _plain(head: Token) -> tuple[Token, ...]:
    return tuple(
        t for t in grammar.conjuncts(head) if t.pos_ in {"NOUN", "PROPN", "PRON"} and grammar.subject_of(t) is None
    )


def _opens_list(head: Token, listed: Token) -> bool:
    return head.pos_ == "NOUN" and _LISTING & {preposition_of(listed), preposition_of(head)} != set()


def _listed_below(head: Token) -> Token | None:
    """Give the first name of a list that stands below a common noun: after "of", "including" or a comma."""
    if is_name(head) or head.pos_ != "NOUN":
        return None
    for preposition, noun in obliques(head):
        if preposition in _LISTING:
            return _listed_below(noun) or noun
        if preposition == "of" and is_name(noun) and noun.i > head.i:
            return noun
    return next((t for t in grammar.appositions_of(head) if is_name(t) and head.tag_ == "NNS"), None)


def is_example(noun: Token) -> bool:
    """Whether a noun opens a list of examples: after "including" or "such as"."""
    return preposition_of(noun) in _LISTING


def _series(first: Token) -> tuple[Token, ...]:
    """Give the members of a list by its conjuncts and, for names, by the commas between them."""
    found = {t.i: t for t in _plain(first)} or {first.i: first}
    if is_name(first):
        found |= {t.i: t for t in _names_after(first)}
    return tuple(found[i] for i in sorted(found))


def _names_after(first: Token) -> Iterator[Token]:
    """Yield the heads of names that follow a name, joined by commas and "and", whatever the parse says."""
    doc, place = first.doc, _name_end(first) + 1
    while place < len(doc) and doc[place].lower_ in {",", "and"}:
        while place < len(doc) and doc[place].lower_ in _JOINED | {"the"}:
            place += 1
        if place >= len(doc) or not is_name(doc[place]):
            return
        end = place
        while end + 1 < len(doc) and (is_name(doc[end + 1]) or doc[end + 1].text == "-"):
            end += 1
        head = next((t for t in doc[place : end + 1] if not place <= t.head.i <= end or t.head == t), doc[end])
        of_all = (
            head.dep_ in grammar.NAME_PART and head.head.i == end + 1 and head.head.text.islower()
        )  # "A and B districts"
        if head.dep_ in grammar.SUBJECT | grammar.NAME_PART | grammar.POSSESSIVE and not of_all:
            return
        if head.ent_type_ == "DATE":
            return
        yield head
        place = end + 1


def _name_end(name: Token) -> int:
    return max(
        (
            t.i
            for t in name.subtree
            if t.dep_ in grammar.NAME_PART and t.pos_ == "PROPN" and t.i > name.i and t.head.i <= name.i
        ),
        default=name.i,
    )


def hanging(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositional phrases on a noun that say where, from whom or when, at any depth."""
    for preposition, noun in obliques(head):
        if noun.i < head.i or not preposition:
            continue
        if preposition not in {"of", "between"}:
            yield preposition, noun
        yield from hanging(noun)
