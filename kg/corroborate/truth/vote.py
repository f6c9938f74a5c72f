"""A plain vote: each source has one voice, and is right as often as the others at hand agree."""

from kg.corroborate.truth.base import Belief
from kg.corroborate.votes import Votes


def algorithm(votes: Votes) -> Belief:
    """Believe an answer as far as the voices for it are of all voices to the question."""
    belief = votes.shares(votes.by_candidate())
    return Belief(belief, votes.by_source(belief[votes.candidate]) / votes.claims_of_source)
