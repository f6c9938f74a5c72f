"""Words that say nothing of their own about the world but how surely, or whether, what follows holds."""

from dataclasses import dataclass
from typing import Final

from kg.model import Certainty


@dataclass(frozen=True, slots=True)
class Hold:
    """How far a clause holds: whether it is affirmed, and how surely."""

    affirms: bool = True
    certainty: Certainty = Certainty.CERTAIN

    def under(self, other: "Hold") -> "Hold":
        """Give what is left of this when the clause stands under another."""
        return Hold(self.affirms == other.affirms, least(self.certainty, other.certainty))


CERTAIN: Final = Hold()
PROBABLE: Final = Hold(certainty=Certainty.PROBABLE)
POSSIBLE: Final = Hold(certainty=Certainty.POSSIBLE)
NEGATIVE: Final = Hold(affirms=False)

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def least(one: Certainty, other: Certainty) -> Certainty:
    """Give the less certain of two."""
    return max(one, other, key=_ORDER.index)


def _table(*rows: tuple[Hold, str]) -> dict[str, Hold]:
    return {word: hold for hold, words in rows for word in words.split()}


# verbs and adjectives whose infinitive carries the meaning: "manage to enter", "be able to enter"
CATENATIVES: Final = _table(
    (CERTAIN, "able manage continue begin start proceed go get use come happen succeed keep know"),
    (NEGATIVE, "fail refuse unable decline forget neglect"),
    (
        POSSIBLE,
        "try attempt plan want intend aim hope seek prepare vow pledge promise threaten decide agree set ready willing "
        "determined poised due want wish have ought need mean strive struggle expect prepared",
    ),
    (PROBABLE, "likely appear seem believe report think say understand presume suspect allege rumour rumor"),
)
MODALS: Final = _table((POSSIBLE, "may might could would will shall should must ought 'll 'd"))
ADVERBS: Final = _table(
    (PROBABLE, "reportedly likely probably apparently allegedly presumably seemingly supposedly"),
    (POSSIBLE, "possibly perhaps maybe potentially"),
    (NEGATIVE, "not n't n’t never no neither nor hardly"),
)
# verbs above a finite clause that take its truth away or weaken it
EMBEDDING: Final = _table(
    (NEGATIVE, "deny reject dispute refute"),
    (POSSIBLE, "hope fear want wish doubt wonder ask expect warn threaten vow promise pledge predict"),
    (PROBABLE, "believe think suppose assume suspect estimate claim"),
)
# openers of clauses that assert nothing
UNREAL: Final = frozenset("if unless whether lest to for without until till in before".split())
# verbs whose object does what the infinitive says: "forced residents to flee"
CAUSATIVES: Final = frozenset("force allow enable cause prompt compel lead help".split())
# verbs that are only the handle of a noun: "take control of", "launch an attack on"
LIGHT: Final = frozenset("take regain lose have gain make give retain keep seize assume win wrest hold carry".split())
