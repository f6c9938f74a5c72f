"""Articles as one HTML page that needs no script and loads nothing: texts with their marks beside their statements."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from kg.show import wording
from kg.show.article import Article
from kg.show.runs import Kind, Run, runs

_HERE = Path(__file__).parent
_WEB_ADDRESS = re.compile(r"https?://", re.I)


def page_of(articles: Sequence[Article]) -> str:
    """Write the page; everything that comes from an article stays text."""
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"web": _web_address, "exact": _exact}
    return environment.get_template("page.html.j2").render(
        articles=articles,
        most=max((len(article.statements) for article in articles), default=0),
        wording=wording,
        runs=lambda article: runs(len(article.text), article.marks),
        classes=_classes,
        style=Markup((_HERE / "page.css").read_text(encoding="utf-8")),  # noqa: S704 (our own file)
    )


def _web_address(url: str | None) -> str | None:
    """Give an address that may be linked to."""
    return url if url and _WEB_ADDRESS.match(url) else None


def _exact(text: str) -> Markup:
    """Escape a text so that a browser keeps every letter of it, also line ends."""
    return Markup.escape(text).replace("\r", Markup("&#13;"))


def _classes(run: Run) -> str:
    """Name for the style sheet what lies over a run, where a content begins and ends, and whether one is in another."""
    contents = {mark.number for mark in run.marks if mark.kind is Kind.CONTENT}
    names = [mark.kind.value for mark in run.marks]
    names += [f"s{mark.number}" for mark in run.marks if mark.kind is not Kind.PROBLEM]
    names += ["inner"] if len(contents) > 1 else []
    names += ["opens"] if any(mark.kind is Kind.CONTENT for mark in run.opening) else []
    names += ["closes"] if any(mark.kind is Kind.CONTENT for mark in run.closing) else []
    return " ".join(dict.fromkeys(names))
