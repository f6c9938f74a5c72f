"""The parts that formats share: names of blank nodes, datatypes, signatures, ratings, rows of CSV."""

import base64
import io
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import OntologyError
from kg.intake._blank import named
from kg.intake._datatypes import is_well_typed
from kg.intake._ratings import Rating, ratings, read
from kg.intake._rows import rows
from kg.intake._signatures import is_signed
from kg.intake._trusty import code_of
from kg.iris import Minter
from kg.model import Certainty, Stance
from kg.rdf.vocab import XSD

NAME = NamedNode("http://example.org/np")


def quads(text: str) -> list[Quad]:
    """Read TriG."""
    return list(parse(f"@prefix e: <http://e/> . {text}", format=RdfFormat.TRIG))


def test_blank_nodes_have_the_same_names_whatever_they_are_called() -> None:
    """The order and the labels of a file are its own affair."""
    one = quads('{ _:a e:p _:b . _:b e:p "x" . [] e:q [] . }')
    other = quads('{ [] e:q [] . _:x e:p "x" . _:y e:p _:x . }')
    assert set(named(one, NAME, Minter())[0]) == set(named(other, NAME, Minter())[0])


def test_blank_nodes_that_nothing_tells_apart_stay_two() -> None:
    """Ten that all speak of each other are named, and soon."""
    blank = [BlankNode() for _ in range(10)]
    told = [Quad(one, NamedNode("e:p"), other) for one in blank for other in blank if one != other]
    found, made = named(told, NAME, Minter())
    assert len(made) == len(blank)
    assert len(set(found)) == len(told)


def test_more_blank_nodes_than_can_be_told_apart_are_refused() -> None:
    """A file cannot keep the machine busy for ever."""
    told = [Quad(BlankNode(), NamedNode("e:p"), BlankNode()) for _ in range(2000)]
    with pytest.raises(ValueError, match="too many blank nodes"):
        named(told, NAME, Minter())


@pytest.mark.parametrize(
    ("words", "kind", "fits"),
    [
        ("12", XSD.integer, True), ("two", XSD.integer, False), ("-1.5", XSD.decimal, True), ("3,5", XSD.double, False),
        ("1e5", XSD.double, True), ("2031-02-29", XSD.date, False), ("2032-02-29Z", XSD.date, True),
        ("2031-05-04T10:00:00.123+01:00", XSD.dateTime, True), ("25:61:00", XSD.time, False),
        ("yes", XSD.boolean, False),
        ("anything", XSD.string, True), ("anything", NamedNode("http://example.org/type"), True),
    ],
)  # fmt: skip
def test_a_literal_is_of_its_datatype(words: str, kind: NamedNode, fits: bool) -> None:
    """What is not of a known datatype is told."""
    assert is_well_typed(Literal(words, datatype=kind)) is fits


@pytest.mark.parametrize(
    ("words", "rating"),
    [
        ("FALSE", Rating(Stance.DENIES)), (" “False”. ", Rating(Stance.DENIES)),
        ("Pants on Fire!", Rating(Stance.DENIES)),
        ("Mostly true", Rating(Stance.ASSERTS, Certainty.PROBABLE)), ("misleading", Rating(Stance.DOUBTS)),
        ("false alarm", None), ("", None), ("not false", None),
    ],
)  # fmt: skip
def test_ratings_say_what_their_file_says(words: str, rating: Rating | None) -> None:
    """Whole words only, and nothing of what merely resembles them."""
    assert ratings().of_words(words) == rating


@pytest.mark.parametrize(
    ("value", "worst", "best", "stance"),
    [
        (1, 1, 5, Stance.DENIES),
        (5, 1, 5, Stance.ASSERTS),
        (3, 1, 5, None),
        (1, 1, 1, None),
        (5, 5, 1, None),
        (0, 1, 5, None),
    ],
)
def test_only_the_ends_of_a_scale_say_something(value: float, worst: float, best: float, stance: Stance | None) -> None:
    """What lies between is not guessed."""
    found = ratings().of_number(value, worst, best)
    assert (found.stance if found else None) == stance


@pytest.mark.parametrize(
    "text", ["", "rating = 3", '[[rating]]\nstance = "roars"\nwords = ["x"]\n[numbers]\nworst = "denies"']
)
def test_a_broken_file_of_ratings_is_named(tmp_path: Path, text: str) -> None:
    """Whoever changes it is told what is wrong, in one line."""
    path = tmp_path / "ratings.toml"
    path.write_text(text)
    with pytest.raises(OntologyError, match=r"ratings\.toml: no file of ratings"):
        read(path)


def test_rows_keep_their_lines_and_come_back_after_an_open_mark() -> None:
    """Quoted line breaks belong to one row; a mark that nothing closes costs its line alone."""
    data = b'a,"b\nc"\nd\n"e,\nf\n'
    assert list(rows(io.BytesIO(data))) == [(1, b'a,"b\nc"\n'), (3, b"d\n"), (4, None), (5, b"f\n")]


def der(tag: int, content: bytes) -> bytes:
    """Write one part of DER."""
    size = len(content)
    return bytes([tag]) + (bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2)) + content


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (b"", "no DER"),
        (b"\x30\x82", "cut off"),
        (der(0x30, der(0x30, b"") + der(0x03, b"\0" + der(0x30, der(2, b"\7") + der(2, b"\3")))), "too weak"),
        (der(0x30, der(0x30, b"") + der(0x03, b"\0" + der(0x30, der(2, b"\1" * 5000) + der(2, b"\3")))), "longer than"),
    ],
)
def test_keys_that_are_none_are_named(key: bytes, message: str) -> None:
    """A hostile key costs no time and raises nothing else."""
    with pytest.raises(ValueError, match=message):
        is_signed("words", "RSA", base64.b64encode(key).decode(), base64.b64encode(b"x" * 64).decode())


def test_the_code_of_a_trusty_uri_stands_at_its_end() -> None:
    """What is longer, shorter or followed by more is none."""
    code = "RA" + "x" * 43
    found = [
        code_of(each) for each in (f"http://e/{code}", f"http://e/a.{code}", f"http://e/{code}x", f"http://e/{code}#a")
    ]
    assert found == [code, code, None, None]
