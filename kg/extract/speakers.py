"""Follows who speaks through a document: pronouns, surnames and descriptions to the fullest name."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract import grammar, words
from kg.extract.kinds import FOLLOWING
from kg.extract.mentions import Description, describe
from kg.extract.names import Name, Names, same_name, words_of
from kg.extract.phrases import Source
from kg.extract.spoken import MANY, Spoken, fits_noun, may_be, member_of
from kg.extract.text import Text
from kg.extract.tokens import Token
from kg.model import AgentKind, Mention

_ANY_BODY = frozenset({"group", "organization", "organisation", "movement"})  # whatever adjective stands before
_COMPANIES = frozenset({"company", "firm"})  # as which a bare name may go on
_NEAR = 6  # paragraphs back in which a pronoun still finds its speaker
_SENTENCES = 3  # back in which "his" may mean another
_BODIES = frozenset({AgentKind.ORGANIZATION, AgentKind.OUTLET})


@dataclass(slots=True)
class Speakers:
    """The speakers of one document so far; ask for sources in the order of the text."""

    text: Text
    names: Names
    history: list[Spoken] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)  # "he" or "she" by name, where the text tells

    def resolve(self, source: Source) -> Mention | None:
        """Give the fullest mention of a source, None where the text leaves open whom it means."""
        found = describe(self.text, self.names, source.head, source.part)
        mention = self._resolve(found, source.head)
        if mention is not None:
            self.history.append(Spoken(source.head.i, mention, found.noun))
            self._learn_gender(mention, found.pronoun)
        return mention

    def _learn_gender(self, mention: Mention, pronoun: str | None) -> None:
        """Keep whether a speaker is a woman or a man, as a pronoun or its role has told."""
        role = set(words_of(mention.role or ""))
        told = pronoun if pronoun in {"he", "she"} else None
        told = told or ("she" if role & words.FEMALE else "he" if role & words.MALE else None)
        if told:
            self.genders.setdefault(mention.name, told)

    def _resolve(self, found: Description, head: Token) -> Mention | None:
        if found.pronoun:
            return self._of_pronoun(found.pronoun, head)
        mention = self._of_known_body(self._with_owner(found, head), head)
        if found.noun is None:
            return self._fullest(mention, head.i)
        if found.noun.removesuffix("s") in words.STATEMENT_NOUNS:
            return self._of_document(found, mention, head)
        if found.definite and found.owner is None:
            return self._described_before(found, head) or mention
        return self._named_later(found.noun, mention, head) or mention

    def _named_later(self, noun: str, mention: Mention, head: Token) -> Mention | None:
        """Find the name of "a spokesman" in "the spokesman, Ann Lee, added" further down."""
        if mention.kind is not AgentKind.PERSON or noun not in words.ROLES:
            return None
        doc = self.text.doc
        for name in self.names.found:
            described = (
                name.opens - 3 > head.i
                and doc[name.opens - 1].text == ","
                and doc[min(name.end, len(doc) - 1)].text == ","
            )
            if described and doc[name.opens - 2].lower_ == noun and doc[name.opens - 3].lower_ == "the":
                spans = self.text.spans([(name.first, name.end)])
                return self._fullest(replace(mention, name=name.text, named=True, spans=spans), name.first)
        return None

    def _of_pronoun(self, pronoun: str, head: Token) -> Mention | None:
        if pronoun in words.RELATIVES:
            return self._of_relative(head)
        if pronoun in {"he", "she"}:
            return self._latest(frozenset({AgentKind.PERSON}), head, gender=pronoun)
        if pronoun == "they":
            return self._latest(MANY, head)
        return self._latest(_BODIES, head) if pronoun == "it" else None

    def _of_relative(self, head: Token) -> Mention | None:
        noun = next((each for each in head.ancestors if each.dep_ in grammar.RELATIVE), None)
        target = noun.head if noun is not None else None
        if target is None or target.i >= head.i:
            target = next(
                (each for each in reversed(self.text.doc[max(0, head.i - 3) : head.i]) if each.is_alpha), None
            )
        if target is None or target.pos_ not in {"NOUN", "PROPN"}:
            return None
        first = target.left_edge.i
        while first < target.i and self.text.doc[first].pos_ in {"ADP", "CCONJ"}:
            first += 1
        part = (first, max(target.i + 1, min(target.right_edge.i + 1, head.i)))
        found = describe(self.text, self.names, target, part)
        whole = member_of(target, head)
        if whole is not None and (head.lower_ != "who" or found.mention.kind in _BODIES):
            part = (whole.left_edge.i, part[1])
            found, target = describe(self.text, self.names, whole, part), whole
        return self._resolve(found, target)

    def _latest(self, kinds: frozenset[AgentKind], head: Token, gender: str | None = None) -> Mention | None:
        """Give the last speaker of a kind, or a nearer subject of that kind, within reach.

        A speaker of unknown kind may be of it, but one of that kind in the same paragraph or the one before is surer.
        """

        def fits(mention: Mention) -> bool:
            return gender is None or self.genders.get(mention.name, gender) == gender

        before = [each for each in reversed(self.history) if each.at < head.i and fits(each.mention)]
        spoken = next((each for each in before if each.mention.kind in kinds), None)
        perhaps = next((each for each in before if may_be(each.mention, kinds)), None)
        told = spoken is not None and (spoken.mention.named or not self._is_last(perhaps, head))
        if perhaps is not None and (spoken is None or not told or self._paragraphs_between(spoken, head) > 1):
            spoken = perhaps
        subject = next((each for each in self._subjects_before(head, kinds) if fits(each.mention)), None)
        if subject is not None and (spoken is None or subject.at > spoken.at):
            spoken = subject
        return spoken.mention if spoken is not None and self._paragraphs_between(spoken, head) <= _NEAR else None

    def _is_last(self, spoken: Spoken | None, head: Token) -> bool:
        """Whether somebody spoke in the sentence right before a token."""
        return spoken is not None and self.text.sentence_at[head.i] - self.text.sentence_at[spoken.at] <= 2

    def _paragraphs_between(self, spoken: Spoken, head: Token) -> int:
        return self.text.paragraph_at[head.i] - self.text.paragraph_at[spoken.at]

    def _subjects_before(self, head: Token, kinds: frozenset[AgentKind]) -> Iterator[Spoken]:
        """Yield named subjects of a kind before a pronoun, the nearest first, from this and the last two sentences."""
        number = self.text.sentence_at[head.i]
        first = self.text.sentences[max(0, number - 2)][0]
        for name in reversed(self.names.within(first, head.i)):
            kind = self._kind_of(name)
            if name.end > head.i or name.first < first or kind not in kinds or not self._sure(name):
                continue
            token = self.text.doc[name.end - 1]
            end = name.end + any(each.lower_ in FOLLOWING for each in self.text.doc[name.end : name.end + 1])
            subject = any(each.dep_ in grammar.SUBJECT for each in self.text.doc[name.first : end])
            subject = subject or self._opens_sentence(name)
            if subject and self.text.quote_at[token.i] < 0:
                mention = Mention(name=name.text, kind=kind, role=name.title or None)
                yield Spoken(name.first, self._fullest(mention, name.first))

    def _is_topic(self, name: Name) -> bool:
        """Whether a surname alone opens its paragraph as what the main clause is about."""
        token = self.text.doc[name.end - 1]
        opens = name.opens == 0 or self.text.paragraph_at[name.opens - 1] != self.text.paragraph_at[name.opens]
        return opens and token.dep_ in grammar.SUBJECT and token.head.dep_ in grammar.ROOT

    def _kind_of(self, name: Name) -> AgentKind:
        """Give the kind of a name, that of the full name for a surname alone."""
        full = self.names.fullest(name.text, name.first) if name.kind is AgentKind.UNKNOWN else None
        return full.kind if full is not None else name.kind

    def _opens_sentence(self, name: Name) -> bool:
        """Whether nothing but "But" stands before a name in its sentence: it is what the sentence is about."""
        first, _ = self.text.sentence_of(self.text.doc[name.first])
        return name.opens - first == (self.text.doc[first].pos_ == "CCONJ")

    def _sure(self, name: Name) -> bool:
        """Whether a name is surely of its kind: a person's has a title, two words, or was heard to speak."""
        if name.kind not in {AgentKind.PERSON, AgentKind.UNKNOWN} or name.title or len(name.key) > 1:
            return True
        if self._is_topic(name):
            return True
        return any(same_name(spoken.mention.name, name.text) for spoken in self.history)

    def _fullest(self, mention: Mention, at: int) -> Mention:
        """Give a named mention its fullest name, and the role and organisation it had where it was introduced."""
        name = self.names.fullest(mention.name, at, mention.kind)
        full = mention
        if name is not None and len(name.key) >= len(mention.name.split()):
            kind = mention.kind if mention.kind is AgentKind.PERSON else name.kind
            full = replace(
                mention,
                name=name.text,
                kind=mention.kind if kind is AgentKind.UNKNOWN else kind,
                role=mention.role or name.title or None,
                spans=self.text.spans([(name.first, name.end)]),
            )
        for spoken in self.history:
            if same_name(spoken.mention.name, full.name):
                known = spoken.mention
                kind = full.kind if full.kind is not AgentKind.UNKNOWN else known.kind
                role = known.role if known.role and len(known.role) >= len(full.role or "") else full.role
                return replace(full, kind=kind, role=role, organization=full.organization or known.organization)
        return full

    def _with_owner(self, found: Description, head: Token) -> Mention:
        """Add whose it is: "the group's agency", "its website", with the pronoun resolved."""
        if found.owner is None:
            return found.mention
        owner = self.owner_of(found.owner, head)
        if owner is None:
            return found.mention
        named = found.mention.organization and not found.mention.organization.islower()
        return found.mention if named else replace(found.mention, organization=owner.name)

    def _of_known_body(self, mention: Mention, head: Token) -> Mention:
        """Give "the agency" of "a spokesman for the agency" its name."""
        noun = mention.organization or ""
        if noun not in words.ORGANIZATIONS:
            return mention
        name = self._name_called(noun, head)
        body = (
            self._latest(frozenset({AgentKind.ORGANIZATION}), head) if name is None and noun in words.BODIES else None
        )
        return replace(mention, organization=name.text if name else body.name if body else noun)

    def owner_of(self, owner: Token, head: Token) -> Mention | None:
        """Give the one that a possessive word stands for."""
        if owner.tag_ == "PRP$":
            if owner.lower_ in {"his", "her"}:
                return self._only_person(owner)
            return self._latest(MANY | _BODIES, owner)
        part = (owner.left_edge.i, owner.i + 1)
        return self._resolve(describe(self.text, self.names, owner, part), owner) if owner.i != head.i else None

    def _only_person(self, owner: Token) -> Mention | None:
        """Give whom "his" or "her" means where no two persons may be meant: who spoke, and who was spoken of."""
        gender = "he" if owner.lower_ == "his" else "she"
        persons = frozenset({AgentKind.PERSON})
        found = self._latest(persons, owner, gender)
        if found is None or self.genders.get(found.name) == gender:
            return found
        others = (
            each.mention
            for each in self.history
            if self.text.sentence_at[owner.i] - self.text.sentence_at[each.at] <= _SENTENCES
        )
        spoken_of = (each.mention for each in self._subjects_before(owner, persons))
        rivals = {each.name for each in (*others, *spoken_of) if each.kind is AgentKind.PERSON and each.named}
        return found if rivals <= {found.name} else None

    def _of_document(self, found: Description, mention: Mention, head: Token) -> Mention | None:
        """Give whoever stands behind "the statement", "an army statement", "a report by the council"."""
        author = next((n for p, n in grammar.obliques_of(head) if p in {"by", "from", "of"}), None)
        if author is not None:
            part = (author.left_edge.i, author.right_edge.i + 1)
            while part[0] < author.i and self.text.doc[part[0]].pos_ == "ADP":
                part = (part[0] + 1, part[1])
            return self._resolve(describe(self.text, self.names, author, part), author)
        if found.owner is not None:
            return self.owner_of(found.owner, head)
        before = [
            each
            for each in self.text.doc[head.left_edge.i : head.i]
            if each.pos_ in {"NOUN", "PROPN"} or each.lower_ in words.ORGANIZATIONS
        ]
        if before and found.noun == "statement":
            part = (before[0].i, head.i)
            return self._resolve(describe(self.text, self.names, before[-1], part), before[-1])
        if found.noun == "statement":
            return self._latest(_BODIES, head) or mention
        return mention

    def _described_before(self, found: Description, head: Token) -> Mention | None:
        """Find whom "the spokesman", "the ministry" or "the group" means among speakers and names so far."""
        noun = found.noun or ""
        full = set(words_of(found.mention.name.casefold().replace(noun, ""))) - {"of", "for", "in", "at"}
        for spoken in reversed(self.history):
            known = words_of(" ".join(filter(None, [spoken.mention.role, spoken.mention.organization])))
            if spoken.at < head.i and fits_noun(noun, spoken) and full <= {*known, *words_of(spoken.mention.name)}:
                return spoken.mention
        if len(found.mention.name.split()) == 1 and (name := self._name_called(noun, head)):
            mention = Mention(name=name.text, kind=name.kind, spans=self.text.spans([(name.first, name.end)]))
            return self._fullest(mention, name.first)
        generic = noun in words.BODIES and (noun in _ANY_BODY or len(found.mention.name.split()) == 1)
        body = self._latest(frozenset({AgentKind.ORGANIZATION}), head) if generic else None
        return body if body is not None and self._may_be_called(noun, body, head) else None

    def _may_be_called(self, noun: str, body: Mention, head: Token) -> bool:
        """Whether a body may be meant by a noun: none that the sentence sets against it or that is called another."""
        here = self.text.sentence_at[head.i]
        apart = any(self.text.sentence_at[each.at] == here and each.mention.name == body.name for each in self.history)
        names = (each for each in self.names.found if same_name(each.text, body.name))
        called = {each for name in names for each in self.names.nouns[name.key]} & words.ORGANIZATIONS
        unlike = noun not in _COMPANIES and not body.name.isupper()
        return not apart and (noun in _ANY_BODY or noun in called or not (called or unlike))

    def _name_called(self, noun: str, head: Token) -> Name | None:
        """Find the last name so far that ends on a noun or that the text says to be one: "Red Barn, a charity"."""
        if noun not in words.ORGANIZATIONS | words.ROLES:
            return None
        names = reversed(self.names.within(0, head.i))
        return next(
            (n for n in names if n.end <= head.i and (n.key[-1:] == (noun,) or noun in self.names.nouns[n.key])), None
        )
