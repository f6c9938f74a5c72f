"""`kg sources`."""

from kg.cli._listing import search_command

command = search_command("sources", "name", "Find sources by name, with their sides and how much they say.")
