"""`kg contradictions`."""

from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import format_option, open_view, print_json
from kg.cli._days import days_options, narrowed

if TYPE_CHECKING:
    from kg.corroborate.agreement import Contradiction
    from kg.corroborate.evidence import Evidence


@click.command("contradictions")
@days_options
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, since: str | None, until: str | None, as_of: str | None, form: str) -> None:
    """List the pairs of statements that cannot both be true, with scope and reason."""
    from kg.corroborate.agreement import contradictions  # noqa: PLC0415

    with open_view(ctx) as view:
        evidence = narrowed(view, since, until, as_of)
    found = [as_object(pair, evidence) for pair in contradictions(evidence)]
    if form == "json":
        print_json(found)
        return
    for pair in found:
        click.secho(f"{pair['scope']}: {pair['reason']}", bold=True)
        for side in pair["statements"]:
            day, stand = side["said_on"] or "day unknown", "" if side["affirms"] else "not: "
            click.echo(f"  {day}  {side['speaker']} ({side['publisher']})  {stand}{side['claim']}")


def as_object(pair: "Contradiction", evidence: "Evidence") -> dict[str, Any]:
    """Give the JSON object of two statements that contradict each other."""
    from kg.corroborate.names import Names  # noqa: PLC0415

    names = Names(evidence)
    sides = [
        {
            "statement": names.short(said.statement),
            "document": names.short(said.document),
            "speaker": names.name(said.agent),
            "publisher": names.name(said.publisher),
            "said_on": said.said_on,
            "affirms": said.affirms,
            "claim": evidence.claims[said.claim].text,
            "quote": said.quote,
        }
        for said in (pair.left, pair.right)
    ]
    return {"scope": pair.scope, "reason": pair.reason, "statements": sides}
