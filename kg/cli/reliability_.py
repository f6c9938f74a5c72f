"""`kg reliability`."""

from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import by_option, format_option, open_view, print_json, print_result
from kg.cli._days import days_options, narrowed

if TYPE_CHECKING:
    from kg.corroborate.agreement import By
    from kg.corroborate.evidence import Evidence
    from kg.corroborate.reliability import Reliability


@click.command("reliability")
@by_option("Whom to weigh.")
@click.option("--claims", "of_claims", is_flag=True, help="List the claims in place of the sources.")
@days_options
@format_option("table", "csv", "json")
@click.pass_context
def command(
    ctx: click.Context,
    by: "By",
    of_claims: bool,
    since: str | None,
    until: str | None,
    as_of: str | None,
    form: str,
) -> None:
    """Show how far each source can be relied on: its record, and what each way to discover truth gives.

    With --claims how far each claim is believed, beside its verdict, and without whom the verdict would be another.
    The JSON holds both. None of this changes a verdict.
    """
    from pyoxigraph import Literal  # noqa: PLC0415

    from kg.corroborate.reliability import reliability  # noqa: PLC0415
    from kg.query.run import Rows  # noqa: PLC0415

    with open_view(ctx) as view:
        evidence = narrowed(view, since, until, as_of)
        found = answered(reliability(evidence, by), evidence)
        if form == "json":
            print_json(found)
            return
        rows = [flat(row, form) for row in found["claims" if of_claims else "sources"]]
        columns = tuple(rows[0]) if rows else ()
        cells = tuple(tuple(None if value is None else Literal(value) for value in row.values()) for row in rows)
        print_result(Rows(columns, cells), form, view.base)


def answered(found: "Reliability", evidence: "Evidence") -> dict[str, Any]:
    """Write what was found with names for people and short ids."""
    from kg.corroborate.names import Names  # noqa: PLC0415
    from kg.corroborate.truth.base import ALGORITHMS  # noqa: PLC0415

    names = Names(evidence)

    def rounded(told: Any) -> dict[str, float | None]:
        return {name: round(told[name], 2) if told else None for name in ALGORITHMS.names()}

    return {
        "by": found.by,
        "sources": [
            {
                "name": each.name,
                "claims": each.claims,
                "corroborated": each.corroborated,
                "contradicted": each.contradicted,
                "reliance": rounded(each.reliance),
                "grades": names.grades(each.source),
                "source": names.short(each.source),
            }
            for each in found.sources
        ],
        "claims": [
            {
                "text": each.text,
                "verdict": each.verdict.value,
                "belief": rounded(each.belief),
                "without": [
                    {"name": names.name(name), "verdict": verdict.value, "source": names.short(name)}
                    for name, verdict in each.without.items()
                ],
                "claim": names.short(each.claim),
            }
            for each in found.claims
        ],
    }


def flat(row: dict[str, Any], form: str) -> dict[str, Any]:
    """Write a row of the answer in cells, one for each algorithm; a table for people has no ids."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if name in {"reliance", "belief"}:
            cells |= value
        elif name == "without":
            cells[name] = "; ".join(f"{each['name']}: {each['verdict']}" for each in value)
        elif name == "grades":
            cells[name] = ", ".join(f"{each['grade']} by {each['by']}" for each in value)
        elif form != "table" or name not in {"source", "claim"}:
            cells[name] = value
    return cells
