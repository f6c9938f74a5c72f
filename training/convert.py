"""Turn the CoNLL-U treebanks into spaCy training data, paragraph breaks and names included.

    python training/convert.py TREEBANKS_DIR OUT_DIR

Writes `train.spacy` (GUM and EWT train, EWT dev) and `dev.spacy` (GUM dev: held-back news).
Names are taken from GUM's entity annotation: only mentions whose head is a proper noun count.
EWT has no such annotation, so its names are marked as unknown, not as absent.
"""

import gzip
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

NAMED = {"person": "PERSON", "organization": "ORG", "place": "LOC", "time": "DATE"}
ENTITY = re.compile(r"\((\d+)-([a-z]+)|(\d+)\)")
PARAGRAPHS_PER_DOC = 4

Row = list[str]


def read_paragraphs(path: Path) -> Iterator[list[list[Row]]]:
    """Yield paragraphs, each a list of sentences, each a list of CoNLL-U rows (tokens and ranges)."""
    paragraph: list[list[Row]] = []
    sentence: list[Row] = []
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        if line.startswith(("# newdoc", "# newpar")) and "_block" not in line and paragraph:
            yield paragraph
            paragraph = []
        elif line and not line.startswith("#"):
            row = line.split("\t")
            if "." not in row[0]:
                sentence.append(row)
        elif not line and sentence:
            paragraph.append(sentence)
            sentence = []
    if paragraph:
        yield paragraph


def word_rows(sentence: list[Row]) -> list[tuple[Row, bool]]:
    """Give the syntactic words of a sentence, each with whether a space follows it."""
    spaces: dict[int, bool] = {}
    inside: set[int] = set()
    for row in sentence:
        follows = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside |= set(range(first, last))
            spaces[last] = follows
        else:
            spaces.setdefault(int(row[0]), follows)
    words = [row for row in sentence if "-" not in row[0]]
    return [(row, spaces[int(row[0])] and int(row[0]) not in inside) for row in words]


def splits_badly(sentence: list[Row]) -> bool:
    """Tell whether a contraction's words do not spell the text they stand for."""
    words = {int(row[0]): row[1] for row in sentence if "-" not in row[0]}
    for row in sentence:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            if "".join(words[i] for i in range(first, last + 1)) != row[1]:
                return True
    return False


def name_spans(sentence: list[Row]) -> list[tuple[int, int, str]]:
    """Find named mentions as (first, last + 1, label) over the words of one sentence."""
    words = [row for row in sentence if "-" not in row[0]]
    open_spans: dict[str, list[tuple[int, str]]] = {}
    found = []
    for position, row in enumerate(words):
        match = re.search(r"Entity=([^|]*)", row[9])
        for opening, label, closing in ENTITY.findall(match.group(1)) if match else []:
            if opening:
                open_spans.setdefault(opening, []).append((position, label))
                if re.search(rf"\({opening}-[^()]*\)", match.group(1)):
                    first, kind = open_spans[opening].pop()
                    found.append((first, position + 1, kind))
            elif open_spans.get(closing):
                first, kind = open_spans[closing].pop()
                found.append((first, position + 1, kind))
    names: list[tuple[int, int, str]] = []
    for start, end, label in sorted(found, key=lambda span: span[0] - span[1]):
        head = head_of(words, start, end)
        if label in NAMED and words[head][3] == "PROPN":
            first, last = proper_run(words, head, start, end)
            if all(last <= a or first >= b for a, b, _ in names):
                names.append((first, last, NAMED[label]))
    return names


def head_of(words: list[Row], start: int, end: int) -> int:
    """Find the word of a span whose head lies outside it."""
    return next((i for i in range(start, end) if not start < int(words[i][6]) <= end), start)


def proper_run(words: list[Row], head: int, start: int, end: int) -> tuple[int, int]:
    """Widen a head to the proper nouns around it, over "of (the)" and hyphens inside the mention."""
    first, last = head, head + 1
    while first > start and words[first - 1][3] == "PROPN":
        first -= 1
    while last < end:
        step = last
        while step < end and words[step][1] in {"of", "the", "for", "-", "&"}:
            step += 1
        if step < end and words[step][3] == "PROPN":
            last = step + 1
        else:
            break
    return first, last


def build(nlp: spacy.Language, paragraphs: list[list[list[Row]]], named: bool) -> Doc | None:
    """Make one Doc of several paragraphs, with a blank-line token after each but the last."""
    columns: dict[str, list] = {k: [] for k in ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps")}
    starts: list[bool] = []
    entities: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            if splits_badly(sentence):
                return None
            offset = len(columns["words"])
            rows = word_rows(sentence)
            iob = ["O"] * len(rows)
            for first, last, label in name_spans(sentence):
                iob[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
            for index, (row, space) in enumerate(rows):
                head = int(row[6])
                values = (
                    row[1],
                    space,
                    row[4],
                    row[3],
                    "" if row[5] == "_" else row[5],
                    row[2],
                    offset + (head - 1 if head else index),
                    "ROOT" if head == 0 else row[7],
                )
                for column, value in zip(columns.values(), values, strict=True):
                    column.append(value)
                starts.append(index == 0)
            entities += iob if named else [""] * len(rows)
        if number < len(paragraphs) - 1:
            columns["spaces"][-1] = False
            last_word = len(columns["words"]) - 1
            for column, value in zip(
                columns.values(), ("\n\n", False, "_SP", "SPACE", "", "\n\n", last_word, "dep"), strict=True
            ):
                column.append(value)
            starts.append(False)
            entities.append("O" if named else "")
    return Doc(nlp.vocab, sent_starts=None, ents=entities if named else None, **columns)


def convert(paths: list[Path]) -> DocBin:
    """Read treebank files into one DocBin of short documents."""
    nlp = spacy.blank("en")
    bin_ = DocBin(attrs=["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"])
    skipped = 0
    for path in paths:
        group: list[list[list[Row]]] = []
        for paragraph in read_paragraphs(path):
            group.append(paragraph)
            if len(group) == PARAGRAPHS_PER_DOC:
                doc = build(nlp, group, named="gum" in path.name)
                skipped += doc is None
                if doc is not None:
                    bin_.add(doc)
                group = []
        doc = build(nlp, group, named="gum" in path.name) if group else None
        if doc is not None:
            bin_.add(doc)
    print(f"{len(bin_)} documents, {skipped} left out (a contraction is spelt otherwise than its words)")
    return bin_


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    random.seed(0)
    target.mkdir(parents=True, exist_ok=True)
    convert([source / f"{name}.conllu.gz" for name in ("gum-train", "ewt-train", "ewt-dev")]).to_disk(
        target / "train.spacy"
    )
    convert([source / "gum-dev.conllu.gz"]).to_disk(target / "dev.spacy")


if __name__ == "__main__":
    main()
