import json

from kg.corroborate.verdict import corroborate
from tests.kg.corroborate import worlds

ANSWER = {
    "query": "did the Guard take the Salt Gate?",
    "claim": "claim:",
    "text": "guard took salt gate",
    "verdict": "uncorroborated",
    "score": 0.4,
    "origins": [
        {
            "name": "Tobin Vorn",
            "party": "Crown of Sorrel",
            "affirms": True,
            "interest": "own",
            "statements": ["statement:a"],
            "grades": [],
        }
    ],
    "supports": [
        {
            "statement": "statement:a",
            "document": "document:d1",
            "document_id": "d1",
            "url": None,
            "publisher": "Harbour Post",
            "published": "2031-05-04",
            "speaker": "Tobin Vorn",
            "via": ["Inland Radio", "Coast Wire"],
            "stance": "announces",
            "said_on": "2031-05-03",
            "quote": "it is ours",
            "relation": "same",
        }
    ],
    "denies": [],
    "qualifies": [],
    "carriers": 1,
    "why": ["one origin, Tobin Vorn, in 1 document", "score 0.40: for it Tobin Vorn, in its own interest, 0.40"],
}


def test_answer_as_json_has_the_agreed_shape() -> None:
    """An answer is the object that the design promises, with names for people and short ids."""
    entry = {
        "id": "a", "says": "guard | took | salt-gate", "in": "harbour-post", "document": "d1", "by": "vorn",
        "via": ["inland-radio", "coast-wire"], "stance": "announces", "on": "2031-05-03", "published": "2031-05-04",
        "quote": "it is ours",
    }  # fmt: skip
    evidence = worlds.evidence([entry])
    question = worlds.claim({"says": "guard | took | salt-gate"}, evidence.knowledge)
    answer = corroborate(evidence, question, query=ANSWER["query"]).to_json()
    assert str(answer["claim"]).startswith("claim:")
    assert json.loads(json.dumps(answer | {"claim": "claim:"})) == ANSWER
    assert list(answer) == list(ANSWER)
