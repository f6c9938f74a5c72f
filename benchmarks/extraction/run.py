"""Measures the extraction: words a second, memory, size of the model, growth with the length of a text; see README.md.

python benchmarks/extraction/run.py
"""

import argparse
import os
import platform
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLES = (ROOT / "seeds" / "mosul-2016" / "articles", ROOT / "tests" / "events" / "sorvan" / "articles")
MODEL = ROOT / "kg" / "extract" / "parser"
RUNS = 3
LENGTHS = (10_000, 100_000, 1_000_000)  # characters of one text
READERS = ("blank", "regex", "parser", "kg")
NAMES = {
    "blank": "spaCy's blank tokenizer",
    "regex": 'a regex for "… said"',
    "parser": "our parser alone",
    "kg": "kg: parser and rules",
}
SAID = re.compile(r"(?:([A-Z]\w+(?: [A-Z]\w+)*) said|said ([A-Z]\w+(?: [A-Z]\w+)*))")
Reader = Callable[[str], object]


def reader(name: str) -> Reader:
    """Make one of the readers that are compared."""
    if name == "regex":
        return SAID.findall
    import spacy  # noqa: PLC0415

    if name == "blank":
        blank = spacy.blank("en")
        blank.max_length = 2 * LENGTHS[-1]
        return blank
    from kg.extract import Extractor, pipeline  # noqa: PLC0415
    from kg.extract.layout import lay_out  # noqa: PLC0415
    from kg.model import Document, Iri  # noqa: PLC0415
    from kg.rdf.stances import load_cues  # noqa: PLC0415

    if name == "parser":
        nlp = pipeline.load()
        return lambda text: pipeline.parse(nlp, text, lay_out(text))
    extractor = Extractor(load_cues(ROOT / "ontology" / "stances.ttl"))
    return lambda text: extractor.read(Document(id=Iri("benchmark"), text=text))


def texts() -> list[str]:
    """Give the bodies of the articles, without their front matter."""
    paths = sorted(path for folder in ARTICLES for path in folder.glob("*.md"))
    return [path.read_text(encoding="utf-8").split("\n---\n", 1)[-1].strip() for path in paths]


def long_text(length: int) -> str:
    """Give one text of so many characters: the articles one after the other, over and over."""
    every = "\n\n".join(texts())
    return (every * (length // len(every) + 1))[:length]


def measure(name: str, length: int) -> None:
    """Print words, seconds by the clock and of the processor, and the peak memory in MB of this process."""
    read = reader(name)
    several = [long_text(length)] if length else texts()
    read(several[0][:2000])  # what is loaded at the first use
    clock, used = time.perf_counter(), time.process_time()
    for text in several:
        read(text)
    clock, used = time.perf_counter() - clock, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)
    print(sum(len(text.split()) for text in several), clock, used, peak)


def measured(name: str, length: int, runs: int) -> tuple[float, ...]:
    """Give words, wall seconds, processor seconds and peak memory: the best of some runs on one core."""
    command = [sys.executable, __file__, "--measure", name, "--length", str(length)]
    one_core = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    found = [subprocess.run(command, env=one_core, check=True, capture_output=True, text=True) for _ in range(runs)]
    return min((tuple(map(float, run.stdout.split())) for run in found), key=lambda each: each[2])


def main() -> None:
    """Run everything and print the tables, or, with --measure, one measurement."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--measure", choices=READERS, help=argparse.SUPPRESS)
    options.add_argument("--length", type=int, default=0, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        measure(chosen.measure, chosen.length)
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, one core")
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) / 1e6
    print(f"shipped model {size:.1f} MB\n\n{'articles':24} {'words/s':>9} {'of processor':>12} {'peak MB':>8}")
    for name in READERS:
        words, clock, used, peak = measured(name, 0, RUNS)
        print(f"{NAMES[name]:24} {words / clock:9,.0f} {words / used:12,.0f} {peak:8.0f}", flush=True)
    print(f"\n{'one text, characters':24} {'words/s':>9} {'of processor':>12} {'peak MB':>8}")
    for length in LENGTHS:
        words, clock, used, peak = measured("kg", length, 1)
        print(f"{length:<24,} {words / clock:9,.0f} {words / used:12,.0f} {peak:8.0f}", flush=True)


if __name__ == "__main__":
    main()
