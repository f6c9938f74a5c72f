"""Finds the whole phrase that names a source, from the noun or the place where it stands."""

from dataclasses import dataclass

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.text import Range, Text
from kg.extract.tokens import Token

LONGEST = 45  # tokens of a source: more are a wrong parse
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_WHEN = frozenset({"after", "before", "since", "until"})
_INSIDE_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source: `head` is the noun or pronoun, `part` all of it."""

    head: Token
    part: Range
    borrowed: bool = False  # named at another verb: "X said … and added …", "…, saying …"


def is_bare(noun: Token) -> bool:
    """Whether a noun stands without an article and names nobody who speaks: "victory" of "claims victory"."""
    speaks = words.ROLES | words.ORGANIZATIONS | words.BODIES | words.STATEMENT_NOUNS
    return noun.tag_ == "NN" and noun.text.islower() and noun.left_edge is noun and noun.lower_ not in speaks


def can_speak(token: Token) -> bool:
    """Whether a word can stand for a source: no day, nothing after a preposition."""
    if token.lower_ in words.DAYS_AND_MONTHS | {"there", "what"} or token.dep_ in grammar.EXPLETIVE or token.is_space:
        return False
    naming = token.pos_ in _NAMING or (token.text[:1].isupper() and token.dep_ in grammar.SUBJECT)
    preposition = grammar.prepositions_of(token)
    return naming and (not preposition or (preposition in _WHEN and token.dep_ in grammar.SUBJECT))


def head_of_phrase_at(text: Text, at: int, end: int) -> Token | None:
    """Give the head of the noun phrase that starts at a token, by its run of names, nouns and modifiers."""
    doc = text.doc
    last = at
    while last < end and (_in_phrase(doc[last]) or (doc[last].pos_ == "PRON" and last == at)):
        last += 1
    run = [each for each in doc[at:last] if each.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    return run[-1] if run else None


def _in_phrase(token: Token) -> bool:
    """Whether a token goes on with a noun phrase; the stop of an abbreviated title does."""
    return token.pos_ in _INSIDE_NAMES or (token.text == "." and token.i > 0 and token.nbor(-1).lower_ in words.TITLES)


def end_of_phrase(text: Text, head: Token, end: int) -> int:
    """Give where a noun phrase ends to the right: at its subtree's edge, or at a comma before a new clause."""
    stop = min(head.right_edge.i + 1, end)
    doc = text.doc
    at = head.i + 1
    while at < stop:
        token = doc[at]
        if token.text in {",", ";", "—", "–"} and not _goes_on_naming(text, at + 1, stop):
            return at
        if text.quote_at[at] >= 0 and text.quote_at[at] != text.quote_at[head.i]:
            return at
        at += 1
    return stop


def _goes_on_naming(text: Text, at: int, end: int) -> bool:
    """Whether what follows a comma still describes the source: an apposition, an age, "who …"."""
    if at >= end:
        return False
    token = text.doc[at]
    return (
        token.lower_ in words.RELATIVES | {"a", "an", "the", "head", "chief", "of"}
        or token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}
    ) and not any(
        each.dep_ in grammar.SUBJECT and each.head.i < end for each in text.doc[at:end] if each.lower_ != "who"
    )


def end_of_description(text: Text, at: int, end: int) -> int:
    """Give where the words about a speaker named after its verb end: at a quotation, a new clause, the sentence."""
    while at < end:
        token = text.doc[at]
        if text.quote_at[at] >= 0 and text.doc[at - 1].pos_ != "ADP":
            return at
        if token.text in {",", "(", "—", "–", "-", "--"} and token.nbor(-1).whitespace_ + token.whitespace_:
            if not _describes(text, at + 1, end):
                return at
        elif token.text in {";", ":", "."} or (token.pos_ == "CCONJ" and token.head.i > at and _finite(token.head)):
            return at
        at += 1
    return at


def _finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"}


def _describes(text: Text, at: int, end: int) -> bool:
    """Whether words after a comma describe the speaker: an apposition, an age, a short relative clause."""
    if at >= end:
        return False
    token = text.doc[at]
    if token.lower_ in words.RELATIVES | {"whose"}:
        following = text.doc[at + 1 : min(end, at + 3)]
        return not any(each.lower_ in {"said", "added", "told", "also", "has", "noted"} for each in following)
    if token.tag_ in {"VBG", "VBD"} or token.pos_ in {"SCONJ", "ADP", "VERB", "ADV"}:
        return token.lower_ in {"of", "from"}
    return token.pos_ in {"DET", "NOUN", "PROPN", "NUM", "ADJ"}


