"""Training-time variants of a text: typographic quotes and dashes, headline capitals."""

import random
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language
from spacy.training import Example

OPENING, CLOSING = "\u201c", "\u201d"


def typographic(words: list[str]) -> list[str]:
    """Replace straight quotes and apostrophes by the curly ones of printed news."""
    changed, inside = [], False
    for word in words:
        if word in {'"', "``", "''"}:
            word, inside = (CLOSING if inside else OPENING), not inside
        elif word == "--":
            word = "\u2013"
        else:
            word = word.replace("'", "\u2019")
        changed.append(word)
    return changed


def straight(words: list[str]) -> list[str]:
    """Replace curly quotes and apostrophes by straight ones."""
    table = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2019": "'", "\u2018": "'", "\u2013": "-"})
    return [word.translate(table) for word in words]


def headline(words: list[str]) -> list[str]:
    """Capitalise every longer word, as titles do."""
    return [word.capitalize() if word.islower() and len(word) > 3 else word for word in words]


@spacy.registry.augmenters("kg.news_variants.v1")
def news_variants(level: float, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """Yield each example, and with probability `level` one variant of it."""
    chance = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        yield example
        if chance.random() < level:
            change = chance.choice([typographic, typographic, straight, headline])
            annotation = example.to_dict()
            annotation["token_annotation"]["ORTH"] = change([token.text for token in example.reference])
            words, spaces = annotation["token_annotation"]["ORTH"], annotation["token_annotation"]["SPACY"]
            text = "".join(word + (" " if space else "") for word, space in zip(words, spaces, strict=True))
            yield Example.from_dict(nlp.make_doc(text), annotation)

    return augment
