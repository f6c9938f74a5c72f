"""Times the matching of names; see README.md."""

import os
import platform
import random
import time
from collections.abc import Callable
from functools import partial

from kg.model import AgentKind, Entity, Iri
from kg.resolve.joins import joins
from kg.resolve.named import Named
from kg.resolve.names import Names

SIZES = (10_000, 100_000)
ASKED = 2_000
STARTS = [
    "b",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gh",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "p",
    "q",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "z",
]
VOWELS = ["a", "e", "i", "o", "u", "aa", "ee", "ou"]
ENDS = ["", "", "n", "r", "l", "s", "m", "k", "d"]
BODIES = ("Council", "Ministry", "Front", "Agency", "Army", "Institute", "Brigade", "Union")


def word(dice: random.Random) -> str:
    """Make up a word."""
    syllables = (dice.choice(STARTS) + dice.choice(VOWELS) + dice.choice(ENDS) for _ in range(dice.choice((2, 2, 3))))
    return "".join(syllables).capitalize()


def named(count: int) -> list[Named]:
    """Make up people and bodies."""
    dice = random.Random(11)
    found = []
    for number in range(count):
        body = number % 4 == 0
        name = f"{word(dice)} {word(dice)} {dice.choice(BODIES) if body else word(dice)}"
        found.append(Named(Iri(f"x:{number}"), name, AgentKind.ORGANIZATION if body else AgentKind.PERSON))
    return found


def misspelt(name: str, dice: random.Random) -> str:
    """Change a vowel of a name, as writing it over from another script does."""
    places = [place for place, letter in enumerate(name) if letter in "aeiou"]
    place = dice.choice(places)
    return name[:place] + dice.choice("aeiou") + name[place + 1 :]


def seconds(task: Callable[[], object]) -> float:
    """Time a task once."""
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def lookup(known: list[Named]) -> tuple[float, float]:
    """Give the seconds for one lookup, and the share of names that found their own."""
    dice = random.Random(5)
    names = Names([Entity(id=each.id, type="agent", name=each.name) for each in known])
    drawn = dice.sample(known, ASKED)
    asked = [(each, each.name if n % 2 else misspelt(each.name, dice)) for n, each in enumerate(drawn)]
    found: list[bool] = []

    def task() -> None:
        for each, name in asked:
            match = names.find(name, ("agent",))
            found.append(match is not None and match.entity.id == each.id)

    return seconds(task) / ASKED, sum(found) / ASKED


def main() -> None:
    """Run both sizes and print a table."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    finding, comparing = [], []
    for size in SIZES:
        known = named(size)
        one, right = lookup(known)
        finding.append(one)
        print(f"find     {size:8,} known  {1 / one:10,.0f} names a second, {right:.1%} right")
        comparing.append(seconds(partial(joins, known)))
        print(f"compare  {size:8,} names  {size / comparing[-1]:10,.0f} names a second, {comparing[-1]:.1f} s")
    grown = f"a lookup x {finding[1] / finding[0]:.2f}, comparing all x {comparing[1] / comparing[0]:.1f}"
    print(f"growth from {SIZES[0]:,} to {SIZES[1]:,}: {grown}")


if __name__ == "__main__":
    main()
