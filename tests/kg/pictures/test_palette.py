"""The colours of pictures are told apart, also by those who see few, and words on them are read."""

from itertools import combinations

import numpy as np
import pytest

from kg.pictures.palette import AGREES, CONTRADICTS, INK, NOBODY, PALE, PALETTE, PAPER, SOFT, tint

# How colours look to those who lack a kind of cone wholly: Machado, Oliveira and Fernandes 2009, severity 1.
SEEN_BY = {
    "all": np.eye(3),
    "no red": np.array([[0.152286, 1.052583, -0.204868],
                        [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "no green": np.array([[0.367322, 0.860646, -0.227968],
                          [0.280085, 0.672501, 0.047413],
                          [-0.011820, 0.042940, 0.968881]]),
    "no blue": np.array([[1.255528, -0.076749, -0.178779],
                         [-0.078411, 0.930809, 0.147602],
                         [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)
WHITE = TO_XYZ @ np.ones(3)
APART = 13  # of CIELAB; below 2.3 nobody sees a difference
FAR = 20


def linear(shade: str) -> np.ndarray:
    """Give a colour as amounts of light."""
    parts = np.array([*bytes.fromhex(shade.removeprefix("#"))]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """Give amounts of light as a place in CIELAB."""
    share = TO_XYZ @ light / WHITE
    root = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def apart(one: str, other: str, eyes: str) -> float:
    """Say how far apart two colours look."""
    first, second = (lab(np.clip(SEEN_BY[eyes] @ linear(shade), 0, 1)) for shade in (one, other))
    return float(np.linalg.norm(first - second))


def contrast(one: str, other: str) -> float:
    """Give the contrast of WCAG 2."""
    dark, light = sorted(float(TO_XYZ[1] @ linear(shade)) for shade in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_no_two_parties_look_alike(eyes: str) -> None:
    """Nor does a party look like those who have none, in drawings and in graphs."""
    pairs = [*combinations(PALETTE, 2), *((shade, none) for shade in PALETTE for none in (NOBODY, PALE))]
    assert {
        (one, other): round(apart(one, other, eyes)) for one, other in pairs if apart(one, other, eyes) < APART
    } == {}
    nobody = [shade for shade in PALETTE if apart(shade, NOBODY, eyes) < FAR]
    assert nobody == []


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_agreement_does_not_look_like_contradiction(eyes: str) -> None:
    """In full and as tints."""
    assert apart(AGREES, CONTRADICTS, eyes) > 40
    assert apart(tint(AGREES, 0.4), tint(CONTRADICTS, 0.4), eyes) > FAR


def test_words_are_read_on_all_that_lies_under_them() -> None:
    """WCAG AA: 4.5 to 1."""
    grounds = [PAPER, *(tint(shade, share) for shade in (*PALETTE, NOBODY, PALE) for share in (0.07, 0.12, 0.18))]
    assert [ground for ground in grounds if contrast(INK, ground) < 7] == []
    assert [ground for ground in grounds if contrast(SOFT, ground) < 4.5] == []
    assert [shade for shade in (AGREES, CONTRADICTS) if contrast(INK, tint(shade, 0.4)) < 4.5] == []
