"""Records: the record of a source and the record of an answer, each held against what is typical of its like.

Most sources say little, so a source's record is drawn towards that of sources that say as much; its answers are not
independent tests of it, so many count for less than their number. A source may be right, rougher than the answer that
is right (Jung, Kim and Shim: Crowdsourced truth discovery in the presence of hierarchies. EDBT 2019) or wrong. The
second record is of the answer: one that is often given and seldom right elsewhere is hardly right here. Where answers
are closed, a source is right more often when one of them is true than when another is (Dawid and Skene: Maximum
likelihood estimation of observer error-rates. Applied Statistics 28(1), 1979), and its record is kept for each.
Figures far out of the usual range, and round ones, are less likely the exact ones.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kg.corroborate.likeness import numbers
from kg.corroborate.truth.base import Belief
from kg.corroborate.votes import Floats, Ints, Votes, totals

ROUNDS = 20
DRAW = 8.0  # answers after which a source's own record weighs as much as that of its like
TOGETHER = 0.5  # how far the answers of one source are right or wrong together
TYPICAL = np.array([2.0, 1.0, 1.0])  # right, rougher, wrong: of any source, before anything is seen
LIKE_SIZE = 0.7  # how near in number of answers, in doublings, sources are each other's like
WRONG_ANSWERS = 3.0  # out of how many a wrong one is chosen; few, since the same mistakes are made again
ANSWER_DRAW = 5.0  # voices after which an answer's own record weighs as much as that of all answers
RANGE, ROUND = 0.5, 1.0  # what being out of range and each zero at the end weigh
RIGHT, ROUGH, WRONG = range(3)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each voice with each candidate of its question: how the voice does, should that candidate be right."""

    voice: Ints
    candidate: Ints
    outcome: Ints
    closed: Ints  # pairs of closed kinds


def algorithm(votes: Votes) -> Belief:
    """Take turns between beliefs, records of sources and records of answers."""
    pairs = _pairs(votes)
    fixed = _range(votes)
    belief = votes.shares(votes.by_candidate() + 0.1)
    records = _records(votes, pairs, belief)
    for _ in range(ROUNDS):
        told = _of_open(votes, pairs, records)
        told[pairs.closed] = _of_closed(votes, pairs, belief, records)
        score = totals(pairs.candidate, told, len(belief))
        belief = votes.chances(score + fixed(belief) + _answers(votes, belief))
        records = _records(votes, pairs, belief)
    return Belief(belief, records.sources[:, RIGHT] + records.sources[:, ROUGH])


@dataclass(frozen=True, slots=True)
class Records:
    """How often each source is right, rougher or wrong, and how often a typical one is."""

    sources: Floats
    typical: Floats


def _pairs(votes: Votes) -> Pairs:
    start = np.searchsorted(votes.item, votes.item[votes.candidate])
    size = votes.open_answers[votes.candidate].astype(np.intp)
    voice = np.repeat(np.arange(len(size)), size)
    candidate = np.arange(len(voice)) - np.repeat(np.cumsum(size) - size - start, size)
    said = votes.candidate[voice]
    pairs = np.array(sorted(votes.rougher), dtype=np.intp).reshape(-1, 2)
    width = len(votes.candidates)
    rougher = np.isin(said * width + candidate, pairs[:, 0] * width + pairs[:, 1])
    # Who names a whole when a part of it is named too can at best be rougher than what is right.
    whole = np.isin(candidate, pairs[:, 0])
    outcome = np.where(rougher | ((said == candidate) & whole), ROUGH, np.where(said == candidate, RIGHT, WRONG))
    return Pairs(voice, candidate, outcome, np.flatnonzero(votes.closed[candidate]))


