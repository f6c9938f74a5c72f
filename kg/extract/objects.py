"""Finds what a cue governs that is no finite clause: an object, an infinitive, what is spoken about."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.following import Following
from kg.extract.text import STOPS, Range
from kg.extract.tokens import Token
from kg.model import Stance

_NEAR = 6  # tokens between a cue and the "about" of what it speaks of
_BEFORE_TOPIC = frozenset({"about", "for", "after", "before", "until", "just"})
_NAMING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_COMMITTING = frozenset({"propose", "swear", "recommend", "favor", "favour", "prefer", "suggest", "agree"})
_WHEN = frozenset({"after", "before", "when", "while", "since", "until", "once", "because"})
_DATING = words.DAYS_AND_MONTHS | {"last", "this", "next"}
_PERSONS = words.PERSONAL | {"him", "her", "them", "me", "us"}


class Objects(Following):
    """Finds contents that are objects of a cue."""

    def _open_clause(self, match: Match, high: int) -> list[Range]:
        """Read "vowed to fight", "urged them to leave", "admits losing ground"."""
        _, end = self.text.sentence_of(match.head)
        if high >= end:
            return []
        opened = grammar.open_clause_of(match.head)
        starts = self.doc[high].lower_ == "to" and high + 1 < end and self.doc[high + 1].tag_ in {"VB", "RB", "VBN"}
        committed = match.cue.stance is not Stance.ASSERTS or match.cue.distance or match.cue.lemma in _COMMITTING
        if (starts or self.doc[high].tag_ == "VBG") and committed:
            return [(high, self._reach(match, high, high))]
        if opened is not None and opened.i > high and (match.cue.nominal or self._to_infinitive(opened)):
            start = min(each.i for each in [*opened.subtree, *self._objects(match.head)] if each.i >= high)
            return [(start, self._reach(match, start, start))]
        return []

    @staticmethod
    def _to_infinitive(verb: Token) -> bool:
        return any(each.lower_ == "to" and each.i < verb.i for each in verb.children)

    @staticmethod
    def _objects(verb: Token) -> list[Token]:
        found = grammar.object_of(verb)
        return [found.left_edge, found] if found is not None else []

    def _nominal(self, match: Match, high: int) -> list[Range]:
        """Read the object of "announced the capture of the town", "called for talks"."""
        if not match.cue.nominal:
            return []
        verb = match.head
        if " " in match.cue.lemma and match.last > verb.i:
            _, end = self.text.sentence_of(verb)
            return [(high, self._reach(match, high, high))] if high < end else []
        target = grammar.object_of(verb)
        if target is None and grammar.is_passive(verb):
            target = grammar.subject_of(verb)
        if target is None or target.lower_ in words.PERSONAL | {"himself", "herself", "itself"}:
            return []
        if target.i < verb.i:
            return [(target.left_edge.i, min(target.right_edge.i + 1, match.first))]
        start = max(target.left_edge.i, match.last + 1)
        return [(start, self._end_of_judgement(match, start, target))]

    def _end_of_judgement(self, match: Match, start: int, target: Token) -> int:
        """Give where an object ends with what is said of it: "accused them of theft", "called it a loss"."""
        end = target.right_edge.i + 1
        for each in match.head.children:
            if each.left_edge.i != end or each.i < end:
                continue
            said = each.dep_ in grammar.OPEN_CLAUSE | grammar.ATTRIBUTE | grammar.OBJECT | grammar.CLAUSE
            if (
                said
                or grammar.prepositions_of(each) in {"of", "for", "as", "to", match.cue.lemma.partition(" ")[2] or "of"}
                or self.doc[end].lower_ in {"of", "for", "as"}
            ):
                end = each.right_edge.i + 1
        stop = self._reach(match, start, start)
        if match.head.dep_ in grammar.NOUN_CLAUSE:
            stop = min(stop, match.head.right_edge.i + 1)
        stop = min(stop, self._second_verb(start, stop))
        return max(min(max(target.right_edge.i + 1, end), stop), self._to_comma(start, stop))

    def _second_verb(self, start: int, stop: int) -> int:
        """Give where the subject's next verb begins: "rejects the charge and says that …"."""
        for i in range(start, stop - 1):
            if self.doc[i].tag_ in grammar.FINITE:
                return stop
            if (
                self.doc[i].lower_ in {"and", "but"}
                and self.doc[i + 1].tag_ in grammar.FINITE
                and self.text.quote_at[i] < 0
            ):
                return i
        return stop

    def _to_comma(self, start: int, stop: int) -> int:
        """Give where an object ends at the latest: at a stop mark, when it was, or another verb of its subject."""
        for i in range(start, stop):
            token = self.doc[i]
            branch = token.lower_ in {"and", "but"} and i + 1 < stop and self.doc[i + 1].tag_ in grammar.FINITE
            if self.text.quote_at[i] < 0 and (token.text in STOPS or token.lower_ in _WHEN or branch):
                return self._before_day(start, i)
        return self._before_day(start, stop)

    def _before_day(self, start: int, end: int) -> int:
        """Cut off the day at the end, which is that of the announcement: "announced the launch on Monday"."""
        at = end
        while at > start + 1 and (self.doc[at - 1].lower_ in _DATING or self.doc[at - 1].like_num):
            at -= 1
        dated = any(token.lower_ in words.DAYS_AND_MONTHS for token in self.doc[at:end])
        dated = dated and self.doc[at - 1].pos_ not in {"DET", "ADJ"}
        return at - (self.doc[at - 1].pos_ == "ADP") if dated else end

    def _request(self, match: Match, high: int) -> list[Range]:
        """Take what somebody is asked for where the parser saw no infinitive: "invited the rebels to talk"."""
        _, end = self.text.sentence_of(match.head)
        if match.cue.stance is not Stance.ASKS or high >= end or self.doc[high].pos_ not in _NAMING:
            return []
        stops = STOPS | {"and", "but", "or"}
        stop = next(
            (i for i in range(high, end) if self.doc[i].text in stops or self.doc[i].tag_ in grammar.FINITE), end
        )
        asked = any(self.doc[i].lower_ == "to" and self.doc[i + 1].tag_ == "VB" for i in range(high + 1, stop - 1))
        return [(high, self._to_comma(high, self._reach(match, high, high)))] if asked else []

    def _topic(self, match: Match, high: int) -> list[Range]:
        """Take what is spoken of: "joked about moving north", "was asked on Monday about the bridge"."""
        _, end = self.text.sentence_of(match.head)
        near = range(high, min(end - 1, high + _NEAR))
        at = next((i for i in near if self.doc[i].lower_ in _BEFORE_TOPIC or self.doc[i].text in STOPS), end)
        if at >= end - 1 or self.doc[at].lower_ != "about":
            return []
        topic = self.doc[at + 1]
        if topic.pos_ in {"ADP", "NUM", "ADV", "PUNCT"} or topic.lower_ in _PERSONS:
            return []
        return [(at + 1, self._to_comma(at + 1, self._reach(match, at + 1, at + 1)))]
