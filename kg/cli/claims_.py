"""`kg claims`."""

from kg.cli._listing import search_command

command = search_command("claims", "words", "Find claims by words, with their verdicts.")
