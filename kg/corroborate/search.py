"""Finds the texts that say what a query says, best first: by their words and, for other spellings, by runs of letters.

Both are ranked by BM25 and count alike. Links say nothing; the words of a hashtag are read one by one.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.corroborate.words import stems

K, B = 1.2, 0.75  # how soon a word that is repeated stops counting, how much long texts are marked down
RUN = 4  # letters
_LINK = re.compile(r"(?:https?:/*|\bpic\.|\bwww\.|\bt\.co/)\S+|@\w+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

Key = TypeVar("Key", bound=Hashable)
Scores = NDArray[np.float64]


class Search(Generic[Key]):
    """Some texts, ready to be searched.

    >>> search = Search({"c1": "The dam at Tarn broke", "c2": "Ferry sank off Orlen"})
    >>> search.best("#TarnDam has broken!", 1)
    ['c1']
    """

    def __init__(self, texts: Mapping[Key, str]) -> None:
        self._keys = list(texts)
        plain = [_plain(text) for text in texts.values()]
        self._indexes = (_Index([_words(text) for text in plain]), _Index([_runs(text) for text in plain]))

    def best(self, query: str, limit: int = 10) -> list[Key]:
        """Give the texts nearest to a query, best first, at most `limit` and none that shares nothing with it."""
        plain = _plain(query)
        by_words, by_runs = self._indexes
        scores = _share(by_words.scores(_words(plain))) + _share(by_runs.scores(_runs(plain)))
        best = np.argsort(-scores, kind="stable")[:limit]
        return [self._keys[place] for place in best if scores[place] > 0]


class _Index:
    """BM25 over bags of terms."""

    def __init__(self, bags: Sequence[Counter[str]]) -> None:
        self._count = len(bags)
        length = sum(map(Counter.total, bags)) / max(1, self._count)
        found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, bag in enumerate(bags):
            most = K * (1 - B + B * bag.total() / length) if length else K
            for term, count in bag.items():
                found[term].append((place, count * (K + 1) / (count + most)))
        self._having = {term: _column(rows, self._count) for term, rows in found.items()}

    def scores(self, query: Counter[str]) -> Scores:
        found = np.zeros(self._count)
        for term in query:
            if term in self._having:
                places, weights = self._having[term]
                found[places] += weights
        return found


def _column(rows: Sequence[tuple[int, float]], count: int) -> tuple[NDArray[np.int64], Scores]:
    """Give the places of the texts that have a term, and what it counts for in each."""
    telling = math.log(1 + (count - len(rows) + 0.5) / (len(rows) + 0.5))
    return np.array([place for place, _ in rows]), telling * np.array([weight for _, weight in rows])


def _share(scores: Scores) -> Scores:
    """Give scores as shares of the best."""
    return scores / (scores.max(initial=0.0) or 1.0)


def _plain(text: str) -> str:
    """Give a text without links, and with hashtags both whole and parted."""
    return re.sub(r"#(\w+)", lambda tag: f"{tag[1]} {_HUMP.sub(' ', tag[1])}", _LINK.sub(" ", text))


def _words(text: str) -> Counter[str]:
    return Counter(stems(text))


def _runs(text: str) -> Counter[str]:
    words = (f" {word} " for word in re.findall(r"\w+", text.lower()))
    return Counter(word[start : start + RUN] for word in words for start in range(max(1, len(word) - RUN + 1)))
