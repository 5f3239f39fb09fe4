"""The wire of a simulated world: what may become of one call, behind the same `call` as the real transport's."""

from __future__ import annotations

import json as codec
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sync.answer import Answer
from sync.clock_offset import ClockOffset
from sync.line_fault import LineFault, LineTrouble
from sync.protocol import PROTOCOL
from sync.reply import Reply, judged
from tests.simulation.centre import Centre
from tests.simulation.clocks import MachineClock
from tests.simulation.disk import Killed


class Weather(StrEnum):
    """What becomes of one call."""

    FAIR = "fair"
    ASK_LOST = "the request is lost"
    ANSWER_LOST = "the answer is lost"
    TWICE = "the request arrives twice"
    AGAIN_LATER = "the answer is lost, and the request arrives once more, later"
    CUT = "the line breaks within the answer"
    CAPTIVE = "somebody else answers"
    OVERTAKEN = "other calls of the counter are answered before this one's answer arrives"


@dataclass(frozen=True)
class Request:
    client_id: str
    method: str
    path: str
    query: Mapping[str, str | int]
    body: bytes


@dataclass
class Line:
    """A counter's line to the centre. `ahead` is the weather of the next calls; `late` are requests still under way."""

    centre: Centre
    machine: MachineClock
    client_id: str = ""
    is_up: bool = True
    is_deaf: bool = False  # requests arrive, answers do not
    ahead: list[Weather] = field(default_factory=list)
    late: list[Request] = field(default_factory=list)
    meanwhile: Callable[[], None] | None = None
    clock: ClockOffset = field(init=False)
    protocol: int = PROTOCOL
    calls: int = 0

    def __post_init__(self) -> None:
        self.clock = ClockOffset(self.machine.moment)

    def call(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        body: bytes | None = None,
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,  # noqa: ARG002 - as the real one's
        timeout_s: float = 30.0,  # noqa: ARG002
        idempotency_key: str | None = None,  # noqa: ARG002
    ) -> Answer:
        self.calls += 1
        if not self.is_up:
            raise LineFault(LineTrouble.OFFLINE, "no line")
        if json is not None:
            body = codec.dumps(json, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        request = Request(self.client_id, method, path, query or {}, body or b"")
        weather = self.ahead.pop(0) if self.ahead else Weather.FAIR
        return self._heard(self._told(request, weather))

    def deliver_late(self) -> None:
        """A request that was under way arrives; nobody waits for its answer."""
        with suppress(LineFault):
            if self.late:
                self._arrive(self.late.pop(0))

    def _told(self, request: Request, weather: Weather) -> Reply:
        if weather is Weather.ASK_LOST:
            raise LineFault(LineTrouble.OFFLINE, "the request was lost")
        if weather is Weather.CAPTIVE:
            return Reply(200, {"Content-Type": "text/html"}, b"<p>Welcome", is_framed=True, elapsed_ms=0)
        reply = self._arrive(request)
        match weather:
            case Weather.TWICE:
                reply = self._arrive(request)
            case Weather.AGAIN_LATER:
                self.late.append(request)
                raise LineFault(LineTrouble.OFFLINE, "the answer was lost")
            case Weather.ANSWER_LOST:
                raise LineFault(LineTrouble.OFFLINE, "the answer was lost")
            case Weather.CUT:
                reply = Reply(reply.status, reply.headers, reply.body[: len(reply.body) // 2], True, 0)
            case Weather.OVERTAKEN if self.meanwhile is not None:
                going, self.meanwhile = self.meanwhile, None
                try:
                    going()
                finally:
                    self.meanwhile = going
        return reply

    def _arrive(self, request: Request) -> Reply:
        try:
            return self.centre.answer(request.client_id, request.method, request.path, request.query, request.body)
        except Killed:
            if not self.centre.disk.is_dead:
                raise
            self.centre.start()
            raise LineFault(LineTrouble.OFFLINE, "the server died") from None

    def _heard(self, reply: Reply) -> Answer:
        if self.is_deaf:
            raise LineFault(LineTrouble.OFFLINE, "no answer")
        sent = self.machine.moment()
        answer = judged(reply)
        server_ms = answer.headers.get("Tillpoint-Time-Ms", "")
        self.clock.note(server_ms=int(server_ms), sent=sent, elapsed_ms=0)
        return answer
