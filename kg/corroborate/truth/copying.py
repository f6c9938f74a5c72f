"""AccuCopy: a source that copies another adds nothing of its own; sharing mistakes gives a copier away.

Xin Luna Dong, Laure Berti-Equille and Divesh Srivastava: Integrating conflicting data: the role of source dependence.
PVLDB 2(1), 2009. Which of two copies from the other is left open: where both say the same, the one that is right less
often is taken for the copier.
"""

from dataclasses import dataclass

import numpy as np

from kg.corroborate.likeness import pairs_of_like
from kg.corroborate.truth.base import Belief
from kg.corroborate.votes import Floats, Ints, Votes, totals

ROUNDS = 12
COPIERS = 0.2  # alpha: how likely two sources depend on each other before anything is seen
COPIED = 0.8  # c: share of what a copier takes over
FALSE_ANSWERS = 10  # n: wrong answers that a source may choose from
ACCURACY = 0.8  # epsilon: how often a source is right, before anything is seen
STRENGTH = 2.0  # and in how many answers that is believed
LOG_LIMIT = 50.0


@dataclass(frozen=True, slots=True)
class Meetings:
    """Two voices to one question, each two once; `pair` numbers the two sources."""

    one: Ints  # voices
    other: Ints
    pair: Ints
    first: Ints  # sources of each pair
    second: Ints

    def by_pair(self, weight: Floats) -> Floats:
        """Add up something of the meetings for each two sources."""
        return totals(self.pair, weight, len(self.first))


def algorithm(votes: Votes) -> Belief:
    """Take turns between what is true, who copies whom and how often each source is right."""
    meetings = _meetings(votes)
    wrong = np.where(votes.closed, votes.open_answers - 1, FALSE_ANSWERS).clip(1)[votes.candidate]
    belief = 1 / votes.open_answers  # a majority may be one of copies
    accuracy = np.full(len(votes.sources), ACCURACY)
    for _ in range(ROUNDS):
        own = _independence(votes, meetings, belief, accuracy, wrong)
        right = accuracy[votes.source]
        belief = votes.chances(votes.by_candidate(own * np.log(wrong * right / (1 - right))))
        told = votes.by_source(belief[votes.candidate])
        accuracy = (told + STRENGTH * ACCURACY) / (votes.claims_of_source + STRENGTH)
        accuracy = accuracy.clip(0.01, 0.99)
    return Belief(belief, accuracy)


def _meetings(votes: Votes) -> Meetings:
    order = np.argsort(votes.candidate, kind="stable")
    group = np.unique(votes.item[votes.candidate[order]], return_inverse=True)[1]
    left, right = pairs_of_like(group)
    one, other = order[left], order[right]
    ahead = votes.source[one] < votes.source[other]
    one, other = one[ahead], other[ahead]
    keys, pair = np.unique(votes.source[one] * len(votes.sources) + votes.source[other], return_inverse=True)
    return Meetings(one, other, pair, *np.divmod(keys, max(1, len(votes.sources))))


def _independence(votes: Votes, met: Meetings, belief: Floats, accuracy: Floats, wrong: Floats) -> Floats:
    """Give for each voice how likely it does not come from a source that says the same and is right more often."""
    dependent = _dependence(votes, met, belief, accuracy, wrong)[met.pair]
    alike = votes.candidate[met.one] == votes.candidate[met.other]
    rank = np.argsort(np.lexsort((np.arange(len(accuracy)), -accuracy)))[votes.source]
    copier = np.where(rank[met.one] > rank[met.other], met.one, met.other)
    told = np.log(1 - COPIED * dependent)
    return np.exp(totals(copier[alike], told[alike], len(votes.source)))


def _dependence(votes: Votes, met: Meetings, belief: Floats, accuracy: Floats, wrong: Floats) -> Floats:
    """Give for each two sources how likely one copies from the other, by what they share and where they differ."""
    first, second = accuracy[votes.source[met.one]], accuracy[votes.source[met.other]]
    both_right = first * second
    both_wrong = (1 - first) * (1 - second) / wrong[met.one]
    mean = (first + second) / 2  # of the one that is copied, whichever it is
    alike = votes.candidate[met.one] == votes.candidate[met.other]
    true = belief[votes.candidate[met.one]]
    copied_right = mean * COPIED + both_right * (1 - COPIED)
    copied_wrong = (1 - mean) * COPIED + both_wrong * (1 - COPIED)
    copied = true * copied_right + (1 - true) * copied_wrong
    chance = true * both_right + (1 - true) * both_wrong
    odds = met.by_pair(np.where(alike, np.log(copied / chance), np.log(1 - COPIED)))
    likely: Floats = 1 / (1 + (1 - COPIERS) / COPIERS * np.exp(-odds.clip(-LOG_LIMIT, LOG_LIMIT)))
    return likely
