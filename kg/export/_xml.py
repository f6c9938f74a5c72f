"""Writes XML piece by piece."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from kg.export._picture import Value

Put = Callable[[str], object]
__all__ = ["Put", "attributes", "escape", "plain"]


def plain(value: Value) -> str:
    """Write a value as XML Schema does.

    >>> plain(True), plain(41.25), plain("a < b")
    ('true', '41.25', 'a < b')
    """
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def attributes(**values: Value) -> str:
    """Write attributes, each after a space; an underscore before a name is for words that Python keeps.

    >>> attributes(id="a&b", _for="node")
    ' id="a&amp;b" for="node"'
    """
    return "".join(f" {name.lstrip('_')}={quoteattr(plain(value))}" for name, value in values.items())
