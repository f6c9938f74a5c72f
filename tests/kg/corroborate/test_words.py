import tomllib
from collections import Counter

import pytest

from kg.corroborate.words import stems
from kg.resources import folder

SYNONYMS = tomllib.loads((folder("ontology") / "synonyms.toml").read_text(encoding="utf-8"))


def test_each_word_stands_in_one_group() -> None:
    """A word in two groups would have two meanings, of which only one could count."""
    counted = Counter(word for group in SYNONYMS["same"] for word in group.split())
    assert [word for word, number in counted.items() if number > 1] == []


@pytest.mark.parametrize("group", SYNONYMS["same"], ids=lambda group: group.partition(" ")[0])
def test_words_of_a_group_meet(group: str) -> None:
    """All words and phrases of a group have one stem."""
    assert len({tuple(stems(word.replace("-", " "))) for word in group.split()}) == 1


@pytest.mark.parametrize("row", SYNONYMS["forms"], ids=lambda row: row.partition(" ")[0])
def test_forms_of_a_word_meet(row: str) -> None:
    """All forms of a word have one stem."""
    assert len({tuple(stems(form)) for form in row.split()}) == 1
