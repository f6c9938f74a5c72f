"""Times truth discovery; see README.md."""

import os
import platform
import random
import time
from collections.abc import Iterator

from kg.corroborate.truth.base import ALGORITHMS
from kg.corroborate.votes import Voice, Votes, votes

SIZES = (10_000, 100_000)
KINDS = {"open": [f"answer {number}" for number in range(8)], "closed": ["true", "false"]}
VOICES_EACH = (2, 2, 3, 5, 10)  # to a question
HOT = 0.1  # share of the sources that answer the first question


def heard(dice: random.Random, size: int, kind: str) -> Iterator[tuple[Voice, str]]:
    """Make up voices, each with the right answer: sources differ in how much they say and how often they are right."""
    sources = [f"source {number}" for number in range(size // 20)]
    weight = [1 / (number + 1) for number in range(len(sources))]
    right = {source: dice.uniform(0.4, 0.95) for source in sources}
    number = made = 0
    while made < size:
        truth = dice.choice(KINDS[kind])
        count = int(HOT * len(sources)) if number == 0 else dice.choice(VOICES_EACH)
        for source in {*dice.choices(sources, weight, k=count)}:
            said = truth if dice.random() < right[source] else dice.choice(KINDS[kind])
            yield Voice(source, f"question {number}", said, kind), truth
            made += 1
        number += 1


def time_all(size: int, kind: str) -> None:
    """Time one size of one kind."""
    told = list(heard(random.Random(7), size, kind))
    truth = {voice.item: right for voice, right in told}
    started = time.perf_counter()
    table: Votes = votes((voice for voice, _ in told), {"closed": KINDS["closed"]})
    print(f"{kind:7} {size:7,}  {'arrange':12} {time.perf_counter() - started:6.2f} s")
    for name in ALGORITHMS.names():
        started = time.perf_counter()
        best = table.best(ALGORITHMS.get(name)(table).candidates)
        spent = time.perf_counter() - started
        share = sum(best[item] == right for item, right in truth.items()) / len(truth)
        print(f"{kind:7} {size:7,}  {name:12} {spent:6.2f} s  {share:.1%} right")


def main() -> None:
    """Time both kinds in both sizes."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    for size in SIZES:
        for kind in KINDS:
            time_all(size, kind)


if __name__ == "__main__":
    main()
