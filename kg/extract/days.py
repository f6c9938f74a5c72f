"""When each statement of a document was said."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import PartialDate
from kg.extract import grammar
from kg.extract.drafts import Draft
from kg.extract.layout import Part
from kg.extract.text import Range, Text
from kg.extract.times.find import Named, times_in
from kg.extract.times.said import UNKNOWN, Said, day_of, unbound
from kg.extract.times.seen import Seen, Tense
from kg.extract.times.values import shift
from kg.extract.times.words import COUNT, SOME_TIME_AGO, count_of
from kg.extract.tokens import Token
from kg.model import DateBasis, Mention

DATING = 6  # tokens of a part of a sentence that may be there only to date the cue
RECENT = timedelta(days=3)  # how far before its publication an article's news may lie
_PRESENT = frozenset({"VBZ", "VBP"})
_APART = re.compile(rf"\b{COUNT} days? (?P<side>after|before)\s*$", re.IGNORECASE)


class Days:
    """Finds the day of speech, as said beside the cue, before of the same speaker, or of the article's news."""

    def __init__(self, text: Text, published: PartialDate | None) -> None:
        self._text, self._published = text, published
        self._named = times_in(text.doc.text, Seen(published, Tense.PAST))
        self._last: dict[str, tuple[int, Said]] = {}  # by speaker: the paragraph and the day
        self._parts: dict[int, list[Range]] = {}  # by draft, which lives as long: the words that may date its cue
        self._news = self._day_of_the_news()

    def said_on(self, draft: Draft, speaker: Mention | None) -> Said:
        """Read the day beside the cue; else that of the speaker's last dated statement; else the day of the news.

        What is put before the news without a day ("had said", "once said", "has long said") is of an unknown day;
        "says" is of the news, "hopes" as of the publication.
        """
        beside = self._said_beside(draft)
        head = draft.match.head
        paragraph = self._text.paragraph_at[head.i]
        if beside != UNKNOWN:
            if speaker is not None:
                self._last[speaker.name] = paragraph, beside
            return beside
        if self._is_some_time_ago(draft):
            return UNKNOWN
        there, last = self._last.get(speaker.name if speaker else "", (-1, UNKNOWN))
        if last[0] and (there == paragraph or self._is_recent(last[0])):
            return last
        if _perfect(head) == "VBD":
            return UNKNOWN
        thought = draft.match.cue.attitude and head.tag_ in _PRESENT
        return self.published() if thought else self._news or self.published()

    def published(self) -> Said:
        """Give the day of publication, where it is known."""
        if self._published is not None and self._published.is_day:
            return self._published, DateBasis.PUBLICATION_DAY
        return UNKNOWN

    def _day_of_the_news(self) -> Said | None:
        """Give the last day that the first paragraph to name one tells of, shortly before the publication."""
        for paragraph in sorted(self._text.layout.paragraphs, key=lambda each: each.part is Part.HEADING):
            told = (day_of([each], self._text.doc.text) for each in self._within([(paragraph.start, paragraph.end)]))
            recent = [(day, basis) for day, basis in told if day and self._is_recent(day)]
            if recent:
                return max(recent)
        return None

    def _is_recent(self, day: PartialDate) -> bool:
        if self._published is None or not (self._published.is_day and day.is_day):
            return False
        return self._published.first_day - RECENT <= day.first_day <= self._published.first_day

    def _is_some_time_ago(self, draft: Draft) -> bool:
        """Whether words beside the cue say "earlier" or "years ago", or a perfect tells it as mere background."""
        head = draft.match.head
        lead = next((each for each in self._text.layout.paragraphs if each.part is Part.TEXT), None)
        if _perfect(head) in _PRESENT and lead is not None and head.idx >= lead.end:
            return True
        if any(each.lower_ in SOME_TIME_AGO for each in grammar.children(head, grammar.ADVERB)):
            return True
        return bool(unbound(self._times(self._beside(draft)), self._text.doc.text))

    def _said_beside(self, draft: Draft) -> Said:
        """Read the day beside the cue, its own part of the sentence before others: "who left on Monday, said today"."""
        for parts in (self._own(draft), self._beside(draft)):
            found = self._day(parts)
            if found != UNKNOWN:
                return found
        return self._said_apart(draft)

    def _said_apart(self, draft: Draft) -> Said:
        """Count from the day that the rest of the sentence tells of, or the news: "a day after the mayor said …"."""
        first, _ = self._text.sentence_of(draft.match.head)
        for part in self._beside(draft):
            match = _APART.search(self._words(part))
            told = self._day([(first, part[1])]) if match else UNKNOWN
            day, _ = told if told != UNKNOWN else self._news or self.published()
            if match and day is not None and day.is_day:
                days = count_of(match["count"]) * (-1 if match["side"].lower() == "after" else 1)
                return PartialDate(shift(day.first_day, days, "day").isoformat()), DateBasis.RESOLVED_FROM_PUBLICATION
        return UNKNOWN

    def _day(self, parts: Sequence[Range]) -> Said:
        return day_of(self._times(parts), self._text.doc.text)

    def _times(self, parts: Sequence[Range]) -> list[Named]:
        return self._within([self._place(part) for part in parts])

    def _within(self, parts: Sequence[tuple[int, int]]) -> list[Named]:
        first, end = min((low for low, _ in parts), default=0), max((high for _, high in parts), default=0)
        at, stop = (bisect_left(self._named, place, key=lambda each: each.start) for place in (first, end))
        near = self._named[at:stop]
        return [each for each in near if any(low <= each.start and each.end <= high for low, high in parts)]

    def _own(self, draft: Draft) -> list[Range]:
        """Give the part of the sentence that the cue stands in."""
        return [part for part in self._beside(draft) if part[0] <= draft.match.head.i < part[1]]

    def _beside(self, draft: Draft) -> list[Range]:
        """Give the words that may date the cue: its own part of the sentence and short parts beside.

        Content, source and words in quotation marks are left out.
        """
        if (known := self._parts.get(id(draft))) is not None:
            return known
        first, end = self._text.sentence_of(draft.match.head)
        low, high = draft.source.part if draft.source else (0, 0)
        parts: list[list[int]] = [[]]
        for i in range(first, end):
            quoted = self._text.quote_at[i] >= 0
            if draft.holds(i) or low <= i < high or quoted or self._text.doc[i].text == ",":
                parts.append([])
            else:
                parts[-1].append(i)
        head = draft.match.head.i
        found = [(part[0], part[-1] + 1) for part in parts if part and (len(part) <= DATING or head in part)]
        self._parts[id(draft)] = found
        return found

    def _place(self, part: Range) -> tuple[int, int]:
        """Give where tokens stand in the text."""
        last = self._text.doc[part[1] - 1]
        return self._text.doc[part[0]].idx, last.idx + len(last.text)

    def _words(self, part: Range) -> str:
        first, end = self._place(part)
        return self._text.doc.text[first:end]


def _perfect(verb: Token) -> str:
    """Give the tag of the "have" on a verb, which tells the present perfect from the past one; "" without any."""
    return next((each.tag_ for each in grammar.children(verb, grammar.AUXILIARY) if each.lemma_ == "have"), "")
