"""Compares the text index with the graph that it was made from."""

from collections.abc import Iterator

from kg.rdf.validate import Violation
from kg.search.index import in_memory, is_index
from kg.store.base import View, is_stale
from kg.table import build_in_memory

NAMED = 20  # things are named at most
CURE = "make the text index anew: kg reindex"
_OF = {
    "is not in the graph, or says something else": """
        SELECT thing, claim, words FROM beside.things EXCEPT SELECT thing, claim, words FROM main.things
        ORDER BY thing LIMIT ?""",
    "is missing": """
        SELECT thing, claim, words FROM main.things EXCEPT SELECT thing, claim, words FROM beside.things
        ORDER BY thing LIMIT ?""",
}


def differences(view: View) -> Iterator[Violation]:
    """Give the texts that the file lacks or should not have; a file that waits to be made anew has no fault."""
    if view.words is None or not view.words.is_file() or is_stale(view):
        return
    if not is_index(view.words):
        yield Violation(str(view.words), "text index", f"It cannot be read; {CURE}")
        return
    with build_in_memory(view) as table, in_memory(table) as connection:
        connection.execute("ATTACH ? AS beside", (str(view.words),))
        for fault, query in _OF.items():
            for name, *_ in connection.execute(query, (NAMED,)):
                yield Violation(str(name), "text index", f"Its text {fault}; {CURE}")
