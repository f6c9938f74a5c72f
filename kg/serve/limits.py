"""How much one request may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a request may take before it is refused or stopped, and how many may run at once."""

    seconds: float = 30  # that one query may run
    writing_seconds: float = 600  # of one update or ingest
    rows: int = 100_000  # of one answer; triples, where it is a graph
    answer_bytes: int = 64 * 2**20  # of one answer
    body_bytes: int = 2 * 2**20  # of one request
    queries: int = 8  # at once; at most half of them may take longer than `patience`
    patience: float = 0.5  # seconds of a processor after which a query counts as a long one
    halted: int = 24  # long queries that wait for a place among them
    waiting: int = 256  # queries that wait for their turn
    turn: float = 60  # seconds that either waits
    memory: int = 2 * 2**30  # bytes of one worker

    @property
    def quick(self) -> int:
        """How many queries that have only begun run at once."""
        return max(1, self.queries - self.long)

    @property
    def long(self) -> int:
        """How many long queries run at once."""
        return max(1, self.queries // 2)
