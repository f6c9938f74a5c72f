"""What the terminal shows, with and without colours."""

from pathlib import Path

import click
import pytest

from kg.show import Article, text_of

CASES = Path(__file__).parents[2] / "cases" / "show"


@pytest.mark.parametrize("width", [60, 100])
def test_article(article: Article, width: int) -> None:
    """The marks are numbered and closed, nested ones too; the lists hold all that was found, and problems."""
    shown = "\n".join(click.unstyle(line).rstrip() for line in text_of(article, width)) + "\n"
    assert shown == (CASES / f"article-{width}.txt").read_text(encoding="utf-8")


def test_colours_only_add(article: Article) -> None:
    """Without its colours the text is the same, so that a pipe loses nothing; no other escape gets through."""
    coloured = "\n".join(text_of(article, 80))
    assert "\x1b[" in coloured
    assert "\x1b" not in click.unstyle(coloured)
