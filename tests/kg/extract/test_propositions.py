"""From a parse to propositions: the cases of tests/cases/propositions, and what holds for every parse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from kg.dates import PartialDate
from kg.extract import Extractor
from kg.extract.propositions import propositions_of
from kg.extract.tokens import Parse, Token, parse_of
from kg.model import Certainty, Document, Iri, Phrase, Proposition

CASES = Path(__file__).parents[2] / "cases" / "propositions" / "sentences.conllu"
PUBLISHED = PartialDate("2016-11-17")
VOCAB = spacy.blank("en").vocab  # knows the lower case of words


def read_cases() -> list[tuple[str, list[str]]]:
    """Give the text and the lines of each sentence of the case file."""
    blocks = [block.splitlines() for block in CASES.read_text(encoding="utf-8").strip().split("\n\n")]
    return [(block[0].removeprefix("# text = "), block) for block in blocks if block[0].startswith("# text = ")]


SENTENCES = read_cases()
READINGS = [json.loads(line) for line in CASES.with_name("readings.jsonl").read_text(encoding="utf-8").splitlines()]


def parsed(lines: list[str]) -> Parse:
    """Build the document that the lines of a case describe."""
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    heads = [int(row[6]) - 1 if row[6] != "0" else number for number, row in enumerate(rows)]
    doc = Doc(
        VOCAB,
        words=[row[1] for row in rows],
        spaces=[row[9] == "_" for row in rows],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        morphs=[row[5] if row[5] != "_" else "" for row in rows],
        heads=heads,
        deps=[row[7] for row in rows],
    )
    return parse_of(doc)


def nobody(_: Token) -> str | None:
    """Know no antecedent."""
    return None


def read(lines: list[str], antecedent: Callable[[Token], str | None] = nobody) -> tuple[Proposition, ...]:
    """Read the propositions of a case."""
    return propositions_of(list(parsed(lines)), published=PUBLISHED, antecedent=antecedent)


def written(proposition: Proposition) -> dict[str, Any]:
    """Write a proposition as the cases do, without what is usual."""

    def text(phrase: Phrase | None) -> str | None:
        return phrase.text if phrase else None

    quantity, period = proposition.quantity, proposition.period
    every = {
        "predicate": proposition.predicate,
        "subject": text(proposition.subject),
        "object": text(proposition.object),
        "obliques": [[preposition, phrase.text] for preposition, phrase in proposition.obliques],
        "quantity": [quantity.low, quantity.high, quantity.unit] if quantity else None,
        "period": [str(end) if end else None for end in (period.start, period.end)] if period else None,
        "certainty": None if proposition.certainty is Certainty.CERTAIN else proposition.certainty.value,
    }
    kept = {name: value for name, value in every.items() if value}
    truths = {"affirms": proposition.affirms, "realized": proposition.realized}
    return kept | {name: value for name, value in truths.items() if not value}


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_says_what_it_says(sentence: str, lines: list[str]) -> None:
    """Every clause and every member of a list is one proposition, in the active voice, with its scope."""
    expected = [json.loads(line.removeprefix("# proposition = ")) for line in lines if line.startswith("# prop")]
    assert [written(each) for each in read(lines)] == expected


@pytest.mark.parametrize(("sentence", "lines"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_proposition_can_be_read(sentence: str, lines: list[str]) -> None:
    """The text of a proposition is a sentence of the document's own words."""
    expected = [line.removeprefix("# reads = ") for line in lines if line.startswith("# reads = ")]
    assert not expected or [" | ".join(each.text for each in read(lines))] == expected


@pytest.mark.parametrize("case", READINGS, ids=[case["why"] for case in READINGS])
def test_a_text_says_what_it_says(case: dict[str, Any], extractor: Extractor) -> None:
    """The words of news are read as meant, whatever the shipped parser makes of them."""
    document = Document(
        id=Iri("case"), text=case["text"], publisher="Northern Post", published=PartialDate("2024-03-07")
    )
    found = extractor.read(document).attributions
    assert [written(each) for attribution in found for each in attribution.propositions] == case["propositions"]


def test_phrases_quote_the_document() -> None:
    """The span of a phrase covers its text."""
    for _, lines in SENTENCES:
        doc = parsed(lines)
        for proposition in read(lines):
            phrases = [proposition.subject, proposition.object, *(phrase for _, phrase in proposition.obliques)]
            for phrase in filter(None, phrases):
                assert phrase.span is not None
                assert doc.text[phrase.span.start : phrase.span.end].strip(" ,;:") == phrase.text


def test_an_antecedent_is_kept_beside_the_pronoun() -> None:
    """What a pronoun stands for does not replace it."""
    lines = next(lines for sentence, lines in SENTENCES if sentence.startswith("The army did not enter"))
    found = read(lines, lambda token: "Northern Army" if token.text == "army" else None)
    assert found[0].subject is not None
    assert (found[0].subject.text, found[0].subject.antecedent) == ("The army", "Northern Army")


def test_no_parse_stops_the_reading() -> None:
    """A parse in which every word hangs on its neighbour still gives an answer."""
    for _, lines in SENTENCES:
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        for dep in ("conj", "nmod", "xcomp", "nsubj", "acl", "obl", "ccomp"):
            broken = ["\t".join([*row[:6], str(max(number, 1)), dep, *row[8:]]) for number, row in enumerate(rows)]
            broken[0] = "\t".join([*rows[0][:6], "0", "ROOT", *rows[0][8:]])
            assert isinstance(read(broken), tuple)
