"""The options that tell what a file itself does not: publisher, day, URL, and which parser to use."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kg.dates import PartialDate
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.ingest import Hints


def HINTS(function: Callable[..., Any]) -> Callable[..., Any]:  # noqa: N802 (reads as the other option groups do)
    """Add the options `--publisher --published --url --nlp`."""
    for option in (
        click.option("--nlp", metavar="NAME", help="An installed spaCy pipeline to parse with, instead of our own."),
        click.option("--url", help="The address, for a file that does not say."),
        click.option("--published", metavar="DAY", help="The publication day, for files that do not say."),
        click.option("--publisher", metavar="NAME", help="The publisher, for files that do not say."),
    ):
        function = option(function)
    return function


class Hinted(NamedTuple):
    """The values of those options."""

    hints: "Hints"
    nlp: str | None

    @classmethod
    def of(cls, values: Mapping[str, str | None]) -> "Hinted":
        """Check and gather the values; raises UsageError for a bad day."""
        from kg.ingest import Hints  # noqa: PLC0415

        day = values["published"]
        try:
            published = PartialDate(day) if day else None
        except ValueError as error:
            raise UsageError(f"--published: {error}") from error
        return cls(Hints(publisher=values["publisher"], published=published, url=values["url"]), values["nlp"])
