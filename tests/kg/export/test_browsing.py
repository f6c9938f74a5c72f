"""The page in a real browser: it reaches for nothing, shows every text as text, and is used without a mouse."""

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kg.export import export, html
from kg.export.selection import Selection
from kg.store import create

CASES = Path(__file__).parents[2] / "cases" / "export"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LIBRARY = Path(html.__file__).parent / "assets" / "vendor" / "cytoscape.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]

# Notes the box of each name that is written on the canvas of names, anew for each drawing.
LISTENING = """() => {
  const pen = CanvasRenderingContext2D.prototype, fill = pen.fillText, clear = pen.clearRect;
  const ours = (one) => one.canvas.id === "names";
  pen.clearRect = function (...box) {
    if (ours(this)) window.written = [];
    return clear.apply(this, box);
  };
  pen.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2;
    if (ours(this)) window.written.push([text, x - half, x + half, y - 6, y + 6]);
    return fill.call(this, text, x, y);
  };
}"""

pytestmark = pytest.mark.skipif(not CHROMIUM or not LIBRARY.exists(), reason="needs chromium and cytoscape.js")


@dataclass
class Seen:
    """An open page, all that it asked for and all that it complained of."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def shows(self, counts: str) -> None:
        """Wait until the page says that so much is shown."""
        expect(self.page.locator("#shown")).to_have_text(f"{counts} statements shown")

    def listed(self) -> list[str]:
        """Give the claims that the tables list."""
        self.page.wait_for_timeout(250)
        return sorted(self.page.locator("tr[data-claim] .claim:visible").all_inner_texts())

    def focused(self) -> str:
        """Name the element that has the focus."""
        return str(self.page.evaluate("document.activeElement.id || document.activeElement.tagName"))


Open = Callable[..., Seen]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of `tests/cases/export/page.trig`."""
    folder = tmp_path_factory.mktemp("page")
    with create(folder / "test.kg") as store:
        store.add(ox.parse((CASES / "page.trig").read_bytes(), format=ox.RdfFormat.TRIG))
        stream = io.BytesIO()
        export("html", store, stream, Selection())
    (folder / "page.html").write_bytes(stream.getvalue())
    return folder / "page.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser of this machine."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Open]:
    """Give a function that opens the page; afterwards it must have asked for nothing and complained of nothing."""
    all_seen: list[Seen] = []

    def open_page(part: str = "", **options: Any) -> Seen:
        page = browser.new_page(**{"viewport": {"width": 1300, "height": 850}, "reduced_motion": "reduce"} | options)
        seen = Seen(page, file.as_uri() + part)
        page.on("request", lambda request: seen.asked.append(request.url))
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (seen.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(seen.address)
        all_seen.append(seen)
        return seen

    yield open_page
    for seen in all_seen:
        assert seen.complaints == []
        assert {address.partition("#")[0] for address in seen.asked} == {file.as_uri()}
        seen.page.close()


def test_opens_from_disk_and_asks_for_nothing(opened: Open) -> None:
    """Picture, panel and tables are there; what is asked for and complained of is looked at after every test."""
    seen = opened()
    seen.shows("5 of 5 claims, 7 of 7")
    assert seen.page.locator("#graph canvas").count() > 0
    expect(seen.page.locator("#panel")).to_contain_text("Choose a claim or a source")
    assert len(seen.listed()) == 5


@pytest.mark.parametrize(
    ("group", "value", "left"),
    [
        ("verdicts", "contested", "3 of 5 claims, 4 of 7"),
        ("verdicts", "corroborated-across-sides", "4 of 5 claims, 5 of 7"),
        ("parties", "Ropers", "5 of 5 claims, 5 of 7"),
        ("parties", "no side", "3 of 5 claims, 5 of 7"),
        ("stances", "denies", "5 of 5 claims, 6 of 7"),
        ("stances", "asserts", "3 of 5 claims, 4 of 7"),
        ("stances", "estimates", "4 of 5 claims, 6 of 7"),
    ],
)
def test_each_filter_leaves_out_its_own(opened: Open, group: str, value: str, left: str) -> None:
    """What is left is counted, the tables follow, and one button brings all back."""
    seen = opened()
    seen.page.locator(f"#{group} input[value='{value}']").uncheck()
    seen.shows(left)
    assert len(seen.listed()) == int(left[0])
    seen.page.get_by_role("button", name="Set filters back").click()
    seen.shows("5 of 5 claims, 7 of 7")
    assert seen.focused() == "search"


def test_the_words_of_publishers_can_be_left_out(opened: Open) -> None:
    """A narrated statement is no speech of a source."""
    seen = opened()
    seen.page.get_by_label("publishers’ own words").uncheck()
    seen.shows("4 of 5 claims, 6 of 7")
    assert "There was fog" not in seen.listed()


def test_days_are_chosen_with_the_keyboard(opened: Open) -> None:
    """Each end moves by a day; a month counts while any of its days is in; an unknown day has its own box."""
    seen = opened()
    first, last = seen.page.get_by_label("First day"), seen.page.get_by_label("Last day")
    assert first.get_attribute("aria-valuetext") == "2031-03-01"
    first.focus()
    seen.page.keyboard.press("ArrowRight")
    seen.shows("5 of 5 claims, 6 of 7")
    assert first.get_attribute("aria-valuetext") == "2031-03-02"
    last.focus()
    seen.page.keyboard.press("Home")
    assert last.get_attribute("aria-valuetext") == "2031-03-01"
    assert seen.page.locator("#days output").inner_text() == "2031-03-01 to 2031-03-01"
    seen.shows("3 of 5 claims, 3 of 7")
    seen.page.get_by_label("day unknown").uncheck()
    seen.shows("2 of 5 claims, 2 of 7")
    assert seen.listed() == ["Ropers destroyed the <i>crane</i>", "There was fog"]


def test_search_finds_words_of_quotes_and_says_what_filters_hide(opened: Open) -> None:
    """All that was said of a claim found is shown; Enter opens it."""
    seen = opened()
    seen.page.get_by_role("searchbox").fill("Tidewaiter")
    seen.shows("1 of 5 claims, 2 of 7")
    seen.page.locator("#verdicts input[value='contested']").uncheck()
    seen.shows("0 of 5 claims, 0 of 7")
    expect(seen.page.locator("#panel")).to_contain_text("No statement passes all filters")
    seen.page.get_by_role("button", name="1 more claim has these words: show").click()
    seen.shows("1 of 5 claims, 2 of 7")
    seen.page.keyboard.press("Enter")
    assert seen.focused() == "panel"
    expect(seen.page.locator("#panel h2")).to_have_text("Ropers hold the quay")


def test_what_filters_hide_can_still_be_read(opened: Open) -> None:
    """The panel leads to it and says why the picture has it not; no filter jumps away under the pointer."""
    seen = opened("#claim:quay")
    box = seen.page.locator("#parties input").first
    before = box.bounding_box()
    seen.page.locator("#parties input[value^='Wardens']").uncheck()
    seen.shows("4 of 5 claims, 4 of 7")
    assert box.bounding_box() == before
    seen.page.get_by_role("button", name="Wardens hold the quay").click()
    expect(seen.page.locator("#panel .kept")).to_have_text("The filters keep this out of the picture.")
    expect(seen.page.locator("#panel h2")).to_have_text("Wardens hold the quay")


def test_everything_is_reached_with_tab_arrows_and_enter(opened: Open) -> None:
    """Tab leads over the filters to the graph, arrows from node to node, Enter into the panel, Escape back."""
    seen = opened()
    order = []
    for _ in range(40):
        seen.page.keyboard.press("Tab")
        order.append(seen.focused())
        if order[-1] == "graph":
            break
    assert order[:3] == ["A", "theme", "search"]  # the first skips to the tables
    assert order[-1] == "graph"
    names = set()
    for _ in range(9):
        seen.page.keyboard.press("ArrowRight")
        names.add(seen.page.locator("#panel h2").inner_text())
        assert seen.page.locator("#said").inner_text().startswith(("Claim: ", "Source: "))
    assert len(names) == 9
    seen.page.keyboard.press("Enter")
    assert seen.focused() == "panel"
    seen.page.keyboard.press("Escape")
    assert seen.focused() == "graph"
    seen.page.keyboard.press("Escape")
    expect(seen.page.locator("#panel h2")).to_have_text("Choose a claim or a source")


def test_markup_stays_text_and_scripts_are_no_links(opened: Open) -> None:
    """Quotes, names, sides, titles and claims are shown as they were written, in the panel and in the tables."""
    seen = opened("#claim:crane")
    panel = seen.page.locator("#panel").inner_text()
    assert "Ropers destroyed the <i>crane</i>" in panel
    assert "the crane <img src=x onerror=alert(5)> is </noscript><script>alert(6)</script> gone" in panel
    assert "Ilse <img src=x onerror=alert(1)> Tarn (Wardens <b>of</b> Oss) announces" in panel
    assert "in Oss Beacon </script><script>alert(2)</script>: Quay & <u>crane</u>" in panel
    seen.page.goto(seen.address.replace("crane", "boats"))
    assert "Undated <script>alert(3)</script>" in seen.page.locator("#panel").inner_text()
    for summary in seen.page.locator("tr summary").all():
        summary.click()
    assert "the crane <img src=x onerror=alert(5)> is </noscript>" in seen.page.locator("#list").inner_text()
    assert seen.page.locator("img, #list script, #panel script, #panel i:not(.swatch), #work u").count() == 0
    links = seen.page.locator("a[href]").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(links) == {"https:", "file:"}


def test_without_scripts_every_quote_can_be_read(opened: Open) -> None:
    """The tables hold all that was said."""
    seen = opened(java_script_enabled=False)
    assert not seen.page.locator("#work").is_visible()
    for summary in seen.page.locator("tr summary").all():
        summary.click()
    shown = seen.page.locator("#list").inner_text()
    assert "the crane <img src=x onerror=alert(5)> is </noscript><script>alert(6)</script> gone" in shown
    assert shown.count("2031-03-0") == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
def test_axe_finds_nothing(opened: Open, scheme: str, width: int) -> None:
    """No rule of axe-core is broken: contrast, names, roles, landmarks, order of headings."""
    seen = opened("#claim:quay", color_scheme=scheme, viewport={"width": width, "height": 850})
    seen.page.locator("#controls").evaluate("all => { all.open = true; }")
    seen.page.locator("tr summary").first.click()
    found = Axe().run(seen.page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_a_narrow_window_has_all_in_one_column(opened: Open) -> None:
    """Filters are folded away, and nothing sticks out."""
    seen = opened(viewport={"width": 360, "height": 700})
    assert not seen.page.get_by_role("searchbox").is_visible()
    assert seen.page.locator("#graph").is_visible()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_names_do_not_lie_over_one_another(opened: Open) -> None:
    """What is written on the canvas of names is looked at where it is written."""
    seen = opened("", viewport={"width": 700, "height": 700})
    seen.page.evaluate(LISTENING)
    seen.page.get_by_role("button", name="Zoom out").click()
    seen.page.wait_for_timeout(400)
    boxes = [box for box in seen.page.evaluate("window.written") if len(box[0]) > 1]
    assert len(boxes) >= 5
    for number, (text, left, right, top, bottom) in enumerate(boxes):
        for other, *box in boxes[number + 1 :]:
            assert right <= box[0] or box[1] <= left or bottom <= box[2] or box[3] <= top, (text, other)


def test_a_click_opens_what_is_under_it(opened: Open) -> None:
    """The letter of a side stands in the circle of its source; beside all nodes a click lets go."""
    seen = opened()
    seen.page.evaluate(LISTENING)
    seen.page.get_by_role("button", name="Show all").click()
    seen.page.wait_for_timeout(400)
    _, *box = next(box for box in seen.page.evaluate("window.written") if box[0] == "R")
    graph = seen.page.locator("#graph")
    graph.click(position={"x": (box[0] + box[1]) / 2, "y": (box[2] + box[3]) / 2})
    expect(seen.page.locator("#panel h2")).to_have_text("Ropers' Moot")
    graph.click(position={"x": 300, "y": 5})
    expect(seen.page.locator("#panel h2")).to_have_text("Choose a claim or a source")


def test_five_thousand_edges_open_and_are_filtered(browser: Browser, tmp_path: Path) -> None:
    """How quickly is for benchmarks/page/run.py to say; here nothing breaks."""
    with create(tmp_path / "large.kg") as store:
        store.add(ox.parse("\n".join(crowd()), format=ox.RdfFormat.TRIG))
        with (tmp_path / "large.html").open("wb") as stream:
            export("html", store, stream)
    page = browser.new_page(viewport={"width": 1300, "height": 850})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "large.html").as_uri())
    expect(page.locator("#shown")).to_have_text("500 of 500 claims, 5000 of 5000 statements shown", timeout=20_000)
    page.mouse.move(600, 700)
    page.mouse.down()
    page.mouse.move(700, 600, steps=10)
    page.mouse.up()
    page.mouse.wheel(0, -300)
    page.get_by_label("denies").uncheck()
    expect(page.locator("#shown")).to_have_text("450 of 500 claims, 4500 of 5000 statements shown", timeout=20_000)
    assert complaints == []
    page.close()


