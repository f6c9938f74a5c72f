"""A connection that ends when its client sends no request, or takes no answer, for too long."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_SENDING = 30  # seconds for the head of a request
_TAKING = 120  # seconds in which a client must make room for more of its answer


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with an end to waiting: whoever only keeps connections open holds up nobody."""

    _sending: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a first request."""
        super().connection_made(transport)
        self._sending = self.loop.call_later(_SENDING, transport.abort)

    def data_received(self, data: bytes) -> None:
        """Stop waiting once the head of a request is there; begin again with the first part of the next."""
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before and self._sending:
            self._sending.cancel()
            self._sending = None
        elif self._sending is None and self.conn.their_state is h11.IDLE:
            self._sending = self.loop.call_later(_SENDING, self.transport.abort)

    def pause_writing(self) -> None:
        """Begin to wait for the client to take what was sent."""
        super().pause_writing()
        self._taking = self.loop.call_later(_TAKING, self.transport.abort)

    def resume_writing(self) -> None:
        """Stop waiting: the client took it."""
        super().resume_writing()
        if self._taking:
            self._taking.cancel()
            self._taking = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget whatever was waited for."""
        super().connection_lost(exc)
        for timer in (self._sending, self._taking):
            if timer:
                timer.cancel()
