"""Sums: sources are relied on as far as their answers are believed, answers as far as their sources are.

Jeff Pasternack and Dan Roth: Knowing what to believe (when you already know something). COLING 2010; after Kleinberg's
hubs and authorities.
"""

import numpy as np

from kg.corroborate.truth.base import Belief
from kg.corroborate.votes import Floats, Votes

ROUNDS = 20


def algorithm(votes: Votes) -> Belief:
    """Add up, in turns, belief for sources and reliance for answers."""
    belief, trust = np.ones(len(votes.candidates)), np.ones(len(votes.sources))
    for _ in range(ROUNDS):
        trust = _scaled(votes.by_source(belief[votes.candidate]))
        belief = _scaled(votes.by_candidate(trust[votes.source]))
    return Belief(votes.shares(belief), trust)


def _scaled(weight: Floats) -> Floats:
    return weight / float(weight.max(initial=1e-300))
