"""Tells where a text speaks of itself, and of what it said before it was corrected."""

from kg.extract import words
from kg.extract.drafts import Draft


def names_own_text(draft: Draft) -> bool:
    """Whether a source is the text itself, or what it was before: "an earlier version of this article"."""
    return draft.source is not None and any(
        each.lower_ == "this" and each.head.lower_ in words.OWN_TEXTS for each in draft.source.head.subtree
    )


def is_corrected(draft: Draft) -> bool:
    """Whether a source is what the text was before: by speaking of it, the text takes back what it said."""
    if draft.source is None or draft.source.head.lower_ not in words.VERSIONS or not names_own_text(draft):
        return False
    return any(each.lower_ in words.EARLIER for each in draft.source.head.children)
