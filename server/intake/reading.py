"""Reading: what an event's bytes say. It is found out before the tenant's turn, so that nobody waits for it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import orjson

from app.domain.bill import Bill
from app.services import unsealed_bills
from app.services.chain.dependence import subjects
from app.services.plain import NotPlainError

_NESTING_CHECKED_FROM = 200
_UNKEEPABLE = re.compile(rb"(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89a-fA-F])")


@dataclass(frozen=True, slots=True)
class Read:
    """`body` is None where the bytes are no JSON. A bill that cannot be read is none: posting it says why."""

    body: Any
    bill: Bill | None = None


def read(body: bytes) -> Read:
    found = _parsed(body)
    bill = None
    if isinstance(found, dict) and found.get("kind") == "bill":
        with suppress(NotPlainError, AssertionError):
            bill = unsealed_bills.bill_of(found)
    return Read(found, bill)


def _parsed(body: bytes) -> Any:
    """None where the bytes are no JSON, or spell a letter that no store keeps: a zero, or half of one."""
    if b"\\u" in body and _UNKEEPABLE.search(body):
        return None
    try:
        found = orjson.loads(body)
        if body.count(b"[") + body.count(b"{") > _NESTING_CHECKED_FROM:
            subjects(found)  # whoever walks it must not sink
        return found
    except (ValueError, RecursionError):
        return None