def _records(votes: Votes, pairs: Pairs, belief: Floats) -> Records:
    """Draw what was found of each source towards what was found of its like."""
    place = votes.source[pairs.voice] * 3 + pairs.outcome
    found = totals(place, belief[pairs.candidate], len(votes.sources) * 3).reshape(-1, 3)
    said = votes.claims_of_source
    shares = found / (said + DRAW)[:, None]
    start = np.where([True, bool(votes.rougher), True], TYPICAL, 1e-9)
    typical = _scaled(shares.sum(0) + start)
    size, like = np.unique(np.log2(said), return_inverse=True)
    near = np.exp(-0.5 * ((size[:, None] - size) / LIKE_SIZE) ** 2)
    of_size = np.stack([totals(like, column, len(size)) for column in shares.T], axis=1)
    expected = _scaled(near @ of_size + typical)[like]
    tests = 1 / (1 + (said - 1) * TOGETHER)
    return Records(_scaled(found * tests[:, None] + DRAW * expected), typical)


def _scaled(weight: Floats) -> Floats:
    total: Floats = weight.sum(-1, keepdims=True)
    return weight / total


def _of_open(votes: Votes, pairs: Pairs, records: Records) -> Floats:
    """Give the logarithm of how likely each voice says what it says, should the candidate be right."""
    chance = records.sources / np.array([1.0, 2.0, WRONG_ANSWERS])
    told: Floats = np.log(chance[votes.source[pairs.voice], pairs.outcome])
    return told


def _of_closed(votes: Votes, pairs: Pairs, belief: Floats, records: Records) -> Floats:
    """Give the same for closed kinds, by how often a source, and all sources, give each answer when each is right."""
    candidate, said = pairs.candidate[pairs.closed], votes.candidate[pairs.voice[pairs.closed]]
    source, weight = votes.source[pairs.voice[pairs.closed]], belief[pairs.candidate[pairs.closed]]
    truth, width = votes.word[candidate], len(votes.candidates)
    answer = truth * width + votes.word[said]
    right = records.typical[RIGHT] / (1 - records.typical[ROUGH])
    others = (votes.open_answers[candidate] - 1).clip(1)
    typical = np.where(candidate == said, right, (1 - right) / others)
    usual = (_sum_of(answer, weight) + DRAW * typical) / (_sum_of(truth, weight) + DRAW)
    tests = (1 / (1 + (votes.claims_of_source - 1) * TOGETHER))[source]
    of_answer = _sum_of(np.unique(answer, return_inverse=True)[1] * len(votes.sources) + source, weight)
    of_truth = _sum_of(truth * len(votes.sources) + source, weight)
    told: Floats = np.log((tests * of_answer + DRAW * usual) / (tests * of_truth + DRAW))
    return told


def _sum_of(key: Ints, weight: Floats) -> Floats:
    """Add up the weights of equal keys, and give to each place the sum of its key."""
    place = np.unique(key, return_inverse=True)[1]
    return totals(place, weight)[place]


def _answers(votes: Votes, belief: Floats) -> Floats:
    """Give what the record of each answer, in all other questions of its kind, adds to it."""
    given = votes.by_candidate()
    right = belief * given
    elsewhere = totals(votes.word, given)[votes.word] - given
    right_elsewhere = totals(votes.word, right)[votes.word] - right
    usual = (totals(votes.kind, right) / totals(votes.kind, given))[votes.kind]
    record = (right_elsewhere + ANSWER_DRAW * usual) / (elsewhere + ANSWER_DRAW)
    return np.where(votes.closed, 0.0, given * np.log(record / usual))


def _range(votes: Votes) -> Callable[[Floats], Floats]:
    """Give what tells, from the beliefs, how much less likely figures are that are out of range or round."""
    text = [each.value.replace(",", "") for each in votes.candidates]
    figures = numbers(text)
    odd = totals(votes.kind, (np.isnan(figures) | votes.closed).astype(np.float64))[votes.kind] > 0
    zeros = np.array([len(each) - len(each.rstrip("0")) if each.isdigit() and len(each) > 1 else 0 for each in text])
    size = np.where(odd, 0.0, np.log1p(np.abs(figures)))

    def told(belief: Floats) -> Floats:
        total = totals(votes.kind, belief)
        mean = (totals(votes.kind, belief * size) / total)[votes.kind]
        spread = (totals(votes.kind, belief * (size - mean) ** 2) / total)[votes.kind]
        out = (size - mean) ** 2 / spread.clip(1e-9)
        return np.where(odd, 0.0, -RANGE / 2 * out - ROUND * zeros)

    return told
