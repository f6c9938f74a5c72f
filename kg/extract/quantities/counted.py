"""What an amount in a noun phrase counts or measures, and what befell it."""

import re
from collections.abc import Sequence

from kg.extract import grammar
from kg.extract.quantities.amounts import BOUNDING, PARTS, Amount, amounts
from kg.extract.quantities.numbers import number
from kg.extract.tokens import Token, text_of
from kg.model import Operator, Quantity
from kg.units import kind_of, unit_at

_COUNT_NOUNS = re.compile(
    r"dozen|score|tens?$|hundred|thousand|million|billion|number|couple|handful|percent|cent|%|half|most|majority"
)
_LEFT_OUT = frozenset({"DET", "NUM", "ADP", "PRON", "ADV", "SCONJ", "CCONJ"})
_BESIDES = frozenset({"of", "for"})  # what measures a thing stands behind it with these
# what may stand before a predicate without being part of its amount: "villagers were" in "villagers were 20"
_BEFORE = grammar.SUBJECT | grammar.COPULA | grammar.AUXILIARY | grammar.MARK | grammar.COORDINATOR
_YEAR = re.compile(r"(1[89]|20)\d\d")
_POWERS = frozenset({"thousands", "millions"})
_RATIO = re.compile(r"\b(?:in|out of)\b")
_ATTRIBUTE = re.compile(r"(?<![\w.,-])([\d.,]*\d|[a-z]+)-(?!old\b)([a-z]+)(?![\w-])", re.IGNORECASE)


def quantity_of(head: Token, befell: str = "") -> Quantity | None:
    """Read the quantity that a noun phrase states, given its head and what befell it ("killed")."""
    phrase = _phrase(head)
    start, words = phrase[0].idx, text_of(phrase)
    amount = next((a for a in amounts(words) if _counts(head, phrase, a)), None)
    if amount is None:
        over = head.head
        return quantity_of(over, befell) if over.i < head.i and _is_measure(over) and _whole(over) == head else None
    if amount.share:
        return _share(amount, words, _whole_of_share(head, amount, words))
    if amount.code:
        return _quantity(amount, words, f"{amount.code.partition(':')[2]} {befell}", amount.code)
    rest = head.doc.text[start + amount.end : head.right_edge.idx + len(head.right_edge)]
    measure, end = unit_at(rest) or (None, 0)
    if measure is None or (head.idx < start + amount.end and not _is_measure(head)):
        return _quantity(amount, words, f"{_what(head, start + amount.end)} {befell}", None)
    if head.idx >= start + amount.end + end and head.pos_ not in {"ADV", "ADJ"}:
        return None  # it measures what stands before the head: "155mm shells"
    of = _whole(head)
    unit = rest[:end].strip(" -") + (f" of {_counted(of, -1)}" if of is not None else "")
    return _quantity(amount, words, f"{unit} {befell}", measure.code)


def measure_of(head: Token) -> Quantity | None:
    """Read the quantity that measures a thing: "a 72-hour truce", "a fleet of ten lorries", "flour for two days"."""
    start = head.left_edge
    for match in _ATTRIBUTE.finditer(text_of(head.doc[start.i : head.i + 1])):
        value, unit = number(match[1]), unit_at(match[2])
        if value is not None and (unit or match[1][-1].isdigit()):
            code = unit[0].code if unit else None
            return Quantity(low=value, high=value, operator=Operator.EXACTLY, unit=match[2], code=code, text=match[0])
    for preposition, noun in () if _is_measure(head) else grammar.obliques_of(head):
        found = quantity_of(noun) if preposition in _BESIDES and noun.pos_ in {"NOUN", "SYM"} else None
        if found and (preposition == "of" or kind_of(found.code or "") == "time"):
            return None if found.unit.startswith("share") else found
    return None


def share_of(head: Token, whole: Token) -> Quantity | None:
    """Read a share whose whole stands elsewhere: "61 percent" of "turnout"."""
    words = text_of(_phrase(head))
    amount = next((a for a in amounts(words) if a.share and _is_measure(head)), None)
    return _share(amount, words, _counted(whole, -1)) if amount else None


