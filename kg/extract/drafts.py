"""Joins cue, source and content to drafts of attributions, and settles which of them stand."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import grammar, words
from kg.extract.contents import ContentFinder
from kg.extract.cues import Lexicon, Match
from kg.extract.headlines import names_in, read_colon, read_headline
from kg.extract.layout import Part
from kg.extract.phrases import Source
from kg.extract.sources import source_of
from kg.extract.text import Range, Text
from kg.extract.tokens import Token
from kg.model import Stance

_MARKS = frozenset({",", "”", '"', "''", "—", "–"})
_NOBODY = frozenset({"nobody", "none", "no", "neither", "nothing"})
_RESUMING = frozenset({"continue", "go on"})  # report only what is quoted: "continued to shell" does not
_OWN = frozenset({"he", "she", "it", "they", "we", "i"})
_ACTS = frozenset({Stance.ANNOUNCES, Stance.ADMITS, Stance.DENIES})


@dataclass(slots=True)
class Draft:
    """One attribution before its speaker, stance and day are settled."""

    match: Match
    source: Source | None
    content: list[Range]
    outer: "Draft | None" = None  # the attribution whose content this one lies in
    confidence: float = 1.0
    own: "Draft | None" = None  # what its content tells of the source's own mind: "said it feared that …"

    @property
    def first(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    def holds(self, index: int) -> bool:
        """Whether a token lies in the content."""
        return any(first <= index < end for first, end in self.content)


def drafts_of(text: Text, lexicon: Lexicon) -> list[Draft]:
    """Find every attribution of a text, in the order of their cues, each with the one around it."""
    finder = ContentFinder(text, lexicon)
    found = [draft for match in lexicon.find(text.doc) if (draft := _draft(text, finder, match))]
    _share_sources(text, found)
    _end_at_inquits(found)
    found += list(_beside_colons(text, lexicon, found))
    return _without_attitudes(text, _with_own_minds(_nested(_without_doubles(found))))


def _share_sources(text: Text, drafts: list[Draft]) -> None:
    """Give "…, adding that …" the source of the reporting verb before it in its sentence."""
    for number, draft in enumerate(drafts):
        if not _goes_on(text, draft.match):
            continue
        sentence = text.sentence_at[draft.match.first]
        for other in reversed(drafts[:number]):
            if text.sentence_at[other.match.first] != sentence:
                break
            finite = other.match.head.tag_ != "VBG"
            if finite and other.source is not None and not other.holds(draft.match.first):
                draft.source = Source(other.source.head, other.source.part, borrowed=True)
                break


def _goes_on(text: Text, match: Match) -> bool:
    """Whether a cue is a participle after a stop mark, which has the subject of the verb before: "…, adding that …"."""
    verb = match.cue.part_of_speech == "verb" and match.head.tag_ == "VBG"
    return verb and match.first > 0 and text.doc[match.first - 1].text in _MARKS


def _end_at_inquits(drafts: list[Draft]) -> None:
    """End a content before an inquit that takes all of its sentence so far: "X has admitted that …, it said"."""
    for draft in drafts:
        for other in _cued_in(draft, drafts):
            begins = min(other.match.first, other.source.part[0] if other.source else other.match.first)
            stop = other.content[-1][1]
            covers = other.first <= draft.match.first < draft.first < stop <= begins
            if covers:
                draft.content = [(first, min(end, stop)) for first, end in draft.content if first < stop]


def _with_own_minds(drafts: list[Draft]) -> list[Draft]:
    """Tell of each draft whether its content is only what the source thinks or does: "said it feared that …"."""
    for draft in drafts:
        outer, source = draft.outer, draft.source
        if outer is None or source is None or source.head.lower_ not in _OWN:
            continue
        opens = source.part[0] - outer.first <= (outer.content[0][0] != source.part[0])
        if opens and draft.content[-1][1] >= outer.content[0][1]:
            outer.own = draft
    return drafts


def _without_attitudes(text: Text, drafts: list[Draft]) -> list[Draft]:
    """Drop what only tells, inside another's words, that somebody wants or favours something."""
    return [draft for draft in drafts if draft.outer is None or _stands_within(text, draft)]


