"""A verdict as people read it in the terminal."""

from collections.abc import Sequence
from typing import Any

import click

from kg.cli._common import count

COLORS = {
    "contested": "red",
    "corroborated": "green",
    "corroborated-across-sides": "green",
    "uncorroborated": "yellow",
    "unknown": "white",
}
QUOTE_LENGTH = 200
QUALIFYING = 5  # statements that only come near are shown at most


def print_verdict(answer: dict[str, Any]) -> None:
    """Print verdict, origins, both sides with their quotes, and the reasons."""
    verdict = click.style(answer["verdict"], fg=COLORS[answer["verdict"]], bold=True)
    click.echo(f"{answer['query']}\n  {verdict}  score {answer['score']:.2f}", nl=False)
    click.echo(f"  {_origins(answer['origins'])}, {count(answer['carriers'], 'carrier')}")
    for origin in answer["origins"]:
        stand = "affirms" if origin["affirms"] else "denies"
        party = f" ({origin['party']})" if origin["party"] and origin["party"] != origin["name"] else ""
        graded = "".join(f", graded {each['grade']} by {each['by']}" for each in origin["grades"])
        click.echo(f"  {stand}: {origin['name']}{party}, interest {origin['interest']}{graded}")
    print_side("supports", answer["supports"])
    print_side("denies", answer["denies"])
    print_side("qualifies", answer["qualifies"][:QUALIFYING])
    if (more := len(answer["qualifies"]) - QUALIFYING) > 0:
        click.echo(f"    … and {more} more: --format json")
    print_reasons(answer["why"])


def _origins(found: Sequence[dict[str, Any]]) -> str:
    """Count origins, those against apart.

    >>> _origins([{"affirms": True}, {"affirms": False}])
    '1 origin for it, 1 against it'
    """
    affirming = sum(origin["affirms"] for origin in found)
    against = len(found) - affirming
    return f"{count(affirming, 'origin')} for it, {against} against it" if against else count(affirming, "origin")


def print_side(side: str, statements: Sequence[dict[str, Any]]) -> None:
    """Print the statements of one side, each with who said it, through whom and in which words."""
    if statements:
        click.secho(f"\n  {side}", bold=True)
    for each in statements:
        chain = " ← ".join([each["publisher"] or "unknown publisher", *reversed(each["via"]), each["speaker"] or "?"])
        click.echo(f"    {each['said_on'] or 'day unknown'}  {chain}  {each['stance']}  [{each['statement']}]")
        quote = " ".join(each["quote"].split())
        if quote:  # of what was taken in from others none may be known
            click.echo(f"      “{quote if len(quote) <= QUOTE_LENGTH else quote[:QUOTE_LENGTH].rstrip() + ' …'}”")


def print_reasons(why: Sequence[str]) -> None:
    """Print the reasons, one a line."""
    click.secho("\n  why", bold=True)
    for reason in why:
        click.echo(f"    - {reason}")
