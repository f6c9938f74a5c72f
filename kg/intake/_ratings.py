"""What the ratings of fact-checkers say, by `ontology/ratings.toml`: a word that is not there says nothing."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import OntologyError
from kg.model import Certainty, Stance
from kg.resources import folder

FILE = "ratings.toml"
_ENDS = re.compile(r"^\W+|[^\w!]+$")


@dataclass(frozen=True, slots=True)
class Rating:
    """How a reviewer stands to a claim."""

    stance: Stance
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Ratings:
    """The words of ratings, and what the ends of a scale say."""

    words: dict[str, Rating]
    worst: Rating
    best: Rating

    def of_words(self, words: str) -> Rating | None:
        """Give what a rating in words says, or None."""
        return self.words.get(_plain(words))

    def of_number(self, value: float, worst: float, best: float) -> Rating | None:
        """Give what a rating on a scale says: only its ends say anything."""
        if worst < best and value in (worst, best):
            return self.worst if value == worst else self.best
        return None


@cache
def ratings() -> Ratings:
    """Read the ratings that ship with kg, once."""
    return read(folder("ontology") / FILE)


def read(path: Path) -> Ratings:
    """Read a file of ratings; raises OntologyError."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        words = {
            _plain(each): Rating(Stance(rating["stance"]), Certainty(rating.get("certainty", Certainty.CERTAIN)))
            for rating in told["rating"]
            for each in rating["words"]
        }
        numbers = told["numbers"]
        return Ratings(words, Rating(Stance(numbers["worst"])), Rating(Stance(numbers["best"])))
    except (KeyError, TypeError, ValueError) as error:
        raise OntologyError(f"{path}: no file of ratings ({error}); see the comments of ontology/{FILE}") from error


def _plain(words: str) -> str:
    return _ENDS.sub("", " ".join(words.casefold().split()))
