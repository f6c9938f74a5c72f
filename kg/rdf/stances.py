"""Reads the reporting words of `ontology/stances.ttl`."""

from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.exceptions import ParserError

from kg.errors import OntologyError
from kg.model import Certainty, Cue, Stance
from kg.rdf.vocab import KG

PARTS_OF_SPEECH = {
    "cueVerb": "verb",
    "attitudeVerb": "verb",
    "cueNoun": "noun",
    "cueAdjective": "adjective",
    "cueAdposition": "adposition",
}


def load_cues(path: Path) -> tuple[Cue, ...]:
    """Load every cue of a stances file, ordered by stance, part of speech and lemma.

    Raises OntologyError when the file is no Turtle, has no cue, or gives one word two stances.
    """
    try:
        graph = Graph().parse(path, format="turtle")
    except (SyntaxError, ParserError, OSError) as error:
        raise OntologyError(f"{path} could not be read as Turtle: {error}") from error
    cues = [cue for stance in Stance for cue in _cues_of(graph, stance)]
    _check(cues, path)
    return tuple(cues)


def _cues_of(graph: Graph, stance: Stance) -> list[Cue]:
    def literals(name: str) -> set[str]:
        return {str(each) for each in graph.objects(URIRef(KG[stance.value].value), URIRef(KG[name].value))}

    probable, possible = literals("probableCue"), literals("possibleCue")
    distance, nominal = literals("distancingCue"), literals("nominalCue")
    return [
        Cue(
            lemma=lemma,
            stance=stance,
            part_of_speech=part,
            certainty=_certainty(lemma, probable, possible),
            distance=lemma in distance,
            nominal=part == "verb" and lemma in nominal,
            attitude=_is_attitude(name, lemma),
        )
        for name, part in PARTS_OF_SPEECH.items()
        for lemma in sorted(literals(name))
    ]


def _is_attitude(name: str, lemma: str) -> bool:
    return name in {"attitudeVerb", "cueAdjective"} or (name == "cueNoun" and " " in lemma)


def _certainty(lemma: str, probable: set[str], possible: set[str]) -> Certainty:
    if lemma in possible:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if lemma in probable else Certainty.CERTAIN


def _check(cues: list[Cue], path: Path) -> None:
    if not cues:
        raise OntologyError(f"{path} names no cue; give its stances kg:cueVerb literals")
    stances: dict[tuple[str, str], Stance] = {}
    for cue in cues:
        other = stances.setdefault((cue.lemma, cue.part_of_speech), cue.stance)
        if other is not cue.stance:
            raise OntologyError(f"{path} gives the {cue.part_of_speech} {cue.lemma!r} two stances: keep one")
