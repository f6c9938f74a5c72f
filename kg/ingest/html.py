"""HTML pages: the article's text by trafilatura; day, publisher and address only as the page states them."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from trafilatura import extract, load_html

from kg.errors import UnreadableError
from kg.ingest.base import Draft, decode, read_bytes

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?\s*([\w-]+)""", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?(?=\D|$)")
_SOFT_SPACE = re.compile(r"\s+")

# Where a page may state a thing, the surest first: names of <meta>, then a path into its JSON-LD.
_META = {
    "published": (
        "article:published_time", "datePublished", "date", "pubdate", "publish-date", "publication_date",
        "dc.date", "dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date",
    ),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "url": ("og:url",),
    "title": ("og:title", "dc.title", "headline"),
    "author": ("author", "dc.creator", "parsely-author"),
}  # fmt: skip
_LINKED = {
    "published": ("datePublished",),
    "publisher": ("publisher", "name"),
    "url": ("url",),
    "title": ("headline",),
    "author": ("author", "name"),
}
_ELEMENTS = {
    "published": "//time[@pubdate or @itemprop='datePublished']/@datetime | //article//header//time/@datetime",
    "url": "//link[@rel='canonical']/@href",
    "title": "//h1//text()",
    "language": "/html/@lang",
}


class HtmlReader:
    """Reads one page; its encoding is the one it declares, else UTF-8."""

    def read(self, stream: BinaryIO, location: str) -> Iterator[Draft]:
        """Give the text of the page's article."""
        data = read_bytes(stream, location)
        declared = _CHARSET.search(data[:2048])
        page = decode(data, location, declared[1].decode() if declared else "utf-8")
        tree = load_html(page.replace("\r\n", "\n"))
        fields = {} if tree is None else dict(_fields(tree))
        text = None if tree is None else extract(tree, include_comments=False)
        if not text:
            raise UnreadableError(f"{location}: no article in this page; save its text as .md or .txt")
        yield Draft(text=text, location=location, fields=fields)


def _fields(tree: Any) -> Iterator[tuple[str, str]]:
    """Give what the page states of itself; a day not in ISO 8601 and half an address count as not stated."""
    meta, linked = _meta(tree), list(_linked(tree))
    for name in sorted({*_META, *_ELEMENTS}):
        stated = [
            *(meta.get(key.lower(), "") for key in _META.get(name, ())),
            *(_follow(thing, _LINKED[name]) for thing in linked if name in _LINKED),
            *(str(value) for value in (tree.xpath(_ELEMENTS[name]) if name in _ELEMENTS else ())),
        ]
        if name == "published":
            stated = [day[0] for value in stated if (day := _DAY.match(value.strip()))]
        elif name == "url":
            stated = [value for value in stated if "://" in value]
        if found := next((value for value in stated if value.strip()), None):
            yield name, _SOFT_SPACE.sub(" ", found).strip()


def _meta(tree: Any) -> dict[str, str]:
    """Map the names of the page's <meta> elements to what they say first."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), element.get("content"))
    return found


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """Give the JSON-LD objects of a page that tell of an article; broken ones are as good as none."""
    for text in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            things = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(things, dict):
            things = things.get("@graph", [things])
        for thing in things if isinstance(things, list) else ():
            if isinstance(thing, dict) and ("headline" in thing or "datePublished" in thing):
                yield thing


def _follow(thing: Any, path: tuple[str, ...]) -> str:
    for step in path:
        thing = thing[0] if isinstance(thing, list) and thing else thing
        thing = thing.get(step) if isinstance(thing, dict) else thing
    return thing if isinstance(thing, str) else ""


reader = HtmlReader()
