"""Vouchers: one asked for by its code, or one of a reward's stock, so that it can be used here and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from app.domain.errors import DomainError
from app.services.chain.adopting import adopt_answer
from app.services.chain.standing import unasked
from app.services.desk import Desk
from app.services.rewards.voucher_rights import unknown
from sync.protocol import told_from_plain
from sync.refused import Refused, accepted
from sync.tidings import tidings_of, view_of
from sync.transport import Transport

PATH = "/api/v1/sync/vouchers"
TIMEOUT_S = 2.0
TRIES_MAX = 3  # whoever holds it is asked to give it up, and has to hear of that first
AGAIN_S = 0.7


def fetch(
    desk: Desk, transport: Transport, wanted: Mapping[str, Any], *, pause: Callable[[float], None] = time.sleep
) -> list[str]:
    """Ask for a voucher by its `code`, or for one of a `reward`'s stock, and put the answer in place.

    Returns the members it names. Raises LineFault, Refused, WireError or NotPlainError; nothing has changed then.
    """
    changed: list[str] = []
    for attempt in range(TRIES_MAX):
        if attempt:
            pause(AGAIN_S)
        answer = accepted(transport.call("POST", PATH, json=wanted, timeout_s=TIMEOUT_S))
        told = told_from_plain(answer.json)
        view = view_of(
            transport,
            position=told.position,
            included=told.included,
            server_ms=told.server_ms,
            clock_at=desk.clock.now(),
        )
        changed += adopt_answer(desk, tidings_of(told.rows, view))
        if not told.recalled:
            break
    return changed


def not_told(what: str, no: Refused) -> DomainError:
    """What the server's no means."""
    if no.problem.code == "VOUCHER-UNKNOWN":
        return unknown()
    return unasked(what)
