"""The extractor: from a document to all that was said in it, by whom, through whom, when and how."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.dates import PartialDate
from kg.extract import grammar, pipeline, stance
from kg.extract._phrases import phrase
from kg.extract.answers import answered
from kg.extract.chains import Chains
from kg.extract.corrections import put_right
from kg.extract.cues import Lexicon
from kg.extract.days import Days
from kg.extract.drafts import Draft, drafts_of
from kg.extract.joined import apart
from kg.extract.layout import Layout, lay_out
from kg.extract.lineages import Lineages
from kg.extract.names import Names, same_name
from kg.extract.narration import CONTINUED, continuations, narrated_sentences
from kg.extract.problems import problems_of, why_unread
from kg.extract.propositions import propositions_of
from kg.extract.quotes import find_quotes
from kg.extract.speakers import Speakers
from kg.extract.text import Range, Text
from kg.extract.tokens import Parse, Token, parse_of
from kg.model import (
    AgentKind,
    Attribution,
    Cue,
    Document,
    Mention,
    Problem,
    Proposition,
    Reading,
    Stance,
)

NAME = "kg-rules/1"

THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})

Parser = Callable[[str, Layout], tuple[Text, list[Problem]]]


class Extractor:
    """Finds every attributed statement of English reporting prose by rules over a dependency parse."""

    def __init__(self, cues: Sequence[Cue], nlp: str | None = None) -> None:
        self._lexicon = Lexicon(tuple(cues))
        self._nlp = pipeline.load(nlp)
        self.version = f"{NAME}+{pipeline.version_of(self._nlp)}"

    def read(self, document: Document) -> Reading:
        """Read one document; what cannot be read is named in the problems of the reading."""
        return read_with(self._parse, document, self._lexicon)

    def read_claim(self, claim: str, day: PartialDate | None = None) -> tuple[Proposition, ...]:
        """Read a claim or question in words as propositions; a day without a year is the last before `day`."""
        tokens = parse_of(self._nlp(claim))
        return propositions_of([token for token in tokens if not token.is_space], published=day, antecedent=_nobody)

    def _parse(self, content: str, layout: Layout) -> tuple[Text, list[Problem]]:
        return mark(content, layout, pipeline.parse(self._nlp, content, layout))


def read_with(parse: Parser, document: Document, lexicon: Lexicon) -> Reading:
    """Read a document whose text `parse` lays beside its parse: an extractor's, or one that another pipeline made."""
    reason = why_unread(document.text)
    if reason:
        return Reading(document=document, problems=(Problem(message=reason),))
    text, problems = parse(document.text, lay_out(document.text))
    return _Reader(document, text, lexicon).read(problems)


def mark(content: str, layout: Layout, parse: Parse) -> tuple[Text, list[Problem]]:
    """Lay a parse, the layout and the quotation marks of a text side by side."""
    quotes, problems = find_quotes(content, layout.paragraphs)
    return Text(parse, layout, quotes), [*problems, *problems_of(content, layout.paragraphs)]


def _nobody(_: Token) -> str | None:
    return None


