"""The options that narrow an answer to some days."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.corroborate.evidence import Evidence
    from kg.dates import PartialDate
    from kg.store import View

Function = Callable[..., Any]


def days_options(command: Function) -> Function:
    """Add `--since`, `--until` and `--as-of`."""
    for option, words in (
        ("--as-of", "Answer from what had been published by then."),
        ("--until", "Count only what was said on this day or before."),
        ("--since", "Count only what was said on this day or after."),
    ):
        command = click.option(option, metavar="DAY", help=words)(command)
    return command


def parsed_day(option: str, text: str | None) -> "PartialDate | None":
    """Check a day of the command line: 2016, 2016-11 or 2016-11-17."""
    from kg.dates import PartialDate  # noqa: PLC0415

    try:
        return PartialDate(text) if text else None
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from error


class Days(NamedTuple):
    """The days of a call."""

    since: "PartialDate | None"
    until: "PartialDate | None"
    as_of: "PartialDate | None"


def parsed_days(since: str | None, until: str | None, as_of: str | None) -> Days:
    """Check the three options."""
    days = Days(parsed_day("--since", since), parsed_day("--until", until), parsed_day("--as-of", as_of))
    if days.since and days.until and days.since.first_day > days.until.last_day:
        raise UsageError(f"--since {days.since} is after --until {days.until}; swap them")
    return days


def narrowed(view: "View", since: str | None, until: str | None, as_of: str | None) -> "Evidence":
    """Give the evidence of a graph for these days, and say on stderr what that leaves out."""
    from kg.corroborate.during import during  # noqa: PLC0415
    from kg.corroborate.evidence import load  # noqa: PLC0415

    first, last, day = parsed_days(since, until, as_of)
    evidence = during(load(view, as_of=day), first, last)
    for note in evidence.notes:
        click.echo(f"note: {note}", err=True)
    return evidence
