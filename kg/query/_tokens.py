"""Finds the placeholders of a SPARQL text, and only those: not in a comment, a string or an IRI."""

import re
from collections.abc import Iterator, Mapping

# What names nothing, as a verbose pattern: what stands in an IRI, a comment or a string.
OPAQUE = r"""
      <[^<>"{}|^`\\\x00-\x20]*>                         # an IRI
    | \#[^\n]*                                          # a comment
    | \"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"\"\"         # strings, the long ones first
    | '''(?:[^'\\]|\\.|'{1,2}(?!'))*'''
    | "(?:[^"\\\n]|\\.)*"
    | '(?:[^'\\\n]|\\.)*'
"""
_TOKEN = re.compile(
    OPAQUE
    + r"""
    | (?P<values>(?i:\bVALUES)\s*[?$](?P<found>_{1,2}[A-Za-z]\w*)\s*\{\s*(?i:UNDEF)\s*\})
    | (?P<bound>(?i:\bBOUND)\s*\(\s*[?$](?P<tested>_{1,2}[A-Za-z]\w*)\s*\))
    | [?$](?P<variable>_{1,2}[A-Za-z]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)


def placeholders(sparql: str) -> Iterator[tuple[str, int]]:
    """Give each placeholder, `_name` or `__name`, with the line where it stands first."""
    seen: set[str] = set()
    for match in _TOKEN.finditer(sparql):
        variable = match["found"] or match["tested"] or match["variable"]
        if variable and variable not in seen:
            seen.add(variable)
            yield variable, sparql.count("\n", 0, match.start()) + 1


def listed(sparql: str) -> set[str]:
    """Give the placeholders that stand for several things: `VALUES ?__name { UNDEF }`."""
    return {match["found"] for match in _TOKEN.finditer(sparql) if match["found"]}


def substitute(sparql: str, terms: Mapping[str, str], found: Mapping[str, str] | None = None) -> str:
    """Write terms in place of placeholders; `BOUND(?__name)` of one that has a term is true.

    Where `VALUES ?__name { UNDEF }` says that one stands for several things, it stays a variable, and the things that
    were `found` become its values; without them it may be anything.

    >>> substitute('ASK { ?s ?p ?_a . FILTER(BOUND(?_a) && ?p != "?_a") } # ?_a', {"_a": "<x:y>"})
    'ASK { ?s ?p <x:y> . FILTER(true && ?p != "?_a") } # ?_a'
    >>> substitute("ASK { VALUES ?__w { UNDEF } ?__w ?p ?o }", {}, {"__w": "<x:y> <x:z>"})
    'ASK { VALUES ?__w { <x:y> <x:z> } ?__w ?p ?o }'
    """

    def written(match: re.Match[str]) -> str:
        if match["found"]:
            things = (found or {}).get(match["found"])
            return "" if things is None else f"VALUES ?{match['found']} {{ {things} }}"
        if match["tested"] in terms:
            return "true"
        return terms.get(match["variable"], match[0])

    return _TOKEN.sub(written, sparql)
