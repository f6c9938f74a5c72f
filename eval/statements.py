"""Measures extracted statements against the gold statements of a news event.

A gold statement is one claim of one speaker in one article, told in the annotator's words. It is compared with the
contents found in the same article. **Overlap** is the share of the gold's words that the content has: those of its
subject, relation and object, or those of its gist, whichever is more. Only words that the article has are counted,
rare ones of the article more, beginnings of words for words. A gold statement is *found* in the content of most
overlap, at least `ENOUGH`; among contents that overlap enough, one with the right speaker is preferred. A content may
carry several gold statements, as it may make several claims; a gold statement is found once.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from agents import Agents, stem, words_of

ENOUGH = 0.5
STANCES = {"deny": "denies"}  # the others take an "s"
LINKS = {"has", "have", "had", "was", "were", "are", "been", "that", "this", "with", "from", "its", "his", "her"}
LINKS |= {"their", "they", "who", "which", "not", "will"}
SENTENCE = re.compile(r"[^.!?\n]+")
Row = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """A gold statement with what was found for it, if anything."""

    article: str
    gold: Row
    ours: Row | None
    right_speaker: bool = False

    @property
    def own(self) -> bool:
        """Whether the gold statement is the carrier's own."""
        return bool(self.gold["speaker"] == self.gold["carrier"])


@dataclass(frozen=True)
class Matched:
    """All gold statements of an event with what was found, and ours that are none of them."""

    pairs: Sequence[Pair]
    ours: int
    surplus: Sequence[tuple[str, Row]]


def match(gold: Sequence[Row], lines: Sequence[Row], agents: Agents) -> Matched:
    """Match gold articles with the lines of `kg extract --with-text`."""
    by_id = {line["id"]: line for line in lines}
    pairs: list[Pair] = []
    surplus: list[tuple[str, Row]] = []
    told = 0
    for article in gold:
        line = by_id[article["id"]]
        ours = [*line["attributions"], *(each | {"narrated": True} for each in line["narrated"])]
        overlaps = overlaps_of(article["statements"], ours, line["text"])
        best = [best_of(agents, each, ours, row) for each, row in zip(article["statements"], overlaps, strict=True)]
        pairs += [Pair(article["id"], each, *found) for each, found in zip(article["statements"], best, strict=True)]
        columns = list(zip(*overlaps, strict=True)) if overlaps else [()] * len(ours)
        met = [any(each >= ENOUGH for each in column) for column in columns]
        told += len(line["attributions"])
        surplus += [
            (article["id"], each) for each, is_met in zip(line["attributions"], met, strict=False) if not is_met
        ]
    return Matched(pairs, told, surplus)


def best_of(agents: Agents, gold: Row, ours: Sequence[Row], overlaps: Sequence[float]) -> tuple[Row | None, bool]:
    """Choose what a gold statement was found in, and say whether its speaker is right."""
    enough = [
        (agents.speaks(gold, each), overlap, -number)
        for number, (each, overlap) in enumerate(zip(ours, overlaps, strict=True))
        if overlap >= ENOUGH
    ]
    if not enough:
        return None, False
    right, _, number = max(enough)
    return ours[-number], right


def overlaps_of(gold: Sequence[Row], ours: Sequence[Row], text: str) -> list[list[float]]:
    """Give for each gold statement its overlap with each of ours."""
    sentences = [stems_of(each) for each in SENTENCE.findall(text)]
    seen = Counter(word for sentence in sentences for word in sentence)
    weights = {word: math.log(1 + len(sentences) / count) for word, count in seen.items()}
    contents = [stems_of(" ".join(text[first:end] for first, end in each["content"])) for each in ours]
    return [[max(share(words, content, weights) for words in told(each)) for content in contents] for each in gold]


def told(gold: Row) -> Iterator[set[str]]:
    """Yield the words of what a gold statement claims, as a triple and as its gist without who says it."""
    quantity = gold["quantity"]
    number = {f"{quantity['value']:g}"} if quantity and quantity["value"] >= 10 else set()
    yield stems_of(" ".join(gold[field] or "" for field in ("subject", "relation", "object"))) | number
    if gold.get("gist"):
        yield (stems_of(gold["gist"]) | number) - (stems_of(gold["speaker"]) - stems_of(gold["subject"]))


