"""Finds whom a cue names as the one who says it, by the parse and, where that fails, by the order of words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.text import CLOSERS, Range, Text

LONGEST = 45  # tokens of a source: more are a wrong parse
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_INSIDE_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source: `head` is the noun or pronoun, `part` all of it."""

    head: Token
    part: Range
    borrowed: bool = False  # named at another verb: "X said … and added …", "…, saying …"


def source_of(text: Text, match: Match) -> Source | None:
    """Find the source of any cue; None where the text names none."""
    if match.cue.part_of_speech == "adposition":
        return _after_adposition(text, match)
    if match.cue.part_of_speech == "noun":
        return _source_of_noun(text, match)
    return _source_of_verb(text, match)


def _source_of_verb(text: Text, match: Match) -> Source | None:
    verb = match.head
    beside = _beside_quote(text, match)
    if beside:
        return beside
    subject = _subject(verb)
    if subject is not None and text.quote_at[subject.i] >= 0 > text.quote_at[verb.i]:
        subject = None
    inverted = _inverted(text, match, subject)
    if inverted:
        return inverted
    if _is_passive(verb) and not _quoted_as(verb):
        agent = grammar.agent_of(verb)
        return _named(text, agent, match) if agent is not None else None
    if subject is not None:
        return _named(text, subject, match)
    return _between_commas(text, match) or _borrowed(text, match) or _just_before(text, match)


def _quoted_as(verb: Token) -> bool:
    """Whether a passive's subject still is the speaker: "was quoted as saying", "was heard to say"."""
    return verb.lower_ in {"quoted", "cited", "heard", "reported"} and any(
        each.lower_ in {"as", "saying"} for each in verb.doc[verb.i + 1 : verb.i + 3]
    )


def _beside_quote(text: Text, match: Match) -> Source | None:
    """Read "“…,” Ann Lee, the army's chief, said": all that stands between a quotation and its verb."""
    first, _ = text.sentence_of(match.head)
    high = match.first
    while high > first and _between(text.doc[high - 1]):
        high -= 1
    low = high
    while low > first and text.quote_at[low - 1] < 0:
        low -= 1
    if low in (first, high) or text.doc[low - 1].text not in CLOSERS:
        return None
    head = _head_of_phrase_at(text, low, high)
    relative = any(token.lower_ == "who" for token in text.doc[low:high])
    if head is None or not _can_speak(head) or (not relative and _tells(text, low, high)):
        return None
    return _source(text, head, (low, high))


def _is_passive(verb: Token) -> bool:
    """Whether a verb is passive by its parse and by its form: capitals are a name, not an auxiliary."""
    auxiliaries = grammar.children(verb, grammar.PASSIVE_AUXILIARY)
    return verb.tag_ == "VBN" and any(not (each.is_upper and len(each) > 1) for each in auxiliaries)


def _subject(verb: Token) -> Token | None:
    """Give the subject nearest to a verb that can speak: no day, nothing after a preposition."""
    found = [each for each in grammar.children(verb, grammar.SUBJECT) if _can_speak(each)]
    before = [each for each in found if each.i < verb.i]
    return before[-1] if before else (found[0] if found else None)


def _can_speak(token: Token) -> bool:
    if token.lower_ in words.DAYS_AND_MONTHS | {"there", "what"} or token.dep_ in grammar.EXPLETIVE:
        return False
    return token.pos_ in _NAMING and not grammar.prepositions_of(token)


def _inverted(text: Text, match: Match, subject: Token | None) -> Source | None:
    """Read ", said X": the noun right after a verb that follows a comma, a quotation mark or a dash."""
    first, end = text.sentence_of(match.head)
    at = match.last + 1
    if match.cue.lemma in words.ADDRESSING and not _follows_quote(text, match.first):
        return None
    if at >= end or match.head.tag_ in {"VBG", "VB"} or text.doc[at].pos_ not in _NAMING:
        return None
    before = text.doc[match.first - 1] if match.first > first else None
    if before is None:
        opens = _follows_quote(text, match.first)
    elif before.text in CLOSERS and text.quote_at[before.i] >= 0:
        opens = True
    else:
        named = subject is not None and subject.i < match.head.i
        opens = before.text in {",", "—", "–", "-", "--", ":"} and not named and _tells(text, first, before.i)
    if not opens:
        return None
    head = _head_of_phrase_at(text, at, end)
    if head is None or head.lower_ in words.DAYS_AND_MONTHS or _has_clause(head, match.head, end):
        return None
    return _source(text, head, (at, _end_of_description(text, head.i + 1, end)))