def _stands_within(text: Text, draft: Draft) -> bool:
    """Whether an attribution inside another's words is a statement of its own."""
    if draft.match.cue.stance in _ACTS:
        return not (draft.match.cue.stance is Stance.DENIES and grammar.is_to_come(draft.match.head))
    thought = draft.match.cue.attitude and (draft.source is None or draft.source.head.pos_ == "PRON")
    return _tells(text, draft) and not thought


def _tells(text: Text, draft: Draft) -> bool:
    """Whether a content is a clause with a finite verb, or quoted."""
    first, end = draft.content[0]
    return any(token.tag_ in grammar.FINITE for token in text.doc[first:end]) or text.quote_at[first] >= 0


def _beside_colons(text: Text, lexicon: Lexicon, drafts: list[Draft]) -> Iterator[Draft]:
    """Read the headlines and the colons of sentences that no cue is in."""
    told = {text.sentence_at[draft.match.first] for draft in drafts}
    speakers = {name for draft in drafts if draft.source for name in names_in(draft.source)}
    for number, sentence in enumerate(text.sentences):
        paragraph = text.paragraph_of(sentence[0])
        if paragraph is None or number in told:
            continue
        headline = paragraph.part is Part.HEADING
        parts = read_headline(text, lexicon, sentence, speakers) if headline else read_colon(text, lexicon, sentence)
        if parts is not None:
            match, source, content = parts
            yield Draft(match, source, [content], confidence=0.8)


def _draft(text: Text, finder: ContentFinder, match: Match) -> Draft | None:
    if not text.is_prose(match.first) or text.quote_at[match.first] >= 0 or _is_no_report(match):
        return None
    source = source_of(text, match)
    content = finder.find(match, source)
    if source and content and _is_misnamed(text, match, source, content):
        if not _goes_on(text, match):
            return None
        source = None
    if not content or (source is None and not _may_lack_source(text, match, content)):
        return None
    resumed = match.cue.lemma in _RESUMING and not _is_quoted(text, content)
    return None if resumed else Draft(match, source, content)


def _is_misnamed(text: Text, match: Match, source: Source, content: list[Range]) -> bool:
    """Whether what was found cannot be a source: it lies in the content, is nobody, or a "that" after it."""
    if any(first <= source.head.i < end for first, end in content) and match.cue.part_of_speech != "noun":
        return True
    after = source.head.lower_ in {"which", "that"} and content[0][0] < source.part[0]
    return after or text.doc[source.part[0]].lower_ in _NOBODY


def _is_quoted(text: Text, content: list[Range]) -> bool:
    return any(text.quote_at[i] >= 0 for first, end in content for i in (first, end - 1))


def _is_no_report(match: Match) -> bool:
    """Whether a cue's word is used for something else: an adjective, a link of a chain, a supposed speech act."""
    verb = match.head
    if verb.lower_ in {"citing", "quoting"} or _is_rate(match) or _is_first_name(match):
        return True
    if match.cue.part_of_speech != "verb":
        return False
    if verb.dep_ in {"amod", "compound", "case", "fixed"} or _is_for_another(verb) or _is_noun(verb):
        return True
    if _is_withheld(verb):
        return True
    return grammar.marker_of(verb) == "if" and verb.tag_ != "VBD"


def _is_first_name(match: Match) -> bool:
    """Whether a preposition is a name by its capital within a sentence: "the engineer, Per Holm, said"."""
    token = match.head
    within = token.i > 0 and not token.is_sent_start and token.nbor(-1).text not in {":", ".", "“", '"'}
    return match.cue.part_of_speech == "adposition" and token.is_title and within