def named(text: Text, head: Token, match: Match) -> Source | None:
    """Give the whole phrase of a source's head, on its side of the cue, with a name before its apposition."""
    first, end = text.sentence_of(match.head)
    low, high = (first, match.first) if head.i < match.first else (match.last + 1, end)
    if not low <= head.i < high:
        return None
    start, stop = max(head.left_edge.i, low), min(head.right_edge.i + 1, high)
    while start < head.i and not text.doc[start].text[0].isalnum():
        start += 1
    while start < head.i and text.doc[start].pos_ == "CCONJ":
        start += 1
    start, stop = _within_quotes(text, head, start, stop)
    if head.i > match.last:
        stop = min(stop, end_of_phrase(text, head, stop))
        stop = next((i for i in range(head.i, stop) if text.doc[i].lower_ == "that"), stop)
    start = _after_preposition(text, start, head)
    start = _whole_name(text, _after_clause(text, start, head), low)
    start = _after_time(text, _after_day(text, start, head), head)
    if head.i < match.first and _closed_by_comma(text, stop, match):
        head, start = _name_before(text, head, start, low)
    return source_from(text, head, (start, stop))


def _after_preposition(text: Text, start: int, head: Token) -> int:
    """Cut off the preposition that a phrase hangs on: "of voters" of "a poll of voters who say"."""
    case = [token.i for token in text.doc[start : head.i] if token.dep_ in grammar.CASE and token.head == head]
    return case[-1] + 1 if case and case[0] == start else start


def source_from(text: Text, head: Token, part: Range) -> Source:
    """Make a source of a phrase without the day at its end; the head alone where the phrase is too long for one."""
    first, end = text.trimmed(part) or (head.i, head.i + 1)
    while first < head.i and text.doc[first].pos_ == "CCONJ":
        first += 1
    if end > head.i + 1 and text.doc[end - 1].tag_ == "POS":  # "the ministry's claim"
        end -= 1
    last = end
    while last > head.i + 1 and (text.doc[last - 1].lower_ in words.DAYS_AND_MONTHS or text.doc[last - 1].like_num):
        last -= 1
    if last < end and any(token.lower_ in words.DAYS_AND_MONTHS for token in text.doc[last:end]):
        end = last - (text.doc[last - 1].pos_ == "ADP")
    return Source(head, (first, end) if 0 < end - first <= LONGEST else (head.i, head.i + 1))


def _after_clause(text: Text, start: int, head: Token) -> int:
    """Cut off a clause that the parser hung on the head: "After clashes, units freed the town, the army said"."""
    before = text.doc[start : head.i]
    if any(token.tag_ in {"VBD", "VBZ", "MD"} for token in before):
        commas = [token.i for token in before if token.text in {",", "—", "–"}]
        return commas[-1] + 1 if commas else start
    return start


def _after_day(text: Text, start: int, head: Token) -> int:
    """Cut off the day that the parser took for a part of the name: "On Tuesday spokesman Ann Lee"."""
    at = start
    while at < head.i and (text.doc[at].pos_ == "ADP" or text.doc[at].lower_ in words.DAYS_AND_MONTHS):
        at += 1
        if text.doc[at - 1].lower_ in words.DAYS_AND_MONTHS:
            start = at
    return start


def _after_time(text: Text, start: int, head: Token) -> int:
    """Cut off when it was: "a day after the leader" of "a day after the leader said"."""
    cuts = [token.i for token in text.doc[start : head.i] if token.lower_ in _WHEN]
    return cuts[-1] + 1 if cuts else start


def _whole_name(text: Text, start: int, low: int) -> int:
    """Take in the names and modifiers right before a phrase that the parser left out: "U.N. spokesman"."""
    while start > low:
        before = text.doc[start - 1]
        naming = before.pos_ in {"PROPN", "ADJ", "DET"} or before.tag_ == "NNP"
        if not (naming and _nameable(before) and text.doc[start].pos_ != "DET"):
            break
        if before.pos_ == "ADJ" and not before.text[:1].isupper() and before.head.i < start:
            break
        start -= 1
    return start


def _within_quotes(text: Text, head: Token, start: int, stop: int) -> Range:
    """Keep to the words on the same side of quotation marks as the head."""
    inside = text.quote_at[head.i]
    while start < head.i and any(text.quote_at[i] != inside for i in range(start, head.i)):
        start += 1
    for i in range(head.i, stop):
        if text.quote_at[i] != inside and i > head.i and text.quote_at[i] >= 0 and i + 6 < stop:
            return start, i
    return start, stop


def _nameable(token: Token) -> bool:
    return token.lower_ not in words.DAYS_AND_MONTHS


def _closed_by_comma(text: Text, stop: int, match: Match) -> bool:
    """Whether a comma ends the phrase before its verb, as it does an apposition: "Ann Lee, the chief, said"."""
    return any(token.text == "," for token in text.doc[max(stop - 1, 0) : match.first])


def _name_before(text: Text, head: Token, start: int, low: int) -> tuple[Token, int]:
    """Join "General Ann Lee, the army's chief" where the parse took only the apposition for the subject."""
    doc = text.doc
    if head.pos_ == "PROPN" and doc[start].pos_ == "PROPN":
        return head, start
    if start - 2 < low or doc[start - 1].text != "," or doc[start - 2].pos_ != "PROPN" or not _nameable(doc[start - 2]):
        return head, start
    name = doc[start - 2]
    at = start - 2
    while (
        at > low and doc[at - 1].pos_ in {"PROPN", "ADJ"} and doc[at - 1].text[:1].isupper() and _nameable(doc[at - 1])
    ):
        at -= 1
    if at > low and doc[at - 1].pos_ == "ADP":
        return head, start
    return name, at
