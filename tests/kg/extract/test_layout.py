"""Headings, datelines, bylines and credits are told from prose."""

import pytest

from kg.extract.layout import Part, lay_out


@pytest.mark.parametrize(
    ("text", "prose", "credited"),
    [
        ("ORLEN (NPA) - The dam broke.", "The dam broke.", ["NPA"]),
        ("ORLEN, Velda, March 7 (Sarn) -- The dam broke.", "The dam broke.", ["Sarn"]),
        ("ORLEN/KESH (NPA/Sarn) - The dam broke.", "The dam broke.", ["NPA", "Sarn"]),
        ("ORLEN, March 7. /SARN/. The dam broke.", "The dam broke.", ["SARN"]),
        ("Orlen, Velda (NPA) The dam broke.", "The dam broke.", ["NPA"]),
        ("ORLEN, Velda - The dam broke.", "The dam broke.", []),
        ("Orlen - The dam broke.", "The dam broke.", []),
        ("The dam broke (again) at noon.", "The dam broke (again) at noon.", []),
        ("# Dam\n\nThe dam broke.\n\n(NPA)", "The dam broke.", ["NPA"]),
        ("# Dam\n\nThe dam broke. - NPA", "The dam broke.", ["NPA"]),
        ("# Dam\n\nBy Jon Arle / NPA\n\nThe dam broke.", "The dam broke.", ["NPA"]),
        ("# Dam\n\nBy Jon Arle\n\nThe dam broke.", "The dam broke.", []),
        ("# Dam\n\nNPA, Sunday 3 Mar 2024\n\nThe dam broke.", "The dam broke.", ["NPA"]),
        ("# Dam\n\nThe dam broke.\n\nBased on reporting by NPA and Sarn", "The dam broke.", ["NPA", "Sarn"]),
        ("# Dam\n\nThe dam broke.\n\nEditing by Jon Arle", "The dam broke.", []),
    ],
)
def test_prose_and_credits(text: str, prose: str, credited: list[str]) -> None:
    """The prose is left without its layout, and the agencies are credited."""
    layout = lay_out(text)
    found = [text[each.start : each.end] for each in layout.paragraphs if each.part is Part.TEXT]
    assert (found, [each.name for each in layout.credits]) == ([prose], credited)
    assert all(text[span.start : span.end] == each.name for each in layout.credits for span in each.spans)


def test_headline_without_hash_marks() -> None:
    """A first line without a full stop is the headline."""
    parts = [each.part for each in lay_out("Dam breaks in Orlen\n\nThe dam broke.").paragraphs]
    assert parts == [Part.HEADING, Part.TEXT]
