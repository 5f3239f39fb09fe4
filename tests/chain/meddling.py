"""Answers of a server that somebody has meddled with on their way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sync.answer import Answer
from sync.connection import Connection
from sync.protocol import PROTOCOL_HEADER
from tests.chain.counters import ChainCounter


@dataclass
class Meddled:
    """A line on which somebody changes what one path answers."""

    transport: Any
    path: str
    change: Callable[[Answer], Answer]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.transport, name)

    def call(self, method: str, path: str, **more: Any) -> Answer:
        answer: Answer = self.transport.call(method, path, **more)
        return self.change(answer) if path.startswith(self.path) else answer


def meddled(counter: ChainCounter, path: str, change: Callable[[Answer], Answer]) -> Connection:
    connection = counter.connected()
    line: Any = Meddled(connection.transport, path, change)
    return replace(connection, transport=line)


@dataclass
class OlderServer:
    """The line to a server that speaks an older protocol: this one does, asked in it."""

    transport: Any
    protocol: int

    def __getattr__(self, name: str) -> Any:
        return getattr(self.transport, name)

    def call(self, method: str, path: str, **more: Any) -> Answer:
        headers = {PROTOCOL_HEADER: str(self.protocol)}
        answer: Answer = self.transport.call(method, path, **{**more, "headers": headers})
        return answer


def older_server(counter: ChainCounter, *, protocol: int) -> Connection:
    connection = counter.connected()
    line: Any = OlderServer(connection.transport, protocol)
    return replace(connection, transport=line)
