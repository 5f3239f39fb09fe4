"""Faults of vouchers sown into the real code, a line each: their machine must find every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.persistence.repositories.vouchers import SqlVouchers
from app.services.intake import refunds
from app.services.returns import refunding
from app.services.rewards import lapsing, rewards, voucher_rights, voucher_sweeps
from app.services.rewards.voucher_records import VoucherRecord
from server.rights import vouchers
from server.rights.vouchers import _Asked
from tests.simulation.mutants import Mutant
from tests.simulation.sowing import nothing, put, together, wrapped


def handed_over_anyway(asked: _Asked, record: VoucherRecord) -> bool:
    asked.held(record)
    return False


def none_lapse(*_: Any) -> tuple[VoucherRecord, ...]:
    return ()


def due_wherever(real: Any, store: SqlVouchers, *given: Any, **named: Any) -> Sequence[VoucherRecord]:
    return [replace(one, holder="", holder_epoch=0) for one in real(store, *given, **named)]


VOUCHER_MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        "whoever knows it uses it",
        "Nobody is asked whose a voucher is.",
        put(voucher_rights, "is_ours", lambda *_: True),
    ),
    Mutant("handed to two", "The server gives away what a counter still has.", put(_Asked, "hold", handed_over_anyway)),
    Mutant(
        "expired unasked",
        "The server expires what is on a bill already.",
        wrapped(SqlVouchers, "due", due_wherever),
    ),
    Mutant(
        "epoch ignored",
        "A counter that lost its end uses what it had before.",
        put(VoucherRecord, "is_held_by", lambda one, code, _: one.holder == code),
    ),
    Mutant("stock ignored", "More are set aside than there are.", put(vouchers, "left_here", lambda *_: 1)),
    Mutant("points kept", "Who cancels a voucher gets no points.", put(rewards, "give_points_back", nothing)),
    Mutant(
        "never back",
        "A bill that came back keeps its voucher.",
        together(put(refunding, "come_back", none_lapse), put(refunds, "come_back", none_lapse)),
    ),
    Mutant(
        "good for ever",
        "What a bill brought stays good without it.",
        together(put(lapsing, "lapse", none_lapse), put(voucher_sweeps, "lapse", none_lapse)),
    ),
)
NAMED = {mutant.name: mutant for mutant in VOUCHER_MUTANTS}
