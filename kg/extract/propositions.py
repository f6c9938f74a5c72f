"""From the words of one content to what it says: one proposition for each clause and each thing it lists."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.dates import PartialDate
from kg.extract import grammar
from kg.extract._phrases import Antecedent, hanging, is_example, is_name, members, phrase
from kg.extract.clause import THERE_IS, Clause
from kg.extract.clauses import clauses_of
from kg.extract.holds import not_one
from kg.extract.positive import in_positive, of_some
from kg.extract.quantities import measure_of, quantity_of, share_of
from kg.extract.revised import Revision, revision_of
from kg.extract.subjects import opens_openly, taken_up
from kg.extract.times import TimeExpression, time_expressions
from kg.extract.timing import in_time, period_of, tense_of, without_time
from kg.extract.tokens import Token, text_of
from kg.extract.verbs import is_verb, participle_of
from kg.model import Phrase, Proposition, Quantity, Span

_MOST = 24  # propositions of one clause: longer lists are no longer read as lists
_MEASURING = frozenset({"by", "to", "at", "from", "out of"})
_ONE = re.compile(r"^(?:not )?(?:one|a single)\s+", re.IGNORECASE)


def propositions_of(
    tokens: Sequence[Token],
    *,
    published: PartialDate | None,
    antecedent: Callable[[Token], str | None],
    doer: str | None = None,
) -> tuple[Proposition, ...]:
    """Read the propositions of one content from its tokens.

    `antecedent` gives the name that a pronoun or description stands for, where the document tells it; `doer` is the
    name of who does what an infinitive without a subject says: who vowed it.
    """
    readers = (_Reader(clause, tokens, published, antecedent, doer) for clause in clauses_of(tokens))
    found = [p for reader in readers for p in reader.read()]
    return tuple({(p.text, p.predicate, p.subject, p.object): p for p in found}.values())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one clause."""

    clause: Clause
    tokens: Sequence[Token]
    published: PartialDate | None
    antecedent: Antecedent
    doer: str | None = None

    def read(self) -> Iterator[Proposition]:
        times = self._times()
        if self.clause.passive and self.clause.subject is not None and in_time(self.clause.subject, times):
            yield from replace(self, clause=replace(self.clause, subject=None)).read()
            return
        clause = self.clause
        obliques, examples = self._obliques(times)
        if revision := revision_of(clause, obliques):
            yield from self._revised(revision, times)
            return
        subjects: Sequence[Token | None] = self._members(clause.subject)
        objects: Sequence[Token | None] = [t for e in examples for t in members(e)] or self._members(clause.object)
        counted = clause.object is not None and quantity_of(clause.object) is not None
        listing, places = self._places(obliques) if len(objects) == 1 and not counted else (None, ())
        combined = list(product(subjects, objects, places or (None,)))[:_MOST]
        quantity = self._quantity([o for o in obliques if o[1] != listing], objects)
        each_own = self._own_quantities(objects) or self._own_quantities(subjects)
        for subject, target, place in combined:
            quantity = each_own.get(target, each_own.get(subject, quantity)) if each_own else quantity
            kept = [(p, place) if place and t == listing else (p, t) for p, t in obliques if t not in places[1:]]
            yield self._proposition(subject, target, kept, quantity, times)

    def _revised(self, revision: Revision, times: list[TimeExpression]) -> Iterator[Proposition]:
        """Say of a toll that it is the new number, and no longer the one taken back."""
        copula = replace(self.clause, predicate="be", passive=False)
        given = replace(self, clause=copula)._proposition(copula.object, None, revision.rest, revision.new, times)
        words = " ".join([given.subject.text if given.subject else "", *(f"{p} {t.text}" for p, t in given.obliques)])
        yield replace(given, text=f"{words} is {revision.new.text}")
        if old := revision.taken_back:
            yield replace(given, text=f"{words} is {old.text}", quantity=old, affirms=not given.affirms)

    def _own_quantities(self, listed: Sequence[Token | None]) -> dict[Token | None, Quantity | None]:
        """Give the amounts of a list whose every member has one: "20 soldiers and 3 civilians"."""
        if len(listed) < 2 or (
            self.clause.subject is not None and self.clause.object is not None and listed[0] is None
        ):
            return {}
        found: dict[Token | None, Quantity | None] = {
            each: quantity_of(each, self._befell()) for each in listed if each is not None
        }
        return found if all(found.values()) else {}

    def _members(self, head: Token | None) -> Sequence[Token | None]:
        return members(head) if head is not None else (None,)

    def _times(self) -> list[TimeExpression]:
        """Give the time expressions that belong to this clause, at their offsets in the document."""
        inside = {t.i for t in self.tokens}
        own = [t for t in self._reach() if t.i in inside]
        if not own:
            return []
        first, last = min(own, key=lambda t: t.i), max(own, key=lambda t: t.i)
        text, start = text_of(first.doc[first.i : last.i + 1]), first.idx
        offsets = {t.idx for t in own}
        return [
            TimeExpression(e.period, start + e.start, start + e.end)
            for e in time_expressions(text, self.published, tense_of(self.clause.verbs))
            if any(start + e.start <= idx < start + e.end for idx in offsets)
        ]

    def _reach(self) -> set[Token]:
        """Give the tokens of the clause without those of the clauses in it and beside it."""
        stop = grammar.CLAUSE | grammar.ADVERBIAL_CLAUSE | grammar.NOUN_CLAUSE
        roots = [self.clause.head, *self.clause.verbs]
        found, queue = set(roots), [c for r in roots for c in r.children]
        while queue:
            token = queue.pop()
            verbal_conjunct = token.dep_ in grammar.CONJUNCT and token.pos_ in {"VERB", "AUX"}
            if token in found or token.dep_ in stop or verbal_conjunct:
                continue
            found.add(token)
            queue.extend(token.children)
        return found

    def _obliques(self, times: list[TimeExpression]) -> tuple[list[tuple[str, Token]], list[Token]]:
        """Give the phrases with prepositions that are no times, and the examples after "including"."""
        clause = self.clause
        loose = clause.object is None or clause.passive or clause.predicate in {"be", THERE_IS}
        hung = [o for o in (clause.object, clause.subject if loose else None) if o is not None]
        found = [*clause.obliques, *(o for head in hung for o in hanging(head))]
        around = [o for _, head in clause.obliques for o in hanging(head)]
        counted = clause.object is not None and quantity_of(clause.object) is not None
        examples = [t for _, t in (found if counted else [*found, *around]) if _is_named_example(t)]
        found += [("in" if is_example(t) else p, t) for p, t in around]
        unique = {t.i: (p, t) for p, t in reversed(found) if t not in examples and not in_time(t, times)}
        roles = {t.i for t in (clause.subject, clause.object) if t is not None}
        return [unique[i] for i in sorted(unique) if i not in roles], examples

    def _places(self, obliques: list[tuple[str, Token]]) -> tuple[Token | None, Sequence[Token]]:
        """Give the head and the names of the first list among the obliques: "driven out of A, B and C"."""
        for _, head in obliques:
            found = members(head)
            if len(found) > 1 and all(is_name(t) for t in found):
                return head, found
        return None, ()

    def _quantity(self, obliques: list[tuple[str, Token]], objects: Sequence[Token | None]) -> Quantity | None:
        """Give how many are done to, else how many do it, else how far it goes: "fell by 20 percent"."""
        clause, befell = self.clause, self._befell()
        if any(each is not None and not_one(each) for each in (clause.object, clause.subject)):
            return None
        if clause.object is not None and len(objects) == 1 and (found := self._quantity_of_object(befell)):
            return found
        if clause.subject is not None and (found := quantity_of(clause.subject, "" if clause.object else befell)):
            return found
        measured = [head for preposition, head in obliques if preposition in _MEASURING]
        shares = (quantity_of(head) for preposition, head in obliques if preposition == "with")
        if share := next((each for each in shares if each and each.unit.startswith("share of")), None):
            return share
        found = next((each for head in measured if (each := quantity_of(head) or self._share_of_subject(head))), None)
        things = [each for each in (clause.object, clause.subject) if each is not None]
        return found or next((each for head in things if (each := measure_of(head))), None)

    def _quantity_of_object(self, befell: str) -> Quantity | None:
        """Read the amount of the object; a share with no whole is one of the subject: "turnout was 61 percent"."""
        target = self.clause.object
        if target is None:
            return None
        if (found := quantity_of(target, befell)) or self.clause.predicate != "be":
            return found
        return self._share_of_subject(target)

    def _share_of_subject(self, head: Token) -> Quantity | None:
        return share_of(head, self.clause.subject) if self.clause.subject is not None else None

    def _befell(self) -> str:
        """Give what befell an object, particle included: "blown up"."""
        if not is_verb(self.clause.head):
            return ""
        if self.clause.predicate == "let go":
            return self.clause.predicate
        _, _, particle = self.clause.predicate.partition(" ")
        return " ".join(filter(None, (participle_of(self.clause.head), particle)))

    def _proposition(
        self,
        subject: Token | None,
        target: Token | None,
        obliques: list[tuple[str, Token]],
        quantity: Quantity | None,
        times: list[TimeExpression],
    ) -> Proposition:
        doer, done = self._phrase(subject, times), self._phrase(target, times)
        if self._lacks_doer():
            name = Phrase(text=self.doer or "", head=self.doer or "", named=True)
            doer, done = (doer, done or name) if self.clause.passive else (doer or name, done)
        around = tuple((p, self._phrase(t, times)) for p, t in obliques)
        phrases = tuple((p, each) for p, each in around if each is not None)
        return Proposition(
            text=self._text(doer, done, phrases, quantity, times),
            predicate=self.clause.predicate,
            subject=doer,
            object=done,
            obliques=phrases,
            quantity=quantity,
            period=period_of(times),
            affirms=self.clause.hold.affirms,
            certainty=self.clause.hold.certainty,
            realized=self.clause.hold.realized,
            spans=self._spans(),
        )

    def _lacks_doer(self) -> bool:
        """Whether the clause is an infinitive or gerund whose doer the words before the content name."""
        lacking = self.clause.object if self.clause.passive else self.clause.subject
        if self.doer is None or lacking is not None or self.clause.predicate == THERE_IS:
            return False
        return opens_openly(self.clause.head, {t.i for t in self.tokens})

    def _phrase(self, head: Token | None, times: Sequence[TimeExpression]) -> Phrase | None:
        if head is None:
            return None
        found = without_time(phrase(head, self.antecedent), times)
        if (thing := taken_up(head)) is not None:
            meant = phrase(thing, self.antecedent)
            found = replace(found, antecedent=meant.text, head=meant.head, named=meant.named)
        if not not_one(head) or found.span is None:
            return found
        rest = _ONE.sub("", found.text)
        return replace(found, text=rest, span=Span(found.span.end - len(rest), found.span.end))

    def _spans(self) -> tuple[Span, ...]:
        inside = {t.i for t in self.tokens}
        words = sorted((t for t in self._reach() if t.i in inside), key=lambda t: t.i)
        return (Span(words[0].idx, words[-1].idx + len(words[-1].text)),) if words else ()

    def _text(
        self,
        doer: Phrase | None,
        done: Phrase | None,
        obliques: tuple[tuple[str, Phrase], ...],
        quantity: Quantity | None,
        times: list[TimeExpression],
    ) -> str:
        """Put the words back in the order of a sentence."""
        clause = self.clause
        first, second = (done, doer) if clause.passive else (doer, done)
        verbs = " ".join(t.text for t in clause.verbs) if clause.hold.affirms else in_positive(clause.verbs)
        nominal = clause.verbs == (clause.head,) and clause.head.pos_ in {"NOUN", "PROPN"}
        if nominal or clause.predicate == THERE_IS:
            return " ".join(self._nominal_words(doer, done, obliques, times))
        said = [_counted(first, quantity) if first else "", verbs]
        said += [("by " if clause.passive else "") + _counted(second, quantity) if second else ""]
        said += [f"{p} {each.text}" for p, each in obliques if each is not first]
        if not clause.hold.affirms:
            said = list(map(of_some, said))
        said += [e.period.text for e in times[:1]]
        return " ".join(filter(None, said))

    def _nominal_words(
        self,
        doer: Phrase | None,
        done: Phrase | None,
        obliques: tuple[tuple[str, Phrase], ...],
        times: list[TimeExpression],
    ) -> Iterator[str]:
        if self.clause.predicate == THERE_IS:
            yield "there is"
            yield re.sub(r"^(?:no|any)\s+", "", doer.text, flags=re.IGNORECASE) if doer else ""
        else:
            yield self.clause.head.text
            yield from [f"of {done.text}"] if done else []
            yield from [f"by {doer.text}"] if doer else []
        yield from (f"{p} {each.text}" for p, each in obliques)
        yield from (e.period.text for e in times[:1])


def _is_named_example(token: Token) -> bool:
    return is_example(token) and any(is_name(t) for t in members(token))


def _counted(phrase: Phrase, quantity: Quantity | None) -> str:
    """Give the words of a phrase with the start of its amount, where the parse left that out: "more than"."""
    amount = quantity.text.split() if quantity else []
    for start in range(1, len(amount)):
        if phrase.text.startswith(" ".join(amount[start:]) + " "):
            return " ".join([*amount[:start], phrase.text])
    return phrase.text
