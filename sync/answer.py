"""An answer of our server, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_NAMED = ("type", "status", "code", "title", "detail", "instance")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the server said no (RFC 9457): `code` is stable, `facts` are the figures behind it."""

    status: int
    code: str
    title: str
    detail: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """`json` is the object the server sent, empty for bytes; `body` is what came, unpacked.

    `headers` are found in whichever case they are asked for. `elapsed_ms` ran until the first byte of the answer.
    """

    status: int
    headers: Mapping[str, str]
    json: Mapping[str, Any]
    body: bytes
    elapsed_ms: int

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def problem(self) -> Problem | None:
        """What is wrong, for an answer that is not ok. A server that names no code is quoted with an empty one."""
        if self.is_ok:
            return None
        return Problem(
            status=self.status,
            code=_text(self.json.get("code")),
            title=_text(self.json.get("title")),
            detail=_text(self.json.get("detail")),
            facts={name: value for name, value in self.json.items() if name not in _NAMED},
        )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