def crowd() -> Iterator[str]:
    """Make up a hundred sources that speak to fifty claims each, of which every tenth is denied by all."""
    graph = "https://w3id.org/claim-graph/"
    yield f"PREFIX kg: <{graph}ns#> PREFIX schema: <https://schema.org/>"
    yield "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
    paper = f"<{graph}id/document/1>"
    yield f'{paper} a schema:NewsArticle ; schema:headline "All" .'
    for number in range(5000):
        who, claim = number % 100, number // 100 * 10 + number % 10
        yield f'<{graph}id/agent/{who}> skos:prefLabel "Voice {who}" .'
        yield f'<{graph}id/claim/{claim}> a kg:Claim ; schema:text "Claim {claim}" .'
        said = "kg:stance kg:asserts ; kg:affirms true" if number % 10 else "kg:stance kg:denies ; kg:affirms false"
        yield f"<{graph}id/statement/{number}> a kg:Statement ; {said} ; kg:claim <{graph}id/claim/{claim}> ;"
        yield f"  prov:wasAttributedTo <{graph}id/agent/{who}> ; prov:wasQuotedFrom {paper} ."


def test_prints_picture_and_tables_without_the_controls(opened: Open) -> None:
    """Paper has no filters."""
    seen = opened()
    seen.page.emulate_media(media="print")
    assert not seen.page.locator("#controls").is_visible()
    assert seen.page.locator("#graph").is_visible()
    assert len(seen.listed()) == 5
