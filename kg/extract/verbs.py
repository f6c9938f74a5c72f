"""Forms of irregular English verbs, where the parser's lemmas are no better than a guess."""

import re
from typing import Final

from kg.extract import grammar
from kg.extract.lemmas import base_of
from kg.extract.tokens import Token

_FORMS: Final[list[list[str]]] = [
    row.split("/")
    for row in re.findall(
        r"\S+",
        "be/was/been become/became/become begin/began/begun bind/bound/bound blow/blew/blown break/broke/broken "
        "bring/brought/brought build/built/built burst/burst/burst buy/bought/bought catch/caught/caught "
        "choose/chose/chosen cling/clung/clung come/came/come cut/cut/cut deal/dealt/dealt do/did/done "
        "draw/drew/drawn drive/drove/driven eat/ate/eaten fall/fell/fallen feel/felt/felt fight/fought/fought "
        "find/found/found flee/fled/fled fly/flew/flown forbid/forbade/forbidden forget/forgot/forgotten "
        "forgive/forgave/forgiven freeze/froze/frozen get/got/got give/gave/given go/went/gone grow/grew/grown "
        "hang/hung/hung have/had/had hear/heard/heard hide/hid/hidden hit/hit/hit hold/held/held hurt/hurt/hurt "
        "keep/kept/kept know/knew/known lay/laid/laid lead/led/led leave/left/left let/let/let lose/lost/lost "
        "make/made/made mean/meant/meant meet/met/met overcome/overcame/overcome overrun/overran/overrun "
        "overthrow/overthrew/overthrown pay/paid/paid put/put/put quit/quit/quit rebuild/rebuilt/rebuilt "
        "retake/retook/retaken ride/rode/ridden rise/rose/risen run/ran/run say/said/said see/saw/seen "
        "seek/sought/sought sell/sold/sold send/sent/sent set/set/set shake/shook/shaken shoot/shot/shot "
        "show/showed/shown shrink/shrank/shrunk shut/shut/shut sing/sang/sung sink/sank/sunk slay/slew/slain "
        "sleep/slept/slept spend/spent/spent speak/spoke/spoken split/split/split spread/spread/spread "
        "stand/stood/stood steal/stole/stolen stick/stuck/stuck strike/struck/struck swear/swore/sworn "
        "sweep/swept/swept swim/swam/swum swing/swung/swung take/took/taken teach/taught/taught tear/tore/torn "
        "tell/told/told think/thought/thought throw/threw/thrown undergo/underwent/undergone "
        "understand/understood/understood uphold/upheld/upheld wake/woke/woken wear/wore/worn weep/wept/wept "
        "win/won/won withdraw/withdrew/withdrawn withhold/withheld/withheld withstand/withstood/withstood "
        "write/wrote/written",
    )
]
_LEMMAS: Final[dict[str, str]] = {past: lemma for lemma, past, _ in _FORMS} | {
    participle: lemma for lemma, _, participle in _FORMS
}
_PASTS: Final = frozenset(_LEMMAS) - {lemma for lemma, _, _ in _FORMS}
_PARTICIPLES: Final[dict[str, str]] = {lemma: participle for lemma, _, participle in _FORMS}


def is_verb(token: Token) -> bool:
    """Whether a token is a verb, or a form of one that the parser took for a noun or an adjective."""
    if token.pos_ == "ADJ" and token.lower_.endswith("ed") and grammar.object_of(token) is not None:
        return True
    return token.pos_ == "VERB" or (
        token.pos_ == "NOUN" and token.lower_ in _PASTS and grammar.subject_of(token) is not None
    )


def is_predicate(token: Token) -> bool:
    """Whether a token is a verb or has a copula or "there" that makes it a predicate."""
    if grammar.copula_of(token) or grammar.child(token, grammar.EXPLETIVE):
        return True
    if token.pos_ == "AUX":
        return token.lemma_ == "be" and (grammar.subject_of(token) is not None or token.dep_ in grammar.ROOT)
    return is_verb(token) and token.dep_ not in grammar.CASE


def lemma_of(token: Token) -> str:
    """Give the lemma of a word in lower case, that of an irregular past form by the table."""
    lemma = str(token.lemma_).lower()
    if token.tag_ in {"VBD", "VBN"} or (lemma in _PASTS and token.pos_ != "ADJ"):
        return _LEMMAS.get(token.lower_) or (base_of(token.lower_) if token.lower_.endswith("ed") else None) or lemma
    if token.tag_ == "VBG" and token.pos_ == "VERB" and lemma not in _PARTICIPLES:
        return base_of(token.lower_) or lemma
    return lemma


def participle_of(token: Token) -> str:
    """Give the past participle of a verb: "killed", "taken"."""
    lemma = lemma_of(token)
    if lemma in _PARTICIPLES:
        return _PARTICIPLES[lemma]
    if token.tag_ in {"VBN", "VBD"}:
        return str(token.lower_)
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "d" if lemma.endswith("e") else lemma + "ed"