def _end_of_description(text: Text, at: int, end: int) -> int:
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


def _tells(text: Text, first: int, end: int) -> bool:
    """Whether the words before a comma are a statement: one of them is a finite verb."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in text.doc[first:end])


def _follows_quote(text: Text, index: int) -> bool:
    at = index - 1
    while at > 0 and text.doc[at].is_space:
        at -= 1
    return at >= 0 and text.doc[at].text in CLOSERS and text.paragraph_at[at] == text.paragraph_at[index]


def _has_clause(head: Token, cue: Token, end: int) -> bool:
    """Whether the noun is rather the subject of what is said: "…, said the army was ready"."""
    verb = head.head
    return head.dep_ in grammar.SUBJECT and cue.i < head.i < verb.i < end and verb is not cue


def _head_of_phrase_at(text: Text, at: int, end: int) -> Token | None:
    """Give the head of the noun phrase that starts at a token, by its run of names, nouns and modifiers."""
    doc = text.doc
    last = at
    while last < end and (_in_phrase(doc[last]) or (doc[last].pos_ == "PRON" and last == at)):
        last += 1
    run = [each for each in doc[at:last] if each.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    return run[-1] if run else None


def _in_phrase(token: Token) -> bool:
    """Whether a token goes on with a noun phrase; the stop of an abbreviated title does."""
    return token.pos_ in _INSIDE_NAMES or (token.text == "." and token.nbor(-1).lower_ in words.TITLES)


def _between_commas(text: Text, match: Match) -> Source | None:
    """Read "…, Ann Lee, the army's chief, said" by its commas where the parse gives the verb no subject."""
    first, _ = text.sentence_of(match.head)
    low = match.first
    while low > first and text.doc[low - 1].pos_ in {"AUX", "ADV"}:
        low -= 1
    if match.head.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or low - 2 < first:
        return None
    end = low - 1 if text.doc[low - 1].text == "," else low
    cuts = [i for i in range(first, end) if text.doc[i].text in {",", "—", "–"} and text.quote_at[i] < 0]
    for number, cut in enumerate(reversed(cuts[-3:])):
        opens = cut + 1 + (text.doc[cut + 1].pos_ == "CCONJ")
        segment = text.doc[opens:end]
        relative = any(token.lower_ in {"who", "whose"} for token in segment)
        if not relative and any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in segment):
            return None
        following = cuts[-number] if number else end
        head = _head_of_phrase_at(text, opens, following)
        before_comma = text.doc[low - 1].text == ","
        if head is not None and _can_speak(head) and (number > 0) == before_comma and _stands_apart(text, first, cut):
            return _source(text, head, (opens, end))
    return None


def _stands_apart(text: Text, first: int, end: int) -> bool:
    """Whether the words before a source are what it says, or only when and where."""
    return _tells(text, first, end) or text.doc[first].pos_ == "ADP"


def _borrowed(text: Text, match: Match) -> Source | None:
    """Take the source of the verb that this one hangs on: coordination, participle, infinitive, relative clause."""
    verb = match.head
    for head, owner in _governors(verb):
        if owner is not None and _can_speak(owner) and owner.i != verb.i:
            source = _named(text, owner, match)
            return Source(source.head, source.part, borrowed=True) if source else None
        if head.pos_ in {"NOUN", "PROPN"} and verb.dep_ in grammar.NOUN_CLAUSE and head.i < verb.i:
            return _named(text, head, match)
    return None


def _governors(verb: Token) -> Iterator[tuple[Token, Token | None]]:
    """Yield the heads above a verb with their subjects, as long as the subject is shared."""
    shared = (
        grammar.CONJUNCT | grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE | grammar.NOUN_CLAUSE | frozenset({"pcomp"})
    )
    token = verb
    for _ in range(4):
        if token.dep_ not in shared or token.head == token:
            return
        finite_adverbial = token.dep_ in grammar.ADVERBIAL_CLAUSE and token.tag_ in {"VBD", "VBZ", "VBP"}
        if finite_adverbial:
            return
        token = token.head
        yield token, grammar.subject_of(token)


def _just_before(text: Text, match: Match) -> Source | None:
    """Take the noun right before the verb, over auxiliaries and adverbs, where the parse gives no subject."""
    first, _ = text.sentence_of(match.head)
    if match.head.tag_ in {"VBG", "VB"}:
        return None
    at = match.first - 1
    while at >= first and _between(text.doc[at]):
        at -= 1
    if at < first or text.doc[at].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    head = text.doc[at]
    while grammar.prepositions_of(head) and head.head.i < head.i and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return None if head.lower_ in words.DAYS_AND_MONTHS else _named(text, head, match)


def _between(token: Token) -> bool:
    """Whether a word may stand between a source and its verb: "on Thursday finally admitted"."""
    if token.lower_ in words.DAYS_AND_MONTHS or token.like_num:
        return True
    follows_day = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words.DAYS_AND_MONTHS
    return token.pos_ in {"AUX", "ADV", "PART"} or (token.pos_ == "ADP" and follows_day)


def _after_adposition(text: Text, match: Match) -> Source | None:
    """Read the noun phrase after "according to"."""
    _, end = text.sentence_of(match.head)
    at = match.last + 1
    head = _head_of_phrase_at(text, at, end) if at < end else None
    if head is None and at < end and text.doc[at].pos_ in _NAMING:
        head = text.doc[at]
    if head is None:
        return None
    opens = match.first == text.sentence_of(match.head)[0]
    stop = _end_of_phrase(text, head, end) if opens else _end_of_description(text, head.i + 1, end)
    return _source(text, head, (at, max(stop, head.i + 1)))


def _end_of_phrase(text: Text, head: Token, end: int) -> int:
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


def _source_of_noun(text: Text, match: Match) -> Source | None:
    """Find whose claim, statement or order it is: an owner, "by", "of" or "from" somebody."""
    noun = match.head
    owner = grammar.possessor_of(noun)
    if owner is None:
        owner = next((n for p, n in grammar.obliques_of(noun) if p in {"by", "from"}), None)
    if owner is None and noun.dep_ in grammar.OBJECT and noun.head.lemma_.lower() in words.MAKING:
        owner = grammar.subject_of(noun.head)
    if owner is None:
        owner = next((n for p, n in grammar.obliques_of(noun) if p == "of" and n.pos_ == "PROPN"), None)
    return _named(text, owner, match) if owner is not None else None


def _named(text: Text, head: Token, match: Match) -> Source | None:
    """Give the whole phrase of a source's head, on its side of the cue, with a name before its apposition."""
    first, end = text.sentence_of(match.head)
    low, high = (first, match.first) if head.i < match.first else (match.last + 1, end)
    if not low <= head.i < high:
        return None
    start, stop = max(head.left_edge.i, low), min(head.right_edge.i + 1, high)
    while start < head.i and not text.doc[start].text[0].isalnum():
        start += 1
    start, stop = _within_quotes(text, head, start, stop)
    if head.i > match.last:
        stop = min(stop, _end_of_phrase(text, head, stop))
        stop = next((i for i in range(head.i, stop) if text.doc[i].lower_ == "that"), stop)
        while start < head.i and text.doc[start].pos_ == "ADP":
            start += 1
    start = _whole_name(text, _after_clause(text, start, head), low)
    start = _after_day(text, start, head)
    if head.i < match.first and _closed_by_comma(text, stop, match):
        head, start = _name_before(text, head, start, low)
    return _source(text, head, (start, stop))


def _source(text: Text, head: Token, part: Range) -> Source:
    """Make a source of a phrase without the day at its end; the head alone where the phrase is too long for one."""
    first, end = text.trimmed(part) or (head.i, head.i + 1)
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


def _whole_name(text: Text, start: int, low: int) -> int:
    """Take in the names and modifiers right before a phrase that the parser left out: "U.N. spokesman"."""
    while start > low:
        before = text.doc[start - 1]
        if not (before.pos_ in {"PROPN", "ADJ", "DET"} and _nameable(before) and text.doc[start].pos_ != "DET"):
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
