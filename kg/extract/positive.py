"""Writes what is denied in positive form: "has never been charged" as "has been charged"."""

import re
from collections.abc import Sequence

from kg.extract import grammar, words
from kg.extract.holds import CATENATIVES
from kg.extract.tokens import Token
from kg.extract.verbs import lemma_of, participle_of

_NONE = re.compile(r"^(?:(by )?(?:no|neither(?: of)?|none of|not (?:a|a single|one)) )", re.IGNORECASE)


def in_positive(verbs: Sequence[Token]) -> str:
    """Give the words of a chain of verbs without those that deny it: "did open", "did warn" of "failed to warn"."""
    kept = [each for each in verbs if each.lower_ not in grammar.NEGATIVES]
    failed = next((n for n, each in enumerate(kept) if _fails(each) and n + 1 < len(kept)), None)
    if failed is None:
        return " ".join(each.text for each in kept)
    before, verb = kept[:failed], kept[failed]
    rest = [each for each in kept[failed + 1 :] if each.lower_ != "to"]
    said = [each.text for each in before]
    if any(each.lemma_ == "have" for each in before):
        return " ".join([*said, *(each.text for each in rest[:-1]), participle_of(rest[-1])])
    done = [] if before else ["did" if verb.tag_ in {"VBD", "VBN"} else "does"]
    return " ".join([*said, *done, *(each.text for each in rest[:-1]), lemma_of(rest[-1])])


def _fails(verb: Token) -> bool:
    """Whether a verb says of the next one that it is not done: "failed to warn"."""
    hold = CATENATIVES.get(verb.lemma_.lower())
    return verb.pos_ == "VERB" and hold is not None and not hold.affirms


def of_some(phrase: str) -> str:
    """Write a phrase without "no" or "nobody".

    >>> of_some("No valve"), of_some("Nobody"), of_some("by no one")
    ('valve', 'somebody', 'by someone')
    """
    start, bare = ("by ", phrase[3:]) if phrase.startswith("by ") else ("", phrase)
    return start + (words.NOBODY.get(bare.lower()) or _NONE.sub("", bare))