def _share(amount: Amount, words: str, whole: str | None) -> Quantity | None:
    return _quantity(amount, words, f"share of {whole}", None) if whole else None


def _quantity(amount: Amount, words: str, unit: str, code: str | None) -> Quantity:
    text = words[amount.start : amount.end]
    return Quantity(low=amount.low, high=amount.high, operator=amount.operator, unit=unit.strip(), code=code, text=text)


def _is_measure(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return bool(_COUNT_NOUNS.match(lemma)) or lemma.rstrip("s") in PARTS or token.pos_ in {"NUM", "SYM"}


def _whole(head: Token) -> Token | None:
    """Give what a counting word counts: "third" of "coast", "one" in "children"."""
    for child in head.children:
        before = {c.lower_ for c in child.children}
        if child.i > head.i and ("of" in before or (head.pos_ == "NUM" and "in" in before and _has_number(child))):
            return child
    return None


def _has_number(noun: Token) -> bool:
    return any(child.pos_ == "NUM" for child in noun.children)


def _phrase(head: Token) -> Sequence[Token]:
    """Give the words of a phrase up to its head, with what bounds its number: "up to".

    A counting word is read with what follows it: "tens of thousands", "one in five", "$ 20 million".
    """
    first = head.left_edge
    if before := [child.right_edge.i for child in head.children if child.dep_ in _BEFORE and child.i < head.i]:
        first = head.doc[max(before) + 1]
    while first.i > 0 and (first.nbor(-1).lower_ in BOUNDING or _goes_on(first)):
        first = first.nbor(-1)
    last = head.right_edge if _is_measure(head) else head
    return head.doc[first.i : last.i + 1]


def _goes_on(first: Token) -> bool:
    """Whether "of" or "tens" stands before the rest of "tens of thousands", where the parse cut it off."""
    before = first.nbor(-1).lower_
    return (before == "of" and first.lower_ in _POWERS) or (before in {"tens", "hundreds"} and first.lower_ == "of")


def _counted(head: Token, after: int) -> str:
    """Give the words for what is counted, without its determiners and amounts."""
    words = [t for t in head.doc[head.left_edge.i : head.i + 1] if t.i > after]
    kept = [t for t in words if t == head or t.pos_ not in _LEFT_OUT]
    return "".join(t.text_with_ws for t in kept).replace("’s", "'s").strip(" ,")


def _whole_of_share(head: Token, amount: Amount, words: str) -> str | None:
    """Give the words of what a share is a part of: "the coast" in "a third of the coast"."""
    whole = _whole(head) if _is_measure(head) else None
    if whole is not None:
        return _counted(whole, -1) if _has_number(whole) else _without(whole, "of ")
    after = words[amount.end :].strip()
    direct = _RATIO.search(words[amount.start : amount.end]) or after.startswith(
        "the "
    )  # "one in five men", "half the men"
    return after if direct else after.partition("of ")[2] or None


def _without(whole: Token, preposition: str) -> str:
    return text_of(whole.doc[whole.left_edge.i : whole.i + 1]).removeprefix(preposition)


def _what(head: Token, last: int) -> str:
    """Give the words of what is counted, from the offset on where its amount ends; bare "thousands" are people."""
    if not _is_measure(head):
        return _counted(head, max((t.i for t in head.doc[head.left_edge.i : head.i] if t.idx < last), default=-1))
    whole = _whole(head)
    while whole is not None and _is_measure(whole) and _whole(whole) is not None:
        whole = _whole(whole)
    if whole is None or _is_measure(whole):
        return "people" if head.tag_ == "NNS" else ""
    return _counted(whole, -1)


def _counts(head: Token, phrase: Sequence[Token], amount: Amount) -> bool:
    """Whether an amount says how many of the head there are, and is no year, rank or name."""
    start = phrase[0].idx
    inside = [t for t in phrase if amount.start <= t.idx - start < amount.end]
    if _YEAR.fullmatch(text_of(inside)) and head.tag_ not in {"NNS", "NNPS"}:
        return False
    if start + amount.start > head.idx and head.pos_ != "SYM":
        return False
    return not any(t.pos_ == "PROPN" for t in inside)
