"""Opens a large page in headless Chromium and measures its frames while it is moved and filtered; see README.md.

python benchmarks/page/run.py --statements 7500
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import CDPSession, Page, sync_playwright

from kg.export import export
from kg.store import create

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from generator import World

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SECONDS = 4.0  # that each movement takes
RECORD = """() => {
  window.frames_seen = [];
  let last = performance.now();
  const note = () => {
    const now = performance.now();
    window.frames_seen.push(now - last);
    last = now;
    window.noting = requestAnimationFrame(note);
  };
  window.noting = requestAnimationFrame(note);
}"""
TAKEN = "() => { cancelAnimationFrame(window.noting); return window.frames_seen; }"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
EDGES = """() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const said = new Set(data.lines.map((line) => [line.source, line.claim, line.affirms].join(" ")));
  return [Object.keys(data.circles).length, said.size + data.meetings.length];
}"""


def write(statements: int, folder: Path) -> Path:
    """Make up a graph and write its page."""
    with create(folder / "made.kg") as store:
        store.add(World(statements).quads())
        began = time.perf_counter()
        with (folder / "page.html").open("wb") as stream:
            export("html", store, stream)
        size = (folder / "page.html").stat().st_size
        print(f"written           {time.perf_counter() - began:6.1f} s, {size / 1e6:.1f} MB")
    return folder / "page.html"


@dataclass
class Bench:
    """An open page and its graph's rectangle."""

    page: Page
    session: CDPSession

    def measure(self, name: str, act: Callable[[], None]) -> None:
        """Print how long frames took while something was done, and how busy the page's main thread was."""
        before = self.busy()
        self.page.evaluate(RECORD)
        act()
        frames = sorted(self.page.evaluate(TAKEN)[1:])
        busy = self.busy() - before
        late = frames[int(len(frames) * 0.95)]
        print(
            f"{name:18}{len(frames):5} frames   median {median(frames):5.1f}   95 % {late:6.1f}"
            f"   longest {frames[-1]:6.1f} ms   processor {1000 * busy / len(frames):5.1f} ms a frame",
            flush=True,
        )

    def busy(self) -> float:
        """Give the seconds for which the page's main thread has worked."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

    def middle(self) -> tuple[float, float]:
        """Give the middle of the picture."""
        box = self.page.locator("#graph").bounding_box()
        assert box  # noqa: S101
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def pan(self) -> None:
        """Drag the picture about, from where nothing is drawn."""
        x, y = self.middle()[0], self.page.locator("#graph").bounding_box()["y"] + 20  # type: ignore[index]
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for step in _steps():
            self.page.mouse.move(x + 200 * abs(step % 40 / 20 - 1) - 100, y + 150 * abs(step % 60 / 30 - 1))
        self.page.mouse.up()

    def zoom(self) -> None:
        """Turn the wheel in and out."""
        self.page.mouse.move(*self.middle())
        for step in _steps():
            self.page.mouse.wheel(0, -50 if step // 20 % 2 else 50)

    def slide(self) -> None:
        """Move the first day by the keyboard."""
        self.page.get_by_label("First day").focus()
        for step in _steps():
            self.page.keyboard.press("ArrowRight" if step // 20 % 2 == 0 else "ArrowLeft")

    def tick(self) -> None:
        """Take a verdict out and in again."""
        for _ in range(6):
            self.page.locator("#verdicts input").first.click()
            self.page.wait_for_timeout(400)


def _steps() -> Iterator[int]:
    """Count until the time is over."""
    end = time.monotonic() + SECONDS
    return takewhile(lambda _: time.monotonic() < end, count())


def look(file: Path, chromium: str) -> int:
    """Open a page, measure it, and say how many complaints and requests there were."""
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url == file.as_uri() else wrong.append(asked.url))
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        began = time.perf_counter()
        page.goto(file.as_uri())
        page.evaluate(DRAWN)
        took = time.perf_counter() - began
        bench = Bench(page, session)
        print(f"opened and drawn  {took:6.1f} s, processor {bench.busy():.1f} s")
        page.get_by_label("uncorroborated").check()
        page.wait_for_timeout(1000)
        nodes, edges = page.evaluate(EDGES)
        print(f"drawn             {nodes} nodes, {edges} edges; {page.locator('#shown').inner_text()}")
        for name, act in (
            ("panning", bench.pan),
            ("zooming", bench.zoom),
            ("days", bench.slide),
            ("verdict", bench.tick),
        ):
            bench.measure(name, act)
            page.wait_for_timeout(500)
        browser.close()
    print(f"complaints, requests out: {len(wrong)}", *wrong[:5], sep="\n")
    return len(wrong)


def main() -> int:
    """Run; the exit code is 0 when the page complained of nothing and asked for nothing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=7500)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    asked = parser.parse_args()
    if not chromium:
        print("no chromium on this machine: nothing measured")
        return 0
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with TemporaryDirectory() as folder:
        return min(look(write(asked.statements, Path(folder)), chromium), 1)


if __name__ == "__main__":
    sys.exit(main())
