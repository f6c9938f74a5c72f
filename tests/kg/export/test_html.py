"""The page is one file that loads nothing, keeps every text a text, and shows its tables without a script.

What it does in a browser is tested in test_browsing.py.
"""

import io
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.errors import TooMuchError
from kg.export import _page, export, html
from kg.export.selection import Selection
from kg.model import Iri
from kg.store import View

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


def test_too_large_a_page_is_refused_with_the_cure(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no browser would show is said in one line; a part of it can be chosen."""
    monkeypatch.setattr(_page, "MOST", 3)
    with pytest.raises(TooMuchError, match=r"a page holds 3 statements and these are 4; choose fewer with --since"):
        export("html", view, io.BytesIO())
    export("html", view, io.BytesIO(), Selection(until=PartialDate("2031-05-04")))


def data_of(view: View, selection: Selection) -> dict[str, Any]:
    """Give the data of the picture in a page."""
    stream = io.BytesIO()
    export("html", view, stream, selection)
    return dict(json.loads(next(one for one in Elements(stream.getvalue().decode()).scripts if one.startswith("{"))))


def test_each_view_draws_its_own(view: View) -> None:
    """Sources and claims, only sources with their ties, or only claims; panel and tables have all in each."""
    kinds = {"full": {"agent", "claim"}, "sources": {"agent"}, "claims": {"claim"}}
    for shape, wanted in kinds.items():
        data = data_of(view, Selection(shape=shape))
        assert {name.partition(":")[0] for name in data["circles"]} == wanted
        assert len(data["lines"]) == 4
        assert bool(data["ties"]) == (shape == "sources")


def test_ties_say_who_affirms_the_same_and_who_differs(view: View) -> None:
    """A denial of what contradicts a claim is no tie; each tie names its claims."""
    ties = data_of(view, Selection(shape="sources"))["ties"]
    assert ties == [{"one": "agent:brenn", "other": "agent:voice", "agree": True, "claims": ["claim:lost"]}]


def test_the_evidence_of_a_claim_is_what_speaks_to_it(view: View) -> None:
    """What is judged beside or against it comes with it, and the page opens on it."""
    claim = Iri("https://w3id.org/claim-graph/id/claim/lost")
    data = data_of(view, Selection(shape="evidence", claim=claim))
    assert data["asked"] == "claim:lost"
    assert {one["id"] for one in data["claims"]} == {"claim:lost", "claim:held"}


def test_a_part_says_what_it_is_a_part_of(view: View) -> None:
    """Nobody takes a choice for the whole."""
    stream = io.BytesIO()
    export("html", view, stream, Selection(until=PartialDate("2031-06"), party="River Guard"))
    assert "This is a part of it: until 2031-06, side River Guard." in stream.getvalue().decode()


def test_days_are_those_said_or_else_published(view: View) -> None:
    """A month has all its days; where neither is known there are none."""
    lines = data_of(view, Selection())["lines"]
    days = {line["claim"] + " " + line["source"]: line["days"] for line in lines}
    known = {name: [str(date(1970, 1, 1) + timedelta(day)) for day in span or ()] for name, span in days.items()}
    assert known == {
        "claim:lost agent:brenn": ["2031-05-04", "2031-05-04"],
        "claim:lost agent:voice": [],
        "claim:held agent:brenn": ["2031-05-01", "2031-05-31"],
        "claim:fire agent:ferry": ["2031-05-05", "2031-05-05"],
    }