def _is_rate(match: Match) -> bool:
    """Whether "per" counts, since a lone noun without an article follows that names no speaker: "per cent"."""
    if match.cue.lemma != "per" or match.last + 1 >= len(match.head.doc):
        return False
    unit = match.head.doc[match.last + 1]
    speaks = unit.lower_ in words.ROLES | words.ORGANIZATIONS | words.STATEMENT_NOUNS
    alone = match.last + 2 >= len(unit.doc) or unit.nbor(1).pos_ not in {"NOUN", "PROPN"}
    return unit.tag_ == "NN" and unit.text.islower() and alone and not speaks


def _is_noun(verb: Token) -> bool:
    """Whether what was taken for a verb stands where a noun does: "in its ruling the court wrote"."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.is_sent_start:
        return False
    before = verb.doc[verb.i - 1]
    return before.tag_ == "PRP$" or before.lower_ in {"the", "a", "this"}


def _is_withheld(verb: Token) -> bool:
    """Whether somebody declines to say it, which is a report of its own: "declined to say how many"."""
    return verb.tag_ == "VB" and verb.dep_ in grammar.OPEN_CLAUSE and verb.head.lemma_ in words.WITHHOLDING


def _is_for_another(verb: Token) -> bool:
    """Whether an infinitive has yet to be said by somebody: "waiting for the command to order an advance"."""
    noun = verb.head
    waited = verb.tag_ == "VB" and verb.dep_ in grammar.NOUN_CLAUSE and grammar.marker_of(verb) == "to"
    return waited and "for" in (
        grammar.prepositions_of(each) for each in (noun, grammar.coordinated_with(noun) or noun)
    )


def _may_lack_source(text: Text, match: Match, content: list[Range]) -> bool:
    """Whether a cue reports without naming anybody: "it was announced that …", "…, saying the army had left"."""
    verb = match.head
    if match.cue.part_of_speech != "verb" or verb.tag_ not in {"VBG", "VBN", "VBD"}:
        return False
    first, end = content[0]
    opening = match.first == text.sentence_of(verb)[0]
    if opening or (verb.tag_ == "VBN" and not grammar.children(verb, grammar.AUXILIARY)):
        asked = verb.tag_ != "VBG" and first > match.last and text.doc[first].lower_ in words.COMPLEMENTIZERS
        return opening and asked
    said = any(token.tag_ in grammar.FINITE for token in text.doc[first:end])
    held = match.cue.stance is Stance.ESTIMATES or match.cue.lemma in words.HEARSAY  # "is said to have left"
    return said or (grammar.is_passive(match.head) and held)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Keep one draft for each content: the cue nearest to its source, verbs before nouns."""
    best: dict[tuple[Range, ...], Draft] = {}
    for draft in drafts:
        key = tuple(draft.content)
        other = best.get(key)
        if other is None or _rank(draft) < _rank(other):
            best[key] = draft
    return sorted(best.values(), key=lambda each: each.match.first)


def _rank(draft: Draft) -> tuple[int, int]:
    order = ("verb", "adposition", "adjective", "noun").index(draft.match.cue.part_of_speech)
    return order, 0 if draft.source else 1


def _nested(drafts: list[Draft]) -> list[Draft]:
    """Tell each draft which other one's content holds its cue: the smallest such content."""
    by_size = sorted(drafts, key=lambda each: sum(end - first for first, end in each.content))
    for other in reversed(by_size):
        for draft in _cued_in(other, drafts):
            if other is not draft and not draft.holds(other.match.first):
                draft.outer = other
    return drafts


def _cued_in(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """Give those of some drafts, in the order of their cues, whose cue lies in a draft's content."""
    first, end = min(draft.content)[0], max(draft.content)[1]
    low, high = (bisect_left(drafts, place, key=lambda each: each.match.first) for place in (first, end))
    return [each for each in drafts[low:high] if draft.holds(each.match.first)]
