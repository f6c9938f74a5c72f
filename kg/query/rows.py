"""The answer of a SELECT."""

from dataclasses import dataclass

from kg.store.base import Term


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT; a value that is not there is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def plain(self) -> list[dict[str, str]]:
        """Give each row as column and text; an id is its IRI, what is not there is empty."""
        return [
            {name: getattr(term, "value", "") for name, term in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]
