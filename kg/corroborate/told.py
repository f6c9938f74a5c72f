"""Finds statements made in documents that name what a question is about, without looking at all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.testimony import Testimony
from kg.corroborate.words import stems
from kg.model import Claim, Iri


class Told:
    """Some statements by what their documents name: known things by their ids, all else by the stems of its words."""

    def __init__(
        self, statements: Iterable[Testimony], named_in: Callable[[Iri], Set[str]], knowledge: Knowledge
    ) -> None:
        self._all = tuple(statements)
        self._named_in = named_in
        self._knowledge = knowledge
        self._naming: defaultdict[str, list[Testimony]] = defaultdict(list)
        for each in self._all:
            for thing in named_in(each.document):
                self._naming[thing].append(each)

    def about(self, question: Claim) -> Iterator[Testimony]:
        """Give the statements whose document names what a question is about, or where."""
        seen: set[Iri] = set()
        for each in self._worth_a_look(question):
            if each.statement not in seen and self._is_told(question, each):
                seen.add(each.statement)
                yield each

    def _worth_a_look(self, question: Claim) -> Iterator[Testimony]:
        words = _words(question)
        if not words:
            yield from self._all
            return
        for thing in (*self._things(question), min(words, key=lambda word: (len(self._naming.get(word, ())), word))):
            yield from self._naming.get(thing, ())

    def _is_told(self, question: Claim, said: Testimony) -> bool:
        named = self._named_in(said.document)
        return not named.isdisjoint(self._things(question)) or _words(question) <= named

    def _things(self, question: Claim) -> list[Iri]:
        return [thing for thing in (question.object, question.place) if thing and thing in self._knowledge.places]


def _words(question: Claim) -> set[str]:
    return {*stems(question.labels.get(question.object, ""))}
