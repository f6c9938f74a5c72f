"""The hash in a name is that of all the name stands for, in whatever order it comes."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf.trusty import PLACEHOLDER, trusty_code, with_code

BASE = "https://example.org/np/"
SELF = NamedNode(BASE + PLACEHOLDER)
nodes = st.sampled_from([SELF, NamedNode(f"{BASE}{PLACEHOLDER}#part"), *(NamedNode(f"{BASE}{n}") for n in range(3))])
literals = st.builds(Literal, st.text()) | st.builds(
    lambda words, language: Literal(words, language=language), st.text(), st.sampled_from(["en", "de-AT"])
)
quads = st.builds(Quad, nodes, nodes.filter(lambda node: PLACEHOLDER not in node.value), nodes | literals, nodes)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(quads, min_size=1, max_size=8), st.randoms())
def test_a_code_fits_what_it_stands_in(said: list[Quad], chance: Random) -> None:
    """Checked against its own name, what was named gives that name again, also in another order and twice."""
    code = trusty_code(said)
    named = with_code(said, code)
    chance.shuffle(named)
    assert trusty_code([*named, named[0]], code) == code
    assert len(code) == 45
    assert not [quad for quad in named if PLACEHOLDER in f"{quad.subject} {quad.graph_name}"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(quads, min_size=1, max_size=8, unique=True), quads)
def test_another_quad_gives_another_code(said: list[Quad], more: Quad) -> None:
    """Nothing can be put in or taken away unseen."""
    assert (trusty_code([*said, more]) == trusty_code(said)) == (more in said)


def test_line_breaks_and_languages_are_written_as_the_standard_says() -> None:
    """The code is the one that the nanopub library makes of the same two quads."""
    said = [
        Quad(SELF, NamedNode(BASE + "a"), Literal("two\nlines \\ and more"), SELF),
        Quad(SELF, NamedNode(BASE + "a"), Literal("zwei Zeilen", language="de-AT"), SELF),
    ]
    assert trusty_code(said) == "RAVImYYTeXPlMz35pcJr_JCuU7Y1NwGWnRvkG4B5v4b2Y"
