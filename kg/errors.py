"""What can go wrong, each with its cure in the message."""


class KgError(Exception):
    """Base of every error that a user of kg may meet; its text is one line that says what to do."""


class UsageError(KgError):
    """The command or call was worded wrongly (exit code 2)."""


class UnreadableError(KgError):
    """A file could not be read as a document; the message names the file and the place in it."""


class GraphError(KgError):
    """A graph could not be opened, made or written."""


class GraphLockedError(GraphError):
    """Another process holds the graph for writing."""


class OntologyError(KgError):
    """A Turtle file of knowledge (entities, relations, stances) is broken or says impossible things."""


class QueryError(KgError):
    """A query is malformed, unknown or was given parameters that do not fit."""


class ParameterError(QueryError, UsageError):
    """The name of a query or of a parameter, or the value of one, is none that there is (exit code 2)."""


class NotFoundError(KgError):
    """An IRI or name that the graph does not hold."""


class UnknownFormatError(UsageError):
    """A name that a registry (formats, readers, exporters) does not have."""


class TooMuchError(KgError):
    """More is asked for than a format can hold; the message says how to choose less."""
