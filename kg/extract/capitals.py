"""Keeps names written in capitals from being read as words: "IS", "US" and "WHO" are no "is", "us" and "who"."""

from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "kg_capitals"
_MODEL_NAME = "nato"  # a name in capitals that every news parser knows: its shape is lent to the others
_WORDS = frozenset({"is", "us", "it", "who", "am", "are", "as", "was", "can", "may", "will", "so", "or", "an", "and"})


@Language.component(COMPONENT)
def read_capitals_as_names(doc: Doc) -> Doc:
    """Let the parser see a name where a function word stands in capitals among other words."""
    for token in doc:
        if token.is_upper and token.lower_ in _WORDS and not _shouted(token):
            token.norm_ = _MODEL_NAME
    return doc


def _shouted(token: Token) -> bool:
    """Whether the words beside a token are in capitals too, as in a headline."""
    beside = [t for t in token.doc[max(token.i - 2, 0) : token.i + 3] if t.is_alpha and len(t) > 1 and t.i != token.i]
    return bool(beside) and all(t.is_upper for t in beside)
