"""From propositions to claims: things and relations get their ids, and wordings of one proposition meet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.iris import VOCABULARY, Minter
from kg.model import Claim, Iri, Phrase, Proposition, Quantity, Relation
from kg.resolve.drafts import SOMEONE, Draft, Thing, identified
from kg.resolve.named import PLACE_WORDS
from kg.resolve.names import Match, Names, is_some_of, sided
from kg.resolve.patterns import Patterns, Roles, inner, singular
from kg.resolve.places import place_in
from kg.resolve.spelling import normalise
from kg.resolve.tolls import PEOPLE, read_toll

UNSTATED = "unstated"  # the name of the thing that stands for a role the words leave open; its words are SOMEONE
SAID_THAT = Iri(VOCABULARY + "saidThat")
ACTORS = ("agent", "party")
OF_PEOPLE = frozenset({"casualties", "displacement", "missing"})  # families of relations that count people
RESPONSIBILITY = "responsibility"  # the family of relations to a deed
COUNTS = frozenset({"toll", "number", "total", "figure", "dead", "displaced", "person"})
THINGS = ("place", "agent", "party")
DETERMINERS = frozenset(
    re.findall(
        r"\S+",
        "the a an some any all its their his her our my your this that these those both each every no several "
        "many few of",
    )
)
WHERE = frozenset(
    re.findall(
        r"\S+",
        "in inside into at near on around outside within from to toward towards across throughout over through of",
    )
)


class Claims:
    """Makes claims from propositions."""

    def __init__(self, names: Names, relations: Sequence[Relation], minter: Minter) -> None:
        self._names = names
        self._minter = minter
        self._relations = {relation.id: relation for relation in relations}
        self._called = {relation.name.lower(): relation for relation in relations}
        self._patterns = Patterns(relations, self._fits)

    def claim(self, proposition: Proposition) -> Claim:
        """Give the claim that a proposition affirms or denies."""
        if proposition.settled:
            return self._settled(proposition).claim(self._minter)
        proposition = next(read_toll(proposition), proposition)
        roles = self._patterns.match(proposition)
        if roles and (deed := self._deed(roles, proposition)):
            roles, proposition = deed
        draft = self._known(roles, proposition) if roles else self._unknown(proposition)
        return draft.claim(self._minter)

    def _settled(self, proposition: Proposition) -> Draft:
        """Take a claim in words at its word."""
        known, name = self._called.get(proposition.predicate.lower()), proposition.predicate
        relation = known.id if known else self._minter.named("relation", name)
        around = list(proposition.obliques)
        draft = self._draft(relation, name, proposition.subject, proposition.object, around, proposition)
        draft.said = proposition.text
        return draft

    def stated(self, proposition: Proposition) -> Claim:
        """Give the claim of a proposition that people took apart: its predicate may be a relation's name, "took"."""
        relation = self._called.get(proposition.predicate.lower())
        if relation is None:
            return self.claim(proposition)
        subject, target, rest = proposition.subject, proposition.object, list(proposition.obliques)
        return self._draft(relation.id, relation.name, subject, target, rest, proposition).claim(self._minter)

    def placed(self, claim: Claim, name: str) -> Claim:
        """Give the same claim of another place."""
        where = self.place(name)
        labels = {where.id: where.label, **claim.labels}
        return identified(self._minter, replace(claim, place=where.place, labels=labels))

    def content(self, text: str, speaker: Iri, name: str) -> Claim:
        """Give the claim that a speaker said some words which could not be read as propositions."""
        words = " ".join(text.split())
        said = self._minter.hashed("thing", normalise(words))
        labels = {speaker: name, SAID_THAT: "said that", said: words}
        return Claim(
            id=self._minter.hashed("claim", speaker, SAID_THAT, said, *[None] * 6),
            text=words, subject=speaker, predicate=SAID_THAT, object=said, labels=labels,
        )  # fmt: skip

    def _fits(self, phrase: Phrase, kind: str) -> bool:
        """Whether a phrase is a place or people, as far as names tell."""
        known = self._find(phrase, THINGS)
        if known is not None:
            return (known.entity.type == "place") == (kind == "places")
        return phrase.named and kind == "places"

    def _known(self, roles: Roles, proposition: Proposition) -> Draft:
        relation = roles.relation
        subject, target, counterpart = roles.subject, roles.object, roles.counterpart
        inverse = self._relations.get(relation.inverse) if relation.inverse else None
        turned = counterpart is not None and (relation.gains != "subject" or subject is None)
        if inverse is not None and turned:
            relation, subject = inverse, counterpart
        rest = [(p, phrase) for n, (p, phrase) in enumerate(proposition.obliques) if n not in roles.used]
        for phrase in roles.swallowed:
            rest.append(("in", phrase))
            target = target or self._place_within(phrase)
        if relation.family in OF_PEOPLE and target is not None and _only_counts(target, proposition.quantity):
            target = PEOPLE
        return self._draft(relation.id, relation.name, subject, target, rest, proposition)

    def _deed(self, roles: Roles, proposition: Proposition) -> tuple[Roles, Proposition] | None:
        """Read "was behind the bombing of the depot" as having done what the noun names."""
        noun = roles.object
        if roles.relation.family != RESPONSIBILITY or noun is None or not self._patterns.is_action(noun.head.lower()):
            return None
        parts = ((preposition, inner(noun, preposition)) for preposition in ("on", "against", "in", "at"))
        around = tuple((preposition, phrase) for preposition, phrase in parts if phrase)
        rest = tuple(each for number, each in enumerate(proposition.obliques) if number not in roles.used)
        deed = replace(
            proposition,
            predicate=singular(noun.head.lower()),
            subject=roles.subject,
            object=inner(noun),
            obliques=(*around, *rest),
        )
        found = self._patterns.match(deed)
        return (found, deed) if found else None

    def _place_within(self, phrase: Phrase) -> Phrase | None:
        """Give the place that a phrase names beside its head: "Vellmar" in "the Vellmar offensive"."""
        found = self._names.within(phrase.text, ("place",))
        return Phrase(text=found.entity.name, head=found.entity.name, named=True) if found else None

    def _unknown(self, proposition: Proposition) -> Draft:
        predicate, target, rest = proposition.predicate, proposition.object, list(proposition.obliques)
        if target is None and rest:
            preposition, target = rest.pop(0)
            predicate = f"{predicate} {preposition}".strip()
        return self._draft(
            self._minter.named("relation", predicate), predicate, proposition.subject, target, rest, proposition
        )

    def _draft(
        self,
        relation: Iri,
        name: str,
        subject: Phrase | None,
        target: Phrase | None,
        rest: list[tuple[str, Phrase]],
        proposition: Proposition,
    ) -> Draft:
        if proposition.quantity:
            subject, target = _uncounted(subject, proposition.quantity), _uncounted(target, proposition.quantity)
        doer = self._thing(self._actor_of(subject) or subject, (*ACTORS, "place"))
        done = self._thing(target, THINGS)
        draft = Draft(doer, relation, name, done, proposition.period, proposition.quantity, proposition.text)
        around = [self._where(preposition, phrase) for preposition, phrase in rest if preposition in WHERE]
        draft.take_place([done, *around, doer])
        return draft

    def _where(self, preposition: str, phrase: Phrase) -> Thing:
        """Give what a phrase around a clause stands for: a known place, or else one by its words."""
        known = self._thing(phrase, ("place",))
        name = None if known.place else place_in(phrase, preposition)
        return self.place(name) if name else known

    def place(self, name: str) -> Thing:
        """Give the place of a name: a known one, or else the thing of that name."""
        if found := self._names.find(name, ("place",)):
            return Thing(found.entity.id, found.entity.name, found.entity.id, found.entity.name)
        thing, words = self._minter.named("thing", _plain(name)), _plain_words(name)
        return Thing(thing, words, thing, words)

    def _actor_of(self, subject: Phrase | None) -> Phrase | None:
        """Give the actor that an action is named after, since what its action does it does: "an Orsk army raid"."""
        words = subject.text.split() if subject else []
        if subject is None or len(words) < 2 or not self._patterns.is_action(words[-1].lower()):
            return None
        actor = _plain_words(" ".join(words[:-1])).removesuffix("'s").removesuffix("’s")
        found = self._names.find(actor, ("agent",), loose=False)
        return Phrase(text=actor, head=actor, named=True) if found else None

    def _find(self, phrase: Phrase, types: Sequence[str]) -> Match | None:
        if is_some_of(phrase.text):
            return None
        for name in filter(None, (phrase.antecedent, phrase.text, phrase.head if phrase.named else None)):
            if found := self._names.find(name, types):
                return found
        return None

    def _thing(self, phrase: Phrase | None, types: Sequence[str]) -> Thing:
        if phrase is None:
            return Thing(self._minter.named("thing", UNSTATED), SOMEONE)
        if match := self._find(phrase, types):
            entity = match.entity
            at = entity.id if entity.type == "place" else None
            return Thing(entity.id, entity.name, at, entity.name)
        name = phrase.antecedent or phrase.text
        inside = self._names.within(phrase.text, ("place",))
        place = inside.entity if inside else None
        return Thing(
            self._minter.named("thing", _plain(name)),
            _plain_words(name),
            place.id if place else None,
            place.name if place else "",
        )


