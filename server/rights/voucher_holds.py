"""Holds: vouchers that a counter alone may use, taken from one that is lost, silent, or began anew."""

from __future__ import annotations

from app.services.rewards.voucher_records import NOWHERE
from app.services.rewards.voucher_sweeps import given_up
from server.ledgers.store import ServerUnit


def free(unit: ServerUnit, counter_code: str, *, before_epoch: int | None = None) -> int:
    """Nobody holds any more what a counter held, of all epochs or of those before one. Returns how many it were."""
    held = unit.vouchers.held_by(counter_code)
    over = [one for one in held if before_epoch is None or one.holder_epoch < before_epoch]
    for record in over:
        given_up(unit, record, NOWHERE)
    return len(over)
