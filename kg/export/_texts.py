"""Makes texts fit for pictures and for files."""

from re import compile as pattern
from textwrap import wrap

LONGEST = 60  # letters of a label
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    r"""Leave out the control characters that XML does not allow.

    >>> legible("bell\x07 and page")
    'bell and page'
    """
    return _FORBIDDEN.sub("", text)


def short(text: str) -> str:
    """Cut a text at a space so that it fits a picture, in one line.

    >>> short("the council of the river towns closed the bridge at Velm on Monday night")
    'the council of the river towns closed the bridge at Velm on…'
    """
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    head, space, _ = line[:LONGEST].rpartition(" ")
    return f"{head if space and len(head) > LONGEST // 2 else line[: LONGEST - 1]}…"


def wrapped(text: str, width: int = 24) -> str:
    r"""Break a label into lines.

    >>> wrapped("the council closed the bridge at Velm")
    'the council closed the\nbridge at Velm'
    """
    return "\n".join(wrap(text, width)) or text
