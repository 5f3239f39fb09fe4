"""A faulty line: a proxy on loopback between a client and a real server that does to each request what it is told."""

from __future__ import annotations

import re
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from random import Random
from typing import Self

from tests.wire.listener import STOP_S_MAX, Listener, closed_hard, read_all, read_request
from tests.wire.steps import Pass, Step


@dataclass(slots=True)
class Passage:
    """What became of one request: how often the server heard it whole, and how many bytes the client got."""

    number: int
    method: str
    target: str
    step: Step
    heard_times: int = 0
    given_bytes: int = 0
    is_over: bool = False


class FaultyLine:
    """`with FaultyLine(server_port) as line:`, then point a client at `line.url`.

    Each request takes the next step of the script; then the weather decides, where there is one; else `always`, which
    lets it pass unless told otherwise. One request a connection. `log` tells what happened, in order of arrival. The
    same seed makes the same weather, as long as requests come one after another.
    """

    def __init__(self, server_port: int) -> None:
        self.log: list[Passage] = []
        self._server_port = server_port
        self._script: deque[Step] = deque()
        self._otherwise: Callable[[], Step] = Pass
        self._dice = Random(0)
        self._turn = threading.Condition()
        self._answered = 0
        self._listener = Listener(self._serve)
        self.port = self._listener.port
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.stopping.set()
        with self._turn:
            self._turn.notify_all()
        self._listener.__exit__()

    def script(self, *steps: Step) -> None:
        """What happens to the next requests, one step each; behind what was scripted before."""
        with self._turn:
            self._script.extend(steps)

    def always(self, step: Step) -> None:
        """What happens to every request the script does not speak of: `Hang()` and `Unanswered()` part the line."""
        with self._turn:
            self._otherwise = lambda: step

    def weather(self, seed: int, odds: Mapping[Step, float]) -> None:
        """From now on dice decide, by these weights, what happens to each request the script does not speak of."""
        steps, weights = list(odds), list(odds.values())
        with self._turn:
            self._dice = Random(seed)
            self._otherwise = lambda: self._dice.choices(steps, weights)[0]

    @contextmanager
    def down(self) -> Iterator[None]:
        """Nobody listens: connections are refused."""
        self._listener.down()
        try:
            yield
        finally:
            self._listener.up()

    def settle(self) -> None:
        """Wait until every request that came is over, those held back included."""
        with self._turn:
            assert self._turn.wait_for(lambda: all(passage.is_over for passage in self.log), STOP_S_MAX)

    def _serve(self, client: socket.socket) -> None:
        request = read_request(client)
        if request is None:
            return
        with self._turn:
            step = self._script.popleft() if self._script else self._otherwise()
            passage = Passage(len(self.log) + 1, request.method, request.target, step)
            self.log.append(passage)
        try:
            step.run(_AtTheLine(self, client, _closing(request.raw), passage))
        finally:
            with self._turn:
                passage.is_over = True
                self._turn.notify_all()

    def exchanged(self, request: bytes, *, is_whole: bool) -> bytes:
        """What the server answers to these bytes, until it closes."""
        with socket.create_connection(("127.0.0.1", self._server_port)) as server:
            self._listener.note(server)
            try:
                server.sendall(request)
                if not is_whole:
                    return b""
                answer = read_all(server)
            finally:
                self._listener.forget(server)
        with self._turn:
            self._answered += 1
            self._turn.notify_all()
        return answer

    def wait_for_next(self, seconds: float | None) -> None:
        with self._turn:
            before = self._answered
            self._turn.wait_for(lambda: self._answered > before or self.is_stopping, seconds)

    def somewhere(self, length: int) -> int:
        with self._turn:
            # One throw whatever the length, so that the weather after it stays the same.
            return int(self._dice.random() * length)

    def sleep(self, seconds: float) -> None:
        self._listener.stopping.wait(seconds)

    @property
    def is_stopping(self) -> bool:
        return self._listener.stopping.is_set()


class _AtTheLine:
    """One request in the hands of the line."""

    def __init__(self, line: FaultyLine, client: socket.socket, request: bytes, passage: Passage) -> None:
        self.request = request
        self._line = line
        self._client = client
        self._passage = passage

    def deliver(self) -> bytes:
        if self._line.is_stopping:
            raise OSError("the line is closed")
        answer = self._line.exchanged(self.request, is_whole=True)
        self._passage.heard_times += 1
        return answer

    def deliver_part(self, part: bytes) -> None:
        self._line.exchanged(part, is_whole=False)

    def give(self, answer: bytes) -> None:
        # Written down first: whoever has the answer may look at the log.
        self._passage.given_bytes += len(answer)
        self._client.sendall(answer)

    def close(self) -> None:
        with suppress(OSError):
            self._client.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        closed_hard(self._client)

    def hang(self) -> None:
        read_all(self._client)

    def sleep(self, seconds: float) -> None:
        self._line.sleep(seconds)

    def let_next_pass(self, seconds: float | None) -> None:
        self._line.wait_for_next(seconds)

    def somewhere(self, length: int) -> int:
        return self._line.somewhere(length)


def _closing(request: bytes) -> bytes:
    """The request asking for a connection of its own, so that the end of its answer is the end of the connection."""
    head, blank, body = request.partition(b"\r\n\r\n")
    head = re.sub(rb"(?i)\r\nconnection:[^\r]*", b"", head)
    return head + b"\r\nConnection: close" + blank + body
