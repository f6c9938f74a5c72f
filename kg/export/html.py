"""One HTML page that opens from a disk without a network: the picture, every quote, and tables that need no script."""

import base64
import hashlib
import json
from pathlib import Path
from typing import IO

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from kg.export._network import SHAPES
from kg.export._page import read_page
from kg.export.selection import EVERYTHING, Selection
from kg.pictures.palette import ink
from kg.store.base import View

_HERE = Path(__file__).parent
_LIBRARY = Path("vendor", "cytoscape.min.js")  # put there by hatch_build.py
_SCRIPTS = tuple(Path(f"{name}.js") for name in ("panel", "dates", "filters", "names", "picture", "page"))


class Html:
    """Sources and claims as a graph with filters and quotes; all that it needs is in the file.

    The page may load nothing and run no script but its own, which its content security policy names by digest.
    """

    suffix = ".html"
    media_type = "text/html; charset=utf-8"
    shapes = SHAPES

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write the page."""
        page = read_page(view, selection)
        environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        environment.filters["ink"] = ink
        library = _script(_LIBRARY) if (_HERE / "assets" / _LIBRARY).exists() else None
        own = Markup("\n").join(_script(name) for name in _SCRIPTS)
        written = environment.get_template("page.html.j2").render(
            page=page,
            data=_json(page.data),
            style=Markup(_asset(Path("page.css"))),  # noqa: S704 (our own file)
            scripts=[script for script in (library, own) if script],
            pictured=library is not None,
            policy=" ".join(_digest(script) for script in (library, own) if script),
        )
        stream.write(written.encode())


def _asset(name: Path) -> str:
    return (_HERE / "assets" / name).read_text(encoding="utf-8")


def _script(name: Path) -> Markup:
    """Read a script to stand inside the page; what would end it early is written otherwise."""
    return Markup(_asset(name).replace("</script", "<\\/script").replace("<!--", "<\\!--"))  # noqa: S704 (our own file)


def _digest(script: str) -> str:
    found = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(found).decode()}'"


def _json(data: object) -> Markup:
    """Write data so that no text in it can end the element that holds it."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(written)  # noqa: S704 (escaped above)


exporter = Html()
