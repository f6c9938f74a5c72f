"""One file adds one thing: the registry finds it by its name and answers a wrong name helpfully."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from kg import registry
from kg.errors import UnknownFormatError
from kg.registry import Registry


@pytest.fixture
def menus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry[str]:
    """Make a registry over a package of two soups; `loud` must not be imported before it is asked for."""
    package = tmp_path / "soup_menu"
    package.mkdir()
    for name, text in {
        "__init__": "",
        "base": "soup = 'no'",
        "_hidden": "soup = 'no'",
        "tomato": "soup = 'red'",
        "loud": "raise RuntimeError",
    }.items():
        (package / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    yield Registry("soup", package="soup_menu", group="soup_menu.soups")
    for name in [name for name in sys.modules if name.startswith("soup_menu")]:
        del sys.modules[name]


def test_lists_modules_but_not_base_and_private_ones(menus: Registry[str]) -> None:
    """Names are the files of the package, sorted, and listing imports none of them."""
    assert menus.names() == ["loud", "tomato"]


def test_gives_the_object_named_as_its_kind(menus: Registry[str]) -> None:
    """`get` gives what the module defines, and imports no other module."""
    assert menus.get("tomato") == "red"
    assert "soup_menu.loud" not in sys.modules


@pytest.mark.parametrize("name", ["tomatoe", "base", "_hidden"])
def test_refuses_a_wrong_name_and_says_what_there_is(menus: Registry[str], name: str) -> None:
    """A wrong name, `base` and private modules are refused with all names listed."""
    with pytest.raises(UnknownFormatError, match=r"no soup named '.*\(have: loud, tomato\)"):
        menus.get(name)


def test_guesses_what_was_meant(menus: Registry[str]) -> None:
    """A slip of the pen is answered with the nearest name."""
    with pytest.raises(UnknownFormatError, match="did you mean 'tomato'"):
        menus.get("tomatoe")


def test_takes_entry_points_of_other_packages(menus: Registry[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another installed package adds a thing by an entry point of the group."""
    point = EntryPoint(name="leek", value="soup_menu.tomato:soup", group="soup_menu.soups")

    def points(group: str, name: str = "leek") -> list[EntryPoint]:
        return [point] if (group, name) == (point.group, point.name) else []

    monkeypatch.setattr(registry, "entry_points", points)
    assert menus.names() == ["leek", "loud", "tomato"]
    assert menus.get("leek") == "red"
