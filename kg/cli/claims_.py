"""`kg claims`."""

from kg.cli._listing import search_command

command = search_command(
    "claims",
    "words",
    """Find claims by words, in what they say or in what is quoted of them, with their verdicts.

    All words must be there; a word stands for its forms and for what begins with it. "Words in quotation marks"
    must stand in that order.
    """,
)
