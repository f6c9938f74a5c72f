"""Classes of English words that the rules of attribution use: the closed ones, and those of `ontology/`."""

import re
import tomllib

from kg.resources import folder


def _read(file: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((folder("ontology") / file).read_text(encoding="utf-8"))
    return found


_DENIALS = _read("denials.toml")
_WORDS = _read("people.toml")["words"] | _DENIALS["words"]


def _set(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'’.-]+", words))


def _listed(name: str) -> frozenset[str]:
    return _set(_WORDS[name])


PERSONAL = _set("he she i we they it you who")
PERSON_PRONOUNS = _set("he she i who")
PLURAL_PRONOUNS = _set("they we")
THING_PRONOUNS = _set("it this that which")
RELATIVES = _set("who which that whom")
COMPLEMENTIZERS = _set("that whether if how why what")
SUBORDINATORS = _set("while after before when if because since until although though unless where whereas once")
COORDINATORS = _set("and but while or as although though yet whereas")
DAYS_AND_MONTHS = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. today yesterday "
    "tonight tomorrow earlier later week month year morning afternoon evening night noon day days weeks months"
)
OPENING_ADVERBS = _set("also then later earlier previously recently meanwhile separately never")
ADDRESSING = _set("tell inform brief notify assure reassure remind")
MAKING = _set("make issue release repeat express voice give send deliver post publish have file raise")
WITHHOLDING = _set("decline refuse")
SPEAKING = _set(
    "comment confirm deny say answer discuss speak elaborate respond disclose reveal tell explain identify give name"
)
UNKNOWN = _set("unclear unknown uncertain unsure")
KNOWN = _set("clear known certain sure tell say verify")
HARD = _set("hard difficult impossible early")
ASKED = _set("whether if how what who when where why which")
COMMANDING = _set("order direct")
HEARSAY = _set("say report rumor rumour allege know understand")
CALLING = _set("call describe label brand term deem dub characterise characterize portray depict condemn denounce")
UNTRUE = _listed("untrue")
TRUE = _listed("true")
WRONGLY = _listed("wrongly")
CORRECTED = _listed("corrected")
REVISING = _listed("revising")
REVISED = _listed("revised")
CONTRADICTING = _listed("contradicting")
NOBODY = _DENIALS["nobody"]
LABELS = _listed("labels")
WHOLE = _listed("whole")
HEARERS = _set(
    "reporters journalists newsmen correspondents media press conference briefing lawmakers parliament supporters "
    "followers viewers listeners readers audience crowd"
)
STATEMENT_NOUNS = _set(
    "statement report tweet letter post message release communique communiqué memo email interview bulletin dispatch "
    "article document declaration speech account broadcast video recording audio note blog column editorial"
)
CONTENT_NOUNS = STATEMENT_NOUNS | _set(
    "claim allegation accusation charge assertion contention rumor rumour news denial suggestion warning admission "
    "announcement belief fear hope view evidence finding confirmation assurance testimony conclusion story"
)
AMOUNTS = _set(
    "number toll count figure total tally cost damage loss turnout strength value price share size population losses "
    "magnitude distance attendance crowd rate casualty casualties dead wounded injured displaced"
)
HANDLING = _set(
    "write read see hear receive get sign submit present prepare compile draft draw produce commission leak quote cite "
    "call reject dismiss deny dispute question believe verify confirm check contradict doubt hide suppress withdraw "
    "retract spread share carry run print mention use want"
)
OWN_TEXTS = _set("article story report post dispatch item piece page")  # that "this" calls what is being read
EARLIER = _set("earlier previous prior original first former")
VERSIONS = _set("version edition")
ROLES = _listed("roles")
TITLES = ROLES | _listed("titles")
ORGANIZATIONS = _listed("organizations")
BODIES = _listed("bodies")
FEMALE = _listed("female")
MALE = _listed("male")
BUSINESSES = _listed("businesses")
BROADCASTING = _listed("broadcasting")
GOVERNING = _listed("governing")
OUTLETS = _listed("outlets")
UNNAMED_PLURALS = _listed("unnamed_plurals")
DISTANCING = _set("so-called alleged purported self-styled self-proclaimed")
HEDGES_PROBABLE = _set("likely probably reportedly apparently presumably seemingly believed thought expected appears")
HEDGES_POSSIBLE = _set("may might could possibly perhaps maybe allegedly purportedly unconfirmed supposedly")
