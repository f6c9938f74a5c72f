"""Finds the placeholders of a SPARQL text, and only those: not in a comment, a string or an IRI."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*>                         # an IRI
    | \#[^\n]*                                          # a comment
    | \"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"\"\"         # strings, the long ones first
    | '''(?:[^'\\]|\\.|'{1,2}(?!'))*'''
    | "(?:[^"\\\n]|\\.)*"
    | '(?:[^'\\\n]|\\.)*'
    | (?P<bound>(?i:\bBOUND)\s*\(\s*[?$](?P<tested>_{1,2}[A-Za-z]\w*)\s*\))
    | [?$](?P<variable>_{1,2}[A-Za-z]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)


def placeholders(sparql: str) -> Iterator[tuple[str, int]]:
    """Give each placeholder, `_name` or `__name`, with the line where it stands first."""
    seen: set[str] = set()
    for match in _TOKEN.finditer(sparql):
        variable = match["tested"] or match["variable"]
        if variable and variable not in seen:
            seen.add(variable)
            yield variable, sparql.count("\n", 0, match.start()) + 1


def substitute(sparql: str, terms: dict[str, str]) -> str:
    """Write terms in place of placeholders; `BOUND(?__name)` of one that has a term is true.

    >>> substitute('ASK { ?s ?p ?_a . FILTER(BOUND(?_a) && ?p != "?_a") } # ?_a', {"_a": "<x:y>"})
    'ASK { ?s ?p <x:y> . FILTER(true && ?p != "?_a") } # ?_a'
    """

    def written(match: re.Match[str]) -> str:
        if match["tested"] in terms:
            return "true"
        return terms.get(match["variable"], match[0])

    return _TOKEN.sub(written, sparql)