def stems_of(words: str) -> set[str]:
    """Give the beginnings of the words of a text that are no mere links, and its numbers.

    >>> sorted(stems_of("About 1,200 people fled the town."))
    ['1200', 'abou', 'fled', 'peop', 'town']
    """
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", words)
    return {stem(word) for word in words_of(plain) if len(word) > 2 or word.isdigit()} - LINKS


def share(wanted: set[str], given: set[str], weights: dict[str, float]) -> float:
    """Give the weighted share of wanted words that are given."""
    whole = sum(weights.get(word, 0.0) for word in wanted)
    return sum(weights.get(word, 0.0) for word in wanted & given) / whole if whole else 0.0


def right_chain(agents: Agents, gold: Row, ours: Row) -> bool:
    """Whether the chains are the same; "A / B" and "A, B" of the gold stand for either or both."""
    wanted = [re.split(r" / |, ", each) for each in gold["via"]]
    given = ours["via"]
    if len(wanted) == 1 and len(wanted[0]) > 1:
        return bool(given) and all(any(agents.same(each, name) for each in wanted[0]) for name in given)
    return len(wanted) == len(given) and all(
        any(agents.same(each, name) for each in names) for names, name in zip(wanted, given, strict=True)
    )


def right_stance(gold: Row, ours: Row) -> bool:
    """Whether the stances are the same."""
    return bool(STANCES.get(gold["stance"], gold["stance"] + "s") == ours["stance"])


def right_polarity(gold: Row, ours: Row) -> bool:
    """Whether both affirm, or both deny."""
    return bool(gold["negated"] != ours["affirms"])


def right_quantity(gold: Row, ours: Row) -> bool:
    """Whether one of our claims has the number of the gold, with its operator."""
    value, operator = gold["quantity"]["value"], gold["quantity"]["op"]
    return any(_holds(each["quantity"], value, operator) for each in ours["claims"] if each["quantity"])


def _holds(quantity: Row, value: float, operator: str) -> bool:
    low, high = quantity["low"], quantity["high"]
    near = [bound is not None and math.isclose(bound, value, rel_tol=0.01) for bound in (low, high)]
    if operator in {">", ">="}:
        return near[0] and high is None
    if operator in {"<", "<="}:
        return near[1] and low is None
    if operator == "=":
        return all(near)
    return low is not None and high is not None and low <= value <= high


def figures(found: Matched, agents: Agents) -> Iterator[tuple[str, float, int]]:
    """Yield the name, share and base of each measure."""
    for name, pairs in (
        ("all", list(found.pairs)),
        ("of speakers other than the carrier", [each for each in found.pairs if not each.own]),
    ):
        yield f"found, {name}", *_share([each.ours is not None for each in pairs])
        yield f"found with the right speaker, {name}", *_share([each.right_speaker for each in pairs])
    right = [(each.gold, each.ours) for each in found.pairs if each.right_speaker and each.ours]
    passed = [(each.gold, each.ours) for each in found.pairs if each.right_speaker and each.ours and not each.own]
    yield "of those not the carrier's own, right chain", *_share([right_chain(agents, *each) for each in passed])
    yield "of those, right stance", *_share([right_stance(*each) for each in right])
    yield "of those, right polarity", *_share([right_polarity(*each) for each in right])
    dated = [(gold, ours) for gold, ours in right if gold["said_on"]]
    yield "of those, exact day", *_share([gold["said_on"] == ours["said_on"] for gold, ours in dated])
    undated = [ours for gold, ours in right if not gold["said_on"]]
    yield "day left open where the gold does", *_share([ours["said_on"] is None for ours in undated])
    counted = [(gold, ours) for gold, ours in right if gold["quantity"]]
    yield "of those, right quantity", *_share([right_quantity(*each) for each in counted])
    yield "our attributed statements that match no gold one", len(found.surplus) / max(found.ours, 1), found.ours


def _share(values: Sequence[bool]) -> tuple[float, int]:
    return sum(values) / max(len(values), 1), len(values)
