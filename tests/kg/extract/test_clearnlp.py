"""With a pipeline that labels its parses by ClearNLP's scheme, as `en_core_web_*` do, the same is found.

None of those is at hand, so the shipped parser stands in for one: its parses are turned into the other scheme.
Prepositions head their nouns, forms of "be" their predicates, the last word its name; lists are chains.
"""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import Extractor
from kg.extract.pipeline import SHIPPED
from kg.model import Document, Iri
from kg.rdf.stances import load_cues
from kg.resources import folder

CASES = sorted((Path(__file__).parents[2] / "cases" / "extract").glob("*.md"))
COMPONENT = "test_clearnlp"
RENAMED = {
    "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "nsubj:outer": "nsubj", "aux:pass": "auxpass", "obj": "dobj",
    "iobj": "dative", "acl:relcl": "relcl", "advcl:relcl": "advcl", "compound:prt": "prt", "nmod:poss": "poss",
    "det:predet": "predet", "discourse": "intj", "obl": "npadvmod", "obl:unmarked": "npadvmod", "obl:agent": "npadvmod",
    "nmod:unmarked": "npadvmod", "nmod": "nmod", "nmod:desc": "compound", "vocative": "npadvmod", "fixed": "prep",
    "cc:preconj": "preconj", "obl:tmod": "npadvmod", "obl:npmod": "npadvmod",
}  # fmt: skip
OF_CLAUSE = frozenset(
    {"nsubj", "csubj", "nsubj:outer", "aux", "mark", "advcl", "expl", "cc", "conj", "punct", "ccomp", "parataxis"}
)
SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})


class Tree:
    """Heads and labels of one document while they are changed."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]

    def below(self, i: int, *labels: str) -> list[int]:
        """Give what hangs on a token, by the labels given."""
        return [n for n, head in enumerate(self.heads) if head == i != n and (not labels or self.labels[n] in labels)]

    def hang(self, i: int, head: int, label: str) -> None:
        """Hang a token on another."""
        self.heads[i], self.labels[i] = head, label

    def replace(self, old: int, new: int, label: str) -> None:
        """Put a token that hangs on another into that one's place, and that one below it."""
        head, above = self.heads[old], self.labels[old]
        self.hang(new, new if head == old else head, above)
        self.hang(old, new, label)

    def name(self, first: int) -> None:
        """Let the last word of a name head it."""
        parts = self.below(first, "flat")
        if parts:
            last, others = parts[-1], [n for n in self.below(first) if n not in parts]
            self.replace(first, last, "compound")
            for n in (*parts[:-1], *others):
                self.hang(n, last, "compound" if n in parts else self.labels[n])

    def copula(self, predicate: int) -> None:
        """Let a form of "be" head its predicate."""
        for verb in self.below(predicate, "cop")[:1]:
            moved = [n for n in self.below(predicate, *OF_CLAUSE) if self.labels[n] != "punct" or n != verb]
            moved += [n for n in self.below(predicate, "advmod") if n < predicate and self._not(n)]
            self.replace(predicate, verb, "acomp" if self.doc[predicate].pos_ == "ADJ" else "attr")
            for n in moved:
                self.hang(n, verb, self.labels[n])

    def _not(self, i: int) -> bool:
        return self.doc[i].lower_ in {"not", "n't", "n’t", "never"}

    def preposition(self, noun: int) -> None:
        """Let a preposition head its noun, the last of several the noun and each the next."""
        cases = [n for n in self.below(noun, "case") if n < noun and self.doc[n].tag_ != "POS"]
        if cases and self.labels[noun].partition(":")[0] in {"obl", "nmod", "conj"}:
            passive = bool(self.below(self.heads[noun], *SUBJECTS, "aux:pass"))
            agent = self.doc[cases[0]].lower_ == "by" and passive
            conjunct = self.labels[noun] == "conj"
            self.hang(cases[0], self.heads[noun], "agent" if agent else "conj" if conjunct else "prep")
            for one, other in pairwise(cases):
                self.hang(other, one, "prep")
            self.hang(noun, cases[-1], "pobj")

    def series(self, first: int) -> None:
        """Hang each member of a list on the one before."""
        members = self.below(first, "conj")
        joints = {n: self.below(n, "cc", "punct") for n in members}
        for before, member in zip([first, *members], members, strict=False):
            self.hang(member, before, "conj")
            for joint in joints[member]:
                if joint < member:
                    self.hang(joint, before, self.labels[joint])

    def rename(self, i: int) -> None:
        """Give a token the label of the other scheme."""
        token, label = self.doc[i], self.labels[i]
        if label == "advmod" and self._not(i):
            self.labels[i] = "neg"
        elif label == "mark" and token.tag_ == "TO":
            self.labels[i] = "aux"
        elif label == "iobj" and not self.below(self.heads[i], "obj", "dobj"):
            self.labels[i] = "dobj"
        else:
            self.labels[i] = RENAMED.get(label, label)


@Language.component(COMPONENT)
def to_clearnlp(doc: Doc) -> Doc:
    """Relabel a parsed document."""
    tree = Tree(doc)
    for change in (tree.name, tree.series, tree.copula, tree.preposition, tree.rename):
        for i in range(len(doc)):
            change(i)
    return _with(doc, tree)


def _with(doc: Doc, tree: Tree) -> Doc:
    heads = [head - i for i, head in enumerate(tree.heads)]
    labels = [
        doc.vocab.strings.add("ROOT" if head == i else label)
        for i, (head, label) in enumerate(zip(tree.heads, tree.labels, strict=True))
    ]
    return doc.from_array(
        ["HEAD", "DEP"], np.array([np.array(heads, dtype="int64").view("uint64"), np.array(labels, dtype="uint64")]).T
    )


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """Give an extractor over a pipeline with the other labels, loaded from a folder as `--nlp` does."""
    nlp = spacy.load(SHIPPED)
    nlp.add_pipe(COMPONENT, after="parser")
    path = tmp_path_factory.mktemp("clearnlp")
    nlp.to_disk(path)
    return Extractor(load_cues(folder("ontology") / "stances.ttl"), str(path))


def told(extractor: Extractor, document: Document) -> list[tuple[object, ...]]:
    """Give what an extractor finds to be said in a document, and by whom."""
    return [
        (each.source, each.cue, each.content, each.speaker, each.via, each.stance, each.affirms, each.certainty)
        for each in extractor.read(document).attributions
        if not each.narrated
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, extractor: Extractor, other: Extractor) -> None:
    """Every case gives the same attributions."""
    text = re.sub(r"(?m)^# publish(ed|er):.*\n", "", path.read_text().partition("\n# statements\n")[0])
    document = Document(id=Iri("case"), text=text.strip())
    assert told(other, document) == told(extractor, document)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said the dam was not safe.",
        "Ann Lee said there was no advance near Marrow.",
        "Ann Lee said Denna, Velm and Marrow were taken by the army on Monday.",
        "Ann Lee said the army took control of the road to Velm and wants to leave.",
    ],
)
def test_propositions(text: str, extractor: Extractor, other: Extractor) -> None:
    """What is said comes apart into the same propositions: copula, "there is", passive, lists, light verbs."""
    document = Document(id=Iri("case"), text=text)
    (ours,), (theirs,) = (each.read(document).attributions for each in (extractor, other))
    same = [[(p.text, p.predicate, p.affirms, p.certainty) for p in each.propositions] for each in (ours, theirs)]
    assert same[0] == same[1]
