"""Finds what a word of thinking, wanting or favouring governs: a clause, an infinitive, an object."""

from kg.extract import grammar, words
from kg.extract.cues import Match
from kg.extract.reach import Reach
from kg.extract.text import STOPS, Range

_FARTHEST = 4  # tokens between a cue and a clause that no "that" opens
_ASIDE = frozenset({"ADV", "PART"})
_STOPS = STOPS | {"("}
_LOOSE = grammar.PUNCTUATION | grammar.COORDINATOR | grammar.CONJUNCT | {"parataxis"}
_SAID_OF_IT = frozenset({"as", "for", "of", "to", "about", "against", "over", "out"})
_OPEN = grammar.OPEN_CLAUSE | grammar.CLAUSE | grammar.ADVERBIAL_CLAUSE


class Attitudes(Reach):
    """Finds the content of cues that tell of no speech: only what they govern, no quotation beside them."""

    def find(self, match: Match) -> list[Range]:
        """Give the content of an attitude; nothing when the cue governs nothing that it could be about."""
        _, end = self.text.sentence_of(match.head)
        at = match.last + 1
        while at < end and self.doc[at].pos_ in _ASIDE and self.doc[at].lower_ not in words.COMPLEMENTIZERS | {"to"}:
            at += 1
        if at >= end:
            return []
        if match.last > match.head.i:
            return self._phrase(match, at)
        opened = self._clause(match, at) or self._infinitive(match, at) or self._participle(match, at)
        return opened or self._object(match)

    def _clause(self, match: Match, at: int) -> list[Range]:
        """Read "fears that …", "knows how …", "hopes the town …"."""
        opener = self.doc[at]
        if opener.lower_ in words.COMPLEMENTIZERS and opener.dep_ not in grammar.DETERMINER | grammar.OBJECT:
            return self._up_to(match, at)
        clause = next((each for each in grammar.clauses_of(match.head) if each.i > match.last), None)
        if clause is None or not self._finite(clause):
            return []
        start = max(min(each.i for each in clause.subtree if each.i > match.last), at)
        parted = any(each.text in _STOPS for each in self.doc[at:start])
        return [] if parted or start - at > _FARTHEST else self._up_to(match, start)

    def _infinitive(self, match: Match, at: int) -> list[Range]:
        """Read "plans to leave", "wants the army to leave", "the army is expected to leave"."""
        if self._to_verb(at):
            found = self._up_to(match, at)
            subject = grammar.subject_of(match.head)
            raised = grammar.is_passive(match.head) and subject is not None and subject.i < match.first
            return [(subject.left_edge.i, subject.right_edge.i + 1), *found] if raised and subject else found
        target = grammar.object_of(match.head)
        opened = next((each for each in match.head.children if each.dep_ in _OPEN and each.i > at), None)
        if opened is None or grammar.marker_of(opened) != "to":
            return []
        target = target or grammar.subject_of(opened)
        if (
            target is None
            or target.left_edge.i < at
            or not self._to_verb(opened.left_edge.i if opened.left_edge.i > target.i else target.right_edge.i + 1)
        ):
            return []
        return self._up_to(match, max(at, target.left_edge.i))

    def _to_verb(self, at: int) -> bool:
        """Whether an infinitive with "to" begins at a token."""
        return self.doc[at].lower_ == "to" and at + 1 < len(self.doc) and self.doc[at + 1].tag_ in {"VB", "RB", "VBN"}

    def _participle(self, match: Match, at: int) -> list[Range]:
        """Read "considers leaving the town"."""
        governed = self.doc[at].head == match.head and self.doc[at].dep_ in _OPEN
        return self._up_to(match, at) if governed and self.doc[at].tag_ == "VBG" else []

    def _object(self, match: Match) -> list[Range]:
        """Read "supports the plan", with what is said of the object: "sees it as a threat"."""
        target = grammar.object_of(match.head)
        if target is None or target.i < match.head.i:
            return self._suffering(match)
        start = max(target.left_edge.i, match.last + 1)
        end = target.right_edge.i + 1
        for each in match.head.children:
            if each.left_edge.i == end and (
                each.dep_ in grammar.OPEN_CLAUSE | grammar.ATTRIBUTE or self.doc[end].lower_ in _SAID_OF_IT
            ):
                end = each.right_edge.i + 1
        return [(start, max(target.i + 1, min(end, self._reach(match, start, start))))]

    def _suffering(self, match: Match) -> list[Range]:
        """Read "the plan was backed by …"."""
        subject = grammar.subject_of(match.head)
        if not grammar.is_passive(match.head) or grammar.agent_of(match.head) is None or subject is None:
            return []
        return [(subject.left_edge.i, min(subject.right_edge.i + 1, match.first))]

    def _phrase(self, match: Match, at: int) -> list[Range]:
        """Read "sides with the rebels", "critical of the plan": what follows the preposition of the cue."""
        following = self.doc[at]
        if following.text in _STOPS or following.pos_ in {"ADP", "CCONJ", "SCONJ"}:
            return []
        return self._up_to(match, at)

    def _up_to(self, match: Match, start: int) -> list[Range]:
        """Give what the cue governs from a token on, at most to where the parse ends it."""
        reach = self._reach(match, start, start)
        ends = [
            each.right_edge.i + 1
            for each in match.head.children
            if each.right_edge.i >= start and each.dep_ not in _LOOSE
        ]
        return [(start, min(max(ends, default=reach), reach))]
