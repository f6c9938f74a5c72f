"""A parse as plain Python objects: what spaCy knows of each word, read once, under the names that spaCy gives to it.

The rules look at every word many times; asking spaCy each time costs more than all that they do themselves. And
a long text, which is parsed in pieces, is one parse to them.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

_READ = ("IDX", "ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START", "SPACY", "IS_PUNCT", "LIKE_NUM")


class Token:
    """One word or mark of a text, with the attributes of a spaCy token that the rules ask for."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_punct", "is_sent_start", "is_space",
        "left_edge", "lemma_", "like_num", "lower_", "pos_", "right_edge", "tag_", "text", "whitespace_",
    )  # fmt: skip
    doc: "Parse"
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_space: bool
    is_punct: bool
    is_sent_start: bool
    like_num: bool
    head: "Token"
    children: Sequence["Token"]
    left_edge: "Token"
    right_edge: "Token"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it is all digits."""
        return self.text.isdigit()

    @property
    def is_title(self) -> bool:
        """Whether its first letter, and no other, is a capital."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.isupper()

    @property
    def text_with_ws(self) -> str:
        """The text with the space after it."""
        return self.text + self.whitespace_

    @property
    def subtree(self) -> Iterator["Token"]:
        """The token and all that hangs on it, in the order of the text."""
        return iter(sorted(_below(self), key=lambda each: each.i))

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The tokens above, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, step: int = 1) -> "Token":
        """Give the token so many places on."""
        if self.i + step < 0:
            raise IndexError(self.i + step)
        return self.doc[self.i + step]


class Parse(list[Token]):
    """The tokens of a text in order, with the text."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text

    def add(self, doc: Doc) -> None:
        """Add the tokens of a piece of the text that follows the pieces added before."""
        start = self[-1].idx + len(self[-1].text) + len(self[-1].whitespace_) if self else 0
        first, names = len(self), _Names(doc)
        rows = doc.to_array(list(_READ)).astype("int64").tolist()
        for idx, word, lemma, pos, tag, dep, kind, _, sent_start, spaced, punct, number in rows:
            token = Token()
            token.doc, token.i, token.idx, token.text = self, len(self), start + idx, names[word]
            token.lower_, token.whitespace_ = token.text.lower(), " " if spaced else ""
            token.lemma_, token.pos_, token.tag_ = names[lemma], names[pos], names[tag]
            token.dep_, token.ent_type_ = names[dep], names[kind]
            token.is_space, token.is_punct, token.like_num = token.text.isspace(), bool(punct), bool(number)
            token.is_sent_start = sent_start == 1
            self.append(token)
        self._link(first, [row[7] for row in rows])

    def _link(self, first: int, heads: Sequence[int]) -> None:
        """Hang the tokens from `first` on their heads, given as steps from each."""
        below: dict[int, list[Token]] = {}
        roots: list[Token] = []
        for token, step in zip(self[first:], heads, strict=True):
            token.head, token.children, token.left_edge, token.right_edge = self[token.i + step], (), token, token
            (below.setdefault(token.i + step, []) if step else roots).append(token)
        for i, children in below.items():
            self[i].children = children
        for token in reversed([each for root in roots for each in _below(root)]):
            head = token.head
            head.left_edge = min(head.left_edge, token.left_edge, key=_place)
            head.right_edge = max(head.right_edge, token.right_edge, key=_place)


class _Names(dict[int, str]):
    """The strings of a document by their numbers in spaCy, each made once."""

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self.strings = doc.vocab.strings

    def __missing__(self, number: int) -> str:
        name = self[number] = self.strings[number % 2**64] if number else ""
        return name


def parse_of(doc: Doc) -> Parse:
    """Read a whole spaCy document."""
    parse = Parse(doc.text)
    parse.add(doc)
    return parse


def text_of(tokens: Sequence[Token]) -> str:
    """Give the text from the first of some tokens to the last, as it stands; "" for none."""
    if not tokens:
        return ""
    first, last = tokens[0], tokens[-1]
    return first.doc.text[first.idx : last.idx + len(last.text)]


def _place(token: Token) -> int:
    return token.i


def _below(token: Token) -> list[Token]:
    """Give a token and all that hangs on it, heads before what hangs on them."""
    found = [token]
    for each in found:
        found.extend(each.children)
    return found
