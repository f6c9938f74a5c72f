"""The page is one file that loads nothing, keeps every text a text, and shows its tables without a script.

What it does in a browser is tested in test_browsing.py.
"""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.export import html

Written = Callable[[str], bytes]
LOADING = {"src", "srcset", "poster", "data", "action", "background", "ping", "manifest"}


class Elements(HTMLParser):
    """Collects the tags of a page and its text outside of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if self.cdata_elem == "script":
            self.scripts[-1] += data
        elif not self.cdata_elem:
            self.texts.append(data)


@pytest.fixture
def page(written: Written) -> str:
    """Give the page as text."""
    return written("html").decode()


def test_loads_nothing(page: str) -> None:
    """No element fetches anything, no style imports, and the browser is told to refuse it."""
    elements = Elements(page)
    assert not [(tag, LOADING & set(values)) for tag, values in elements.tags if LOADING & set(values)]
    assert not [tag for tag, _ in elements.tags if tag in {"link", "iframe", "object", "embed", "img", "base"}]
    style = page[page.index("<style>") : page.index("</style>")]
    assert "@import" not in style
    assert "url(" not in style
    policy = next(values["content"] for tag, values in elements.tags if values.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert "http" not in policy


def test_links_are_web_addresses_only(page: str) -> None:
    """A document whose address is a script is shown without a link."""
    links = {values["href"] for tag, values in Elements(page).tags if tag == "a" and values["href"][:1] != "#"}
    assert "https://ferry.example/one?a=1&b=2" in links
    assert all(link.startswith("https://") for link in links)
    assert "javascript:alert" not in page


def test_markup_in_a_quote_stays_text(page: str) -> None:
    """The quote is shown as it was written, in the table and in the data of the picture."""
    elements = Elements(page)
    quote = "the League </script><script>alert(1)</script> is out … and <b>Velm</b> is free"
    assert quote in elements.texts
    data = next(script for script in elements.scripts if script.startswith("{"))
    assert "<" not in data
    assert quote in [line["quote"] for line in json.loads(data)["lines"]]
    assert "alert(1)" not in [script.strip() for script in elements.scripts]


def test_tables_need_no_script(page: str) -> None:
    """Claims stand under their verdicts with both sides, stance, day, chain and publisher in plain HTML."""
    main = page[page.index("<main>") : page.index("</main>")]
    shown = re.sub(r"\s+", " ", "".join(Elements(main).texts))
    assert shown.index("Contested") < shown.index("Hill League holds Velm")
    assert shown.index("Corroborated across sides") < shown.index("Hill League lost Velm")
    assert "Orla Brenn (River Guard) announces, 2031-05-04, via Kestrel Wire, in Daily Ferry: Velm & after" in shown
    assert "Hill Voice (Hill League) admits, against its own interest, in Daily Ferry" in shown


def test_without_the_library_the_page_says_so_and_keeps_its_tables(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built without a network, kg still writes a page."""
    monkeypatch.setattr(html, "_LIBRARY", Path("vendor", "not-there.js"))
    page = written("html").decode()
    assert "There is no picture on this page" in page
    assert 'id="graph"' not in page
    assert "Hill League lost Velm" in page


def test_no_script_ends_early(page: str) -> None:
    """Each script of the page is whole and has its digest in the policy."""
    wanted = {html._digest(script) for script in Elements(page).scripts if not script.startswith("{")}
    policy = re.search(r"script-src ([^\"]*)\"", page)
    assert policy
    assert set(policy[1].replace("&#39;", "'").split()) == wanted
