"""What a verdict would be without one source."""

from collections.abc import Set
from dataclasses import replace

from kg.corroborate.case import Case, Verdict
from kg.corroborate.independence import origins
from kg.corroborate.verdict import Corroboration
from kg.model import Iri


def verdict_without(answer: Corroboration, statements: Set[Iri]) -> Verdict:
    """Give the verdict that is left had some statements not been made; how the others bear on the claim stays."""
    if any(each.testimony.statement not in statements for each in answer.denies):
        return Verdict.CONTESTED
    supports = tuple(each for each in answer.supports if each.testimony.statement not in statements)
    whole = tuple(each for each in answer.origins if each.affirms and statements.isdisjoint(each.statements))
    knowledge = answer.evidence.knowledge
    case = Case(supports=supports, denies=(), qualifies=(), supporting=whole, denying=(), knowledge=knowledge)
    # As long as those that lose nothing bear the verdict, what is left of the others need not be joined anew.
    if case.verdict is answer.verdict:
        return case.verdict
    return replace(case, supporting=origins([each.testimony for each in supports], answer.evidence)).verdict
