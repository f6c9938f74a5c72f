"""Finds whom a cue names as the one who says it, by the parse and, where that fails, by the order of words."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.governors import behind, governors, is_thing, told_by
from kg.extract.phrases import (
    Source,
    can_speak,
    end_of_description,
    end_of_phrase,
    head_of_phrase_at,
    is_bare,
    named,
    source_from,
)
from kg.extract.quoting import is_passive, quoted_as, quoted_person, says_that
from kg.extract.text import CLOSERS, Text
from kg.extract.tokens import Token
from kg.extract.wholes import opens_with_name, whole

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def source_of(text: Text, match: Match) -> Source | None:
    """Find the source of any cue; None where the text names none."""
    if match.cue.part_of_speech == "adposition":
        return _after_adposition(text, match)
    if match.cue.part_of_speech == "noun":
        return _source_of_noun(text, match)
    quoted = quoted_person(text, match)
    found = quoted or _source_of_verb(text, match)
    return whole(text, found, match) if found and not found.borrowed and not quoted else found


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
    if is_passive(verb) and not quoted_as(verb):
        agent = grammar.agent_of(verb)
        return named(text, agent, match) if agent is not None else None
    if subject is not None:
        return _with_area(text, match, subject) or named(text, subject, match)
    return (
        _between_commas(text, match)
        or _borrowed(text, match)
        or _just_before(text, match)
        or _opening(text, match)
        or _of_sentence(text, match)
    )


def _with_area(text: Text, match: Match, subject: Token) -> Source | None:
    """Read "the commander for the north said" where the parse took "for" for the opening of a clause."""
    marker = subject.left_edge.i - 1
    if (
        match.head.tag_ not in _FINITE
        or grammar.marker_of(match.head) != "for"
        or marker < 1
        or subject.i > match.first
    ):
        return None
    head = text.doc[marker - 1]
    found = named(text, head, match) if text.doc[marker].lower_ == "for" and head.pos_ in {"NOUN", "PROPN"} else None
    return source_from(text, head, (found.part[0], subject.right_edge.i + 1)) if found else None


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
    head = head_of_phrase_at(text, low, high)
    relative = any(token.lower_ == "who" for token in text.doc[low:high])
    if head is None or not can_speak(head) or (not relative and _tells(text, low, high)):
        return None
    return source_from(text, head, (low, high))


def _subject(verb: Token) -> Token | None:
    """Give the subject nearest to a verb that can speak: no day, nothing after a preposition."""
    found = [each for each in grammar.children(verb, grammar.SUBJECT) if can_speak(each)]
    before = [each for each in found if each.i < verb.i]
    return before[-1] if before else (found[0] if found else None)


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
    head = head_of_phrase_at(text, at, end)
    if head is None or head.lower_ in words.DAYS_AND_MONTHS or is_bare(head) or _has_clause(head, match.head, end):
        return None
    return source_from(text, head, (at, end_of_description(text, head.i + 1, end)))


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
        head = head_of_phrase_at(text, opens, following)
        before_comma = text.doc[low - 1].text == ","
        if head is not None and can_speak(head) and (number > 0) == before_comma and _stands_apart(text, first, cut):
            return source_from(text, head, (opens, end))
    return None


def _stands_apart(text: Text, first: int, end: int) -> bool:
    """Whether the words before a source are what it says, or only when and where."""
    return _tells(text, first, end) or text.doc[first].pos_ == "ADP"


def _borrowed(text: Text, match: Match) -> Source | None:
    """Take the source of the verb that this one hangs on: coordination, participle, infinitive, relative clause."""
    verb = match.head
    for head, owner in governors(verb):
        if verb.tag_ == "VBG" and verb.dep_ in grammar.NOUN_CLAUSE and (aside := _of_sentence(text, match)):
            return aside
        if owner is not None and is_thing(owner) and told_by(head) is not None:
            owner = told_by(head)
        if owner is not None and can_speak(owner) and owner.i != verb.i:
            source = named(text, owner, match)
            return Source(source.head, source.part, borrowed=True) if source else None
        active = quoted_as(verb) or says_that(text, match)
        suffers = verb.tag_ == "VBN" and verb.dep_ not in grammar.RELATIVE and not active
        if head.pos_ in {"NOUN", "PROPN"} and verb.dep_ in grammar.NOUN_CLAUSE and head.i < verb.i and not suffers:
            owner = behind(head, verb)
            return named(text, owner, match) if owner is not None else None
    return None


def _just_before(text: Text, match: Match) -> Source | None:
    """Take the noun right before the verb, over auxiliaries and adverbs, where the parse gives no subject."""
    first, _ = text.sentence_of(match.head)
    if match.head.tag_ in {"VBG", "VB"}:
        return None
    at = match.first - 1
    while at >= first and _between(text.doc[at]) and not opens_with_name(text.doc[at], first):
        at -= 1
    if at < first or not (text.doc[at].pos_ in {"NOUN", "PROPN", "PRON"} or opens_with_name(text.doc[at], first)):
        return None
    head = text.doc[at]
    while grammar.prepositions_of(head) and head.head.i < head.i and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return None if head.lower_ in words.DAYS_AND_MONTHS else named(text, head, match)


def _opening(text: Text, match: Match) -> Source | None:
    """Read "Ann Lee, the army's chief, said" where the parse took the name that opens the sentence for a clause."""
    first, _ = text.sentence_of(match.head)
    end = match.first
    while end > first and _between(text.doc[end - 1]):
        end -= 1
    if match.head.tag_ not in _FINITE or end == first or _tells(text, first, end):
        return None
    head = head_of_phrase_at(text, first, end)
    apart = head is not None and (head.i + 1 == end or text.doc[head.i + 1].text in {",", "—", "–", "("})
    return source_from(text, head, (first, end)) if head is not None and apart and can_speak(head) else None


def _of_sentence(text: Text, match: Match) -> Source | None:
    """Lay a participle after a comma, ", saying that …", to the subject of its sentence."""
    first, _ = text.sentence_of(match.head)
    if match.head.tag_ != "VBG" or match.first == first or text.doc[match.first - 1].text not in {",", "—", "–"}:
        return None
    main = next((each for each in text.doc[first : match.first] if each.dep_ in grammar.ROOT), None)
    subject = _subject(main) if main is not None else None
    if subject is None or subject.i > match.first:
        return None
    source = named(text, subject, match)
    return Source(source.head, source.part, borrowed=True) if source else None


def _between(token: Token) -> bool:
    """Whether a word may stand between a source and its verb: "on Thursday finally admitted"."""
    if token.lower_ in words.DAYS_AND_MONTHS or token.like_num or token.is_space:
        return True
    follows_day = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words.DAYS_AND_MONTHS
    return token.pos_ in {"AUX", "ADV", "PART"} or (token.pos_ == "ADP" and follows_day)


def _after_adposition(text: Text, match: Match) -> Source | None:
    """Read the noun phrase after "according to"."""
    _, end = text.sentence_of(match.head)
    at = match.last + 1
    head = head_of_phrase_at(text, at, end) if at < end else None
    governor = match.head.head
    if (head is None or head.pos_ == "DET") and at < governor.i < end and match.head.dep_ in grammar.CASE:
        return source_from(text, governor, (at, governor.i + 1))  # "a leaked memo"
    if head is None and at < end and text.doc[at].pos_ in _NAMING:
        head = text.doc[at]
    if head is None:
        return None
    opens = match.first == text.sentence_of(match.head)[0]
    stop = end_of_phrase(text, head, end) if opens else end_of_description(text, head.i + 1, end)
    return source_from(text, head, (at, max(stop, head.i + 1)))


def _issuer(text: Text, noun: Token) -> Token | None:
    """Give the noun right after "by" or "from" where the parse hung it elsewhere: "reports from two brokers that"."""
    _, end = text.sentence_of(noun)
    by = noun.i + 2 < end and noun.nbor(1).lower_ in {"by", "from"}
    return head_of_phrase_at(text, noun.i + 2, end) if by else None


def _source_of_noun(text: Text, match: Match) -> Source | None:
    """Find whose claim, statement or order it is: an owner, "by", "of" or "from" somebody."""
    noun = match.head
    owner = grammar.possessor_of(noun)
    owner = owner or next((n for p, n in grammar.obliques_of(noun) if p in {"by", "from"}), None) or _issuer(text, noun)
    if owner is None and noun.dep_ in grammar.OBJECT and noun.head.lemma_.lower() in words.MAKING:
        owner = grammar.subject_of(noun.head)
    if owner is None:
        owner = next((n for p, n in grammar.obliques_of(noun) if p == "of" and n.pos_ == "PROPN"), None)
    return named(text, owner, match) if owner is not None else None
