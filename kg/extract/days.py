"""When each statement of a document was said."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import PartialDate
from kg.extract.drafts import Draft
from kg.extract.text import Text
from kg.extract.times.find import Named, times_in
from kg.extract.times.said import UNKNOWN, Said, day_of
from kg.extract.times.seen import Seen, Tense
from kg.model import DateBasis, Mention

DATING = 6  # tokens of a part of a sentence that may be there only to date the cue
RECENT = timedelta(days=3)  # how far before its publication an article's news may lie


class Days:
    """Finds the day of speech, as said beside the cue, before of the same speaker, or of the article's news."""

    def __init__(self, text: Text, published: PartialDate | None, drafts: Sequence[Draft]) -> None:
        self._text, self._published = text, published
        self._named = times_in(text.doc.text, Seen(published, Tense.PAST))
        self._last: dict[str, Said] = {}  # by speaker
        self._news = self._day_of_the_news(drafts)

    def said_on(self, draft: Draft, speaker: Mention | None) -> Said:
        """Read the day beside the cue; else that of the speaker's last dated statement; else the day of the news.

        The day of the news holds for what was said in the past tense; all else is as of the day of publication.
        """
        beside = day_of(self._within(self._beside(draft)), self._text.doc.text)
        if beside != UNKNOWN:
            if speaker is not None:
                self._last[speaker.name] = beside
            return beside
        if speaker is not None and speaker.name in self._last:
            return self._last[speaker.name]
        if self._news is not None and draft.match.head.tag_ != "VBZ":
            return self._news
        return self.published()

    def published(self) -> Said:
        """Give the day of publication, where it is known."""
        if self._published is not None and self._published.is_day:
            return self._published, DateBasis.PUBLICATION_DAY
        return UNKNOWN

    def _day_of_the_news(self, drafts: Sequence[Draft]) -> Said | None:
        """Give the first day on which something was said, or befell, shortly before the publication."""
        for draft in drafts:
            for parts in (self._beside(draft), self._told(draft)):
                day, basis = day_of(self._within(parts), self._text.doc.text)
                if day and self._is_recent(day):
                    return day, basis
        told = (day_of([each], self._text.doc.text) for each in self._named)
        return next(((day, basis) for day, basis in told if day and self._is_recent(day)), None)

    def _is_recent(self, day: PartialDate) -> bool:
        if self._published is None or not (self._published.is_day and day.is_day):
            return False
        return self._published.first_day - RECENT <= day.first_day <= self._published.first_day

    def _told(self, draft: Draft) -> list[tuple[int, int]]:
        """Give where the content stands in the sentence of its cue."""
        first, end = self._text.sentence_of(draft.match.head)
        parts = [(max(low, first), min(high, end)) for low, high in draft.content]
        return [(self._text.doc[low].idx, self._end(high - 1)) for low, high in parts if low < high]

    def _within(self, parts: Sequence[tuple[int, int]]) -> list[Named]:
        first, end = min((low for low, _ in parts), default=0), max((high for _, high in parts), default=0)
        at, stop = (bisect_left(self._named, place, key=lambda each: each.start) for place in (first, end))
        near = self._named[at:stop]
        return [each for each in near if any(low <= each.start and each.end <= high for low, high in parts)]

    def _beside(self, draft: Draft) -> list[tuple[int, int]]:
        """Give where the words stand that may date the cue: its own part of the sentence and short parts beside.

        Content, source and words in quotation marks are left out.
        """
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
        kept = [part for part in parts if part and (len(part) <= DATING or head in part)]
        return [(self._text.doc[part[0]].idx, self._end(part[-1])) for part in kept]

    def _end(self, i: int) -> int:
        token = self._text.doc[i]
        return token.idx + len(token.text)
