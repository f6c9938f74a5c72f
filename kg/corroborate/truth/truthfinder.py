"""TruthFinder: an answer is true unless all who give it err; answers that are alike support each other.

Xiaoxin Yin, Jiawei Han and Philip S. Yu: Truth discovery with multiple conflicting information providers on the Web.
IEEE TKDE 20(6), 2008. The constants are those of the paper.
"""

import numpy as np

from kg.corroborate.likeness import implications
from kg.corroborate.truth.base import Belief
from kg.corroborate.votes import Votes, totals

ROUNDS = 20
START = 0.9  # trust in a source at first
DAMPING = 0.3  # gamma: sources are not wholly independent
LIKENESS = 0.5  # rho: what like answers add
NEVER_SURE = 1 - 1e-9


def algorithm(votes: Votes) -> Belief:
    """Take turns between the confidence in answers and the trust in sources."""
    trust = np.full(len(votes.sources), START)
    left, right, degree = implications(votes)
    sure = np.zeros(len(votes.candidates))
    for _ in range(ROUNDS):
        score = votes.by_candidate(-np.log(1 - np.minimum(trust, NEVER_SURE))[votes.source])
        score = score + LIKENESS * totals(right, degree * score[left], len(score))
        sure = 1 / (1 + np.exp(-DAMPING * score))
        trust = votes.by_source(sure[votes.candidate]) / votes.claims_of_source
    return Belief(votes.shares(sure), trust)
