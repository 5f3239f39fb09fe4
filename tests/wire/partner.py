"""A partner on loopback: a real HTTP server that gives each voucher once, and fails as it is told to."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.wire.listener import Request
from tests.wire.small_server import SmallServer, said

JSON = {"Content-Type": "application/json"}
Fault = Callable[[Request, bytes], bytes]  # what is sent in place of the right answer


def spoken(status: int, body: Any, **headers: str) -> bytes:
    """An answer of JSON; a header's underscores are hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return said(status, {**JSON, **named}, json.dumps(body).encode())


@dataclass
class Books:
    """What a partner has given, by idempotency key, and which rewards it gives to nobody.

    `faults` are taken one a request; what it has given by then it has given all the same.
    """

    given: dict[str, int] = field(default_factory=dict)
    refuses: bool = False
    faults: list[Fault] = field(default_factory=list)

    def answer(self, request: Request) -> bytes:
        key = request.headers["idempotency-key"]
        asked = json.loads(request.body)
        if self.refuses:
            right = spoken(422, {"voucher_id": asked["voucher_id"], "status": "REFUSED"})
        else:
            self.given.setdefault(key, 0)
            self.given[key] += self.given[key] == 0
            right = spoken(201, {"voucher_id": asked["voucher_id"], "status": "ISSUED"})
        return self.faults.pop(0)(request, right) if self.faults else right


class LoopbackPartner(SmallServer):
    """`with LoopbackPartner() as partner:`; `partner.url` is its base address."""

    def __init__(self) -> None:
        self.books = Books()
        super().__init__(self.books.answer)

    @property
    def keys(self) -> list[str]:
        """The idempotency keys of every request, in order."""
        return [request.headers["idempotency-key"] for request in self.heard]
