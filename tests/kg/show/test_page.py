"""The page is one file that loads nothing, keeps every text a text, and joins each statement to its words."""

import shutil
import socket
import subprocess
from contextlib import closing, suppress
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.show import Article, page_of
from kg.show.runs import Kind

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
Attributes = dict[str, str | None]


class Elements(HTMLParser):
    """Collects the tags of a page, its ids and links, and the text of its marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []
        self.marks: list[tuple[set[str], str]] = []
        self.text = ""
        self._in_mark = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        self._in_mark = tag == "mark"
        if self._in_mark:
            self.marks.append((set((dict(attrs).get("data-marks") or "").split()), ""))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a mark."""
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data
        if self._in_mark:
            self.marks[-1] = (self.marks[-1][0], self.marks[-1][1] + data)

    def values(self, name: str) -> list[str]:
        """Give all values of an attribute."""
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]

    def marked(self, name: str) -> str:
        """Give the words under the marks of one kind and statement: "source-1"."""
        return "".join(text for names, text in self.marks if name in names)


@pytest.fixture
def page(article: Article) -> str:
    """Give the page of the nasty article."""
    return page_of([article])


def check_marks(page: str, article: Article) -> None:
    """Check that the words under the marks of each statement are those at its spans."""
    elements = Elements(page)
    for number, statement in enumerate(article.statements, 1):
        for kind in (Kind.SOURCE, Kind.CUE, Kind.CONTENT):
            wanted = "".join(article.text[start:end] for start, end in statement[kind])
            assert elements.marked(f"{kind}-{number}") == wanted


def test_marks_are_the_spans(page: str, article: Article) -> None:
    """Nested, overlapping and discontinuous spans are marked to the letter."""
    check_marks(page, article)


def test_texts_stay_texts(page: str, article: Article) -> None:
    """Markup in text, title, publisher and problem is shown as it was written; no address but of the web is a link."""
    elements = Elements(page)
    assert {tag for tag, _ in elements.tags} & {"script", "img", "b", "i", "iframe", "link", "object", "form"} == set()
    for text in ('Ferry <b>stopped</b> & "sold"', "Daily <i>Ferry</i>", "half <b>", "javascript:alert(2)"):
        assert text in elements.text
    assert all(link.startswith("#") for link in elements.values("href"))


def test_web_addresses_are_links(article: Article) -> None:
    """An article's http address can be followed, without telling from where."""
    linked = replace(article, url="https://ferry.example/?a=1&b=2")
    assert "https://ferry.example/?a=1&b=2" in Elements(page_of([linked])).values("href")


def test_loads_nothing(page: str) -> None:
    """No element fetches anything, no style imports, no script is there, and the browser is told to refuse all."""
    elements = Elements(page)
    assert not [value for name in ("src", "srcset", "poster", "data", "action") for value in elements.values(name)]
    style = page[page.index("<style>") : page.index("</style>")]
    assert "@import" not in style
    assert "url(" not in style
    policy = next(values["content"] or "" for tag, values in elements.tags if values.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert "script-src" not in policy


def test_links_lead_somewhere(article: Article) -> None:
    """Ids are there once, and each link within the page, of several articles, leads to one."""
    elements = Elements(page_of([article, article]))
    ids = elements.values("id")
    assert len(ids) == len(set(ids))
    links = [link.removeprefix("#") for link in elements.values("href")]
    assert set(links) <= set(ids)
    assert {f"a2-s{number}" for number in (1, 2, 3)} <= set(links)
    assert {"a1-s3-content1", "a1-s3-content2", "a1-p1-place", "a1-p1"} <= set(links)


def test_every_link_has_a_name(page: str) -> None:
    """A number alone says nothing to those who hear the page; each tag in the text says what it marks."""
    tags = [values for tag, values in Elements(page).tags if tag == "a" and "tag" in (values.get("class") or "")]
    assert tags
    assert all(values.get("aria-label") for values in tags)


def test_no_article_is_a_page_too() -> None:
    """Where nothing could be read, the page is whole."""
    assert page_of([]).rstrip().endswith("</html>")


@pytest.mark.skipif(not CHROMIUM, reason="needs chromium")
def test_a_browser_reads_it(page: str, article: Article, tmp_path: Path) -> None:
    """In a browser the marks still are the spans, nothing is asked of the network, and nothing complained of."""
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8", newline="")
    with closing(socket.create_server(("127.0.0.1", 0))) as proxy:
        proxy.setblocking(False)
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        flags += ["--disable-component-update", "--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}"]
        flags += [f"--proxy-server=127.0.0.1:{proxy.getsockname()[1]}", "--dump-dom", f"{file.as_uri()}#a1-s2"]
        done = subprocess.run([str(CHROMIUM), *flags], capture_output=True, timeout=60, check=True)
        asked = received(proxy)
    check_marks(done.stdout.decode(), article)
    assert "CONSOLE" not in done.stderr.decode()
    assert "tracker.example" not in asked


def received(server: socket.socket) -> str:
    """Give all that was sent to a server that never answered."""
    found = b""
    with suppress(BlockingIOError):
        while True:
            connection, _ = server.accept()
            connection.setblocking(False)
            with connection, suppress(BlockingIOError):
                found += connection.recv(10_000)
    return found.decode(errors="replace")
