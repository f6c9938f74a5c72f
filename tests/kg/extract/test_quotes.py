"""Quotation marks of every style are paired, within a paragraph and over several."""

import pytest

from kg.extract.layout import lay_out
from kg.extract.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "quoted", "problems"),
    [
        ('He said "go" and "stay".', ['"go"', '"stay"'], 0),
        ("He said “go”.", ["“go”"], 0),
        ("He said ''we go,'' twice.", ["''we go,''"], 0),
        ("He said 'we go now' to us.", ["'we go now'"], 0),
        ("It's the rebels' last town.", [], 0),
        ('"One.\n\n"Two."', ['"One.', '"Two."'], 0),
        ('He said "go.\n\nNobody went.', ['"go.'], 1),
        ("They left” at noon.", [], 1),
        ("He said „go“ and „stay”.", ["„go“", "„stay”"], 0),
        ("He said »go« and «stay».", ["»go«", "«stay»"], 0),
        ("They left» at noon.", [], 1),
        ("He said „go.", ["„go."], 1),
        ("He said ‘go.", [], 1),
        ("He said ‘go now’ in the ’90s.", ["‘go now’"], 0),
    ],
)
def test_quotes(text: str, quoted: list[str], problems: int) -> None:
    """Each quotation is found with its marks; a mark without a partner is a problem."""
    found, loose = find_quotes(text, lay_out(text).paragraphs)
    assert [text[each.start : each.end] for each in found] == quoted
    assert len(loose) == problems
