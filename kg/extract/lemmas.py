"""The base form of regular English verbs, by the rules of their spelling: "telephoned" is of "telephone".

The parser guesses the lemmas of verbs that it has not met, and guesses the forms of one verb differently.
"""

import re
from typing import Final

_VOWELS: Final = "aeiou"
# ends of what is left without "-ed" or "-ing", each with whether the base has an "e" more; the first that fits holds
_RULES: Final[tuple[tuple[bool, str], ...]] = (
    (False, r"focus|bias|canvas|gas|caucus|census"),
    (True, r"welcom|^(?:re|pro)?creat|permeat|nauseat|breath|^bath|sooth|loath|cloth|tast|wast|past"),
    (True, r"(?:chall|av|rev|scav)eng|(?:ch|r|arr|estr|m)ang|pl?ung|^(?:l|exp)ung|(?:inf|f)ring|imping|cring|bing"),
    (False, r"ng|[^aeiou]{2}ch|sh|ss|ff|zz|ck|x|w|y|ee|th"),
    (True, r"[aeiou]s|[lnrpw]s|[^s]z|c|v|u|[dlr]g|[bcdfgkpstz]l"),
    (True, r"ieg|uad|guid|[^aeiou]ys|(?:cl|h|ar|esp|r|bl|m|d|g)ous|ais|(?:cr|br|b)uis|eas|oos|ois|aus"),
    (False, r"[^aeiou][^aeiou]|[aeo][aeiou][^aeiou]|ie[^aeiou]|[^q]u[aeiou][^aeiout]|ruit|suit|quit"),
    (True, r"qu[aeiou][^aeiou]|[iu]at|uid|[aiu][bdgkmp]|[eo][bdg]|ok|^[^aeiou]*[aeiou][^aeiouwxy]"),
    (True, r"(?:conv|interv|contrav)en|(?:postp|teleph|cond|at|cl|thr)on|(?:interf|adh|rev|persev|coh)er"),
    (True, r"(?:expl|impl|ign|rest|depl|ad|sc|st)or|(?:w|cl|p|sp|decl|prep|comp|sh|sc)ar|[uiy]r"),
    (True, r"[aiu]l(?<![nt]al)(?<!^council)|(?:comp|compl|del|conc|interc|obsol)et|(?:den|prom|v|n|qu|dev)ot"),
    (True, r"(?:inv|un|exc|ign|inc|rec|desp|exped|wh)it|at(?<!format)(?<!combat)|ut|in|an|(?:l|s|f|r)um|im"),
)
_ENDS: Final = tuple((re.compile(rf"(?:{pattern})$"), silent) for silent, pattern in _RULES)
_KEPT_DOUBLE: Final = re.compile(
    r"(?:ss|ff|zz|^[^aeiou]*u?[aeiou]ll|(?:rec|st)all|[iu]ll|(?<!contr)(?<!patr)oll|^(?:add|odd|ebb|err|purr|butt|egg))$"
)


def base_of(form: str) -> str | None:
    """Give the base of a form in "-ed", "-ing" or "-s" of a regular verb; None for any other word.

    >>> [base_of(form) for form in ("telephoned", "shelling", "dropped", "denies", "adapting")]
    ['telephone', 'shell', 'drop', 'deny', 'adapt']
    """
    word = form.lower()
    if word.endswith(("ied", "ies")):
        return word[:-1] if len(word) == 4 else word[:-3] + "y"
    if word.endswith("eed") and len(word) > 4:
        return word[:-1]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if ending == "ing" and re.fullmatch("(?:[dltv]|unt)y", stem):  # "lying"
            return stem[:-1] + "ie"
        if stem != word and len(stem) > 1 and re.search("[aeiouy]", stem):
            return _base(stem)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-2] if re.search(r"(?:ss|sh|ch|x|zz|[^aeiou]o)es$", word) else word[:-1]
    return None


def _base(stem: str) -> str:
    if stem[-1:] == stem[-2:-1] and stem[-1] not in _VOWELS:
        return stem if _KEPT_DOUBLE.search(stem) else stem[:-1]
    silent = next((silent for pattern, silent in _ENDS if pattern.search(stem)), False)
    return stem + "e" if silent else stem