def _only_counts(phrase: Phrase, quantity: Quantity | None) -> bool:
    """Whether a phrase says only how many: "six", "the death toll", "the dead"."""
    if quantity is None:
        return False
    return phrase.head.lower() in COUNTS or quantity.text == phrase.text or phrase.text.endswith(" dead")


def _uncounted(phrase: Phrase | None, quantity: Quantity) -> Phrase | None:
    """Give a phrase without the amount that the claim keeps as its quantity: "fighters" of "20 fighters"."""
    if phrase is None:
        return None
    before, found, rest = phrase.text.partition(quantity.text)
    if not found and quantity.unit.startswith("share of"):
        before, found, rest = phrase.text.partition(" of ")
        counts = any(each.strip('"”').lower().rstrip("s") in quantity.text.lower() for each in before.split()[-1:])
        found = found if counts else ""
    rest = rest.strip(' "”').removeprefix("of ").strip()
    if not found or not rest:
        return phrase
    if quantity.unit.startswith("share of"):
        return replace(phrase, text=rest, head=rest, named=any(word[:1].isupper() for word in rest.split()))
    if measured := re.fullmatch(
        r"(.*\w)\s+(?:of|for)\s+", before
    ):  # "a convoy of eleven lorries", "a truce of 72 hours"
        rest = measured[1] if quantity.code else f"{measured[1]} of {rest}"
    return replace(phrase, text=rest)


def _plain(name: str) -> str:
    """Give a phrase without what does not tell things apart: determiners, and "city" beside a name."""
    words = normalise(sided(_plain_words(name))).split()
    if any(word[:1].isupper() for word in _plain_words(name).split()) and not is_some_of(name):
        words = [word for word in words if word not in PLACE_WORDS] or words
    words = [word for word in words if word not in {"the", "a", "an"}]
    return " ".join(words[1:] if words[:1] == ["of"] else words) or name


def _plain_words(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words = words[1:]
    return " ".join(words)