class _Reader:
    """Reads one parsed document."""

    def __init__(self, document: Document, text: Text, lexicon: Lexicon) -> None:
        self.document, self.text, self.lexicon = document, text, lexicon
        self.credits = tuple(each for each in text.layout.credits if not same_name(each.name, document.publisher))
        outlets = [each.name for each in self.credits] + ([document.publisher] if document.publisher else [])
        self.names = Names(text.doc, outlets)
        self.speakers = Speakers(text, self.names)
        chains = Chains(text, self.names, self.speakers)
        self.lineages = Lineages(self.speakers, chains, document.publisher, self.credits)
        self.said: dict[int, Attribution] = {}  # by draft number
        self.told: list[tuple[Draft, Attribution]] = []  # in the order of reading
        self.drafts = sorted(apart(text, self.names, drafts_of(text, lexicon)), key=_reading_order)
        self.days = Days(text, document.published)

    def read(self, problems: Sequence[Problem]) -> Reading:
        attributed = [self._attribution(draft) for draft in self.drafts]
        rest = list(narrated_sentences(self.text, self.drafts))
        spoken = [(draft, each.speaker) for draft, each in zip(self.drafts, attributed, strict=True)]
        going_on = continuations(rest, spoken)
        narrated = [
            self._continued(part, attributed[going_on[part]]) if part in going_on else self._narrated(part)
            for part in rest
        ]
        found = sorted([*attributed, *narrated], key=lambda each: (each.content[0], each.cue))
        return Reading(
            document=self.document, attributions=tuple(found), credits=self.credits, problems=tuple(problems)
        )

    def _attribution(self, draft: Draft) -> Attribution:
        outer = self.said.get(id(draft.outer)) if draft.outer else None
        speaker, via = self.lineages.of(draft, outer)
        propositions = answered(self.text, draft, speaker, self.told)
        propositions = propositions or self._propositions(self._told(draft), speaker, self._doer(draft, speaker))
        if stance.to_come(draft):
            propositions = tuple(replace(each, realized=False) for each in propositions)
        day, basis = self.days.said_on(draft, speaker)
        found = Attribution(
            source=self.text.spans([draft.source.part]) if draft.source else (),
            cue=self.text.spans([(draft.match.first, draft.match.last + 1)]),
            content=self.text.spans(draft.content),
            speaker=speaker,
            via=via,
            stance=stance.stance(self.text, draft),
            affirms=stance.affirms(self.text, draft, propositions),
            certainty=stance.certainty(self.text, draft, propositions),
            realized=stance.realized(propositions),
            distanced=stance.distanced(self.text, draft),
            quotation=stance.quotation(self.text, draft),
            said_on=day,
            said_on_basis=basis,
            confidence=self._confidence(draft, speaker),
            propositions=propositions,
        )
        self.said[id(draft)] = found
        self.told.append((draft, found))
        return found

    # what

    def _told(self, draft: Draft) -> list[Token]:
        """Give the words of a content without what it denies in its turn: "She rejected the report, she said".

        A denial ends where a colon opens the words put against it: "denied the raid: no one had left".
        """
        content = self.text.tokens(draft.content)
        if draft.match.cue.stance is Stance.DENIES:
            return list(takewhile(lambda token: token.text != ":" or self.text.quote_at[token.i] >= 0, content))
        own = draft.own
        if own is None or own.match.cue.stance is not Stance.DENIES or grammar.is_to_come(own.match.head):
            return content
        denied = {token.i for token in self._told(own)}
        return [token for token in content if token.i not in denied]

    def _propositions(
        self, content: Sequence[Token], speaker: Mention | None, doer: str | None = None
    ) -> tuple[Proposition, ...]:
        antecedent = self._antecedent(speaker)
        return propositions_of(content, published=self.document.published, antecedent=antecedent, doer=doer)

    def _doer(self, draft: Draft, speaker: Mention | None) -> str | None:
        """Give who does what an infinitive after a cue says: who vows or refuses, or is said to have done it."""
        verb = draft.match.head
        subject = grammar.subject_of(verb) if grammar.is_passive(verb) else None
        if subject is not None:
            return self._antecedent(speaker)(subject) or phrase(subject, self._antecedent(speaker)).text
        asked = draft.match.cue.stance is Stance.ASKS and grammar.open_clause_of(verb) is None
        return speaker.name if speaker is not None and not asked else None

    def _antecedent(self, speaker: Mention | None) -> Callable[[Token], str | None]:
        """Give what a pronoun inside a content stands for: most often the speaker itself."""

        def name_of(token: Token) -> str | None:
            if speaker is None or token.pos_ not in {"PRON", "DET"}:
                return None
            person = speaker.kind is AgentKind.PERSON
            if self.text.quote_at[token.i] >= 0 and token.lower_ in THIRD:
                return None  # who speaks of itself in its own words says "I" and "we"
            if token.lower_ in {"we", "our", "us", "i", "my", "me"}:
                return (speaker.organization or speaker.name) if token.lower_ in {"we", "our", "us"} else speaker.name
            if token.lower_ in {"he", "she", "his", "her", "him"}:
                return speaker.name if person else None
            return speaker.name if token.lower_ in {"it", "its", "they", "their", "them"} and not person else None

        return name_of

    def _confidence(self, draft: Draft, speaker: Mention | None) -> float:
        """Grade an attribution by how it was found."""
        grade = min(draft.confidence, 0.95 if draft.match.cue.part_of_speech != "noun" else 0.7)
        if draft.source is None or speaker is None:
            grade -= 0.3
        elif draft.source.borrowed:
            grade -= 0.05
        if draft.outer is not None:
            grade -= 0.1
        return round(grade, 2)

    # the rest

    def _narrated(self, part: Range) -> Attribution:
        day, basis = self.days.published()
        publisher = Mention(name=self.document.publisher, kind=AgentKind.OUTLET) if self.document.publisher else None
        propositions = put_right(self.text, part, self._propositions(self.text.tokens([part]), None), self.told)
        return Attribution(
            source=(),
            cue=(),
            content=self.text.spans([part]),
            speaker=publisher,
            via=self.lineages.links(publisher, ()),
            stance=Stance.DOUBTS if stance.leaves_open(self.text.tokens([part])) else Stance.ASSERTS,
            affirms=not propositions or any(each.affirms for each in propositions),
            realized=stance.realized(propositions),
            said_on=day,
            said_on_basis=basis,
            narrated=True,
            propositions=propositions,
        )

    def _continued(self, part: Range, before: Attribution) -> Attribution:
        """Lay a sentence to the speaker of the statement it goes on with."""
        propositions = self._propositions(self.text.tokens([part]), before.speaker)
        return replace(
            before,
            source=(),
            cue=(),
            content=self.text.spans([part]),
            stance=Stance.ASSERTS,
            affirms=not propositions or any(each.affirms for each in propositions),
            realized=stance.realized(propositions),
            distanced=False,
            confidence=CONTINUED,
            propositions=propositions,
        )


def _reading_order(draft: Draft) -> tuple[int, int]:
    """Outer attributions before those within them, else in the order of the text."""
    return (min(draft.first, draft.match.first), -draft.content[-1][1])
