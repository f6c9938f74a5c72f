"""What an algorithm of truth discovery gives."""

from dataclasses import dataclass
from typing import Protocol

from kg.corroborate.votes import Floats, Votes
from kg.registry import Registry


@dataclass(frozen=True, slots=True)
class Belief:
    """How far each candidate is believed, adding up to 1 for each question, and how far each source is relied on."""

    candidates: Floats
    sources: Floats  # from 0 to 1


class Algorithm(Protocol):
    """Decides from the voices alone, knowing no truth."""

    def __call__(self, votes: Votes) -> Belief:
        """Give the beliefs of one run; the same voices give the same beliefs."""
        ...


ALGORITHMS = Registry[Algorithm]("algorithm", package="kg.corroborate.truth", group="kg.truth")
DEFAULT = "records"
