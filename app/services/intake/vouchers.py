"""Vouchers: given out, used on bills, cancelled, handed over, given up. Whoever keeps the facts is the judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from app.domain.bill import Bill
from app.domain.brought import rewards_brought
from app.domain.rewards import Reward
from app.domain.vouchers import MoveKind, Voucher, VoucherMove, VoucherStatus
from app.services.intake.points import post_entries
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.plain import from_plain
from app.services.rewards.brought_vouchers import came_with
from app.services.rewards.voucher_moves import VoucherUse, issue, move
from app.services.rewards.voucher_records import NOWHERE, VoucherRecord
from app.services.rewards.voucher_sweeps import given_up
from app.services.strict_rows import rows_of, text_of

VOUCHER_TWICE = "VOUCHER_TWICE"
STOCK_OVER = "STOCK_OVER"
VOUCHER_KEPT = "VOUCHER_KEPT"


def issued(taking: Taking) -> None:
    """A reward was changed for points at a counter. What only it was set aside for is its to use."""
    post_entries(taking)
    if not taking.keeps_facts:
        return
    _put_on_the_books(taking, _voucher(taking, taking.body.get("voucher")))


def _put_on_the_books(taking: Taking, voucher: Voucher) -> None:
    known = taking.uow.vouchers.get(voucher.voucher_id)
    if known is not None and known.voucher is not None:
        raise CannotTakeIn("VOUCHER-KNOWN", "The event gives out a voucher that is here already.")
    holder, epoch = holder_in(taking)
    issue(taking.uow, voucher, holder=holder, epoch=epoch)
    stock = voucher.reward.stock
    if stock is not None and taking.uow.vouchers.out(voucher.reward.reward_id) > stock:
        taking.note(STOCK_OVER, voucher=voucher.code, reward=voucher.reward.name, member=voucher.member_id)


def _voucher(taking: Taking, sealed: Any) -> Voucher:
    voucher = from_plain(Voucher, sealed)
    filed = taking.version(voucher.program_version)
    return replace(voucher, program_version=filed, member_id=taking.member(voucher.member_id).member_id)


def holder_in(taking: Taking) -> tuple[str, int]:
    """The counter itself, from when it joined; before, it was its own authority, and now the server is."""
    if taking.event.is_history or not taking.page.desk.is_server:
        return "", 0
    return text_of(taking.body, "counter"), taking.body["epoch"]


def moved(taking: Taking) -> None:
    """Cancelled or handed over. What another had used meanwhile gives no points back."""
    made = from_plain(VoucherMove, taking.body.get("move"))
    if not taking.keeps_facts:
        post_entries(taking)
        return
    record = _known(taking, made.voucher_id)
    if record.status != VoucherStatus.PENDING.value:
        _note_twice(taking, record, made)
        return
    post_entries(taking)
    move(taking.uow, record, made)


def expired(taking: Taking) -> None:
    """A history has what its counter let expire."""
    post_entries(taking)
    if taking.keeps_facts:
        for row in rows_of(taking.body, "moves"):
            made = from_plain(VoucherMove, row)
            move(taking.uow, _known(taking, made.voucher_id), made)


def released(taking: Taking) -> None:
    """The counter gave up what it held; of what it does not hold any more nothing changes."""
    if not taking.keeps_facts:
        return
    counter, epoch = text_of(taking.body, "counter"), taking.body["epoch"]
    for voucher_id in rows_of(taking.body, "released"):
        record = taking.uow.vouchers.get(str(voucher_id))
        if record is not None and record.is_held_by(counter, epoch):
            given_up(taking.uow, record, NOWHERE)


def spent(taking: Taking, bill: Bill) -> None:
    """The voucher that a bill says it used. The bill stands, whatever became of the voucher elsewhere."""
    if "voucher" not in taking.body:
        return
    use = from_plain(VoucherUse, taking.body["voucher"])
    record = _known(taking, use.voucher_id)
    made = VoucherMove(use.voucher_id, MoveKind.SPENT, bill.bill_id, bill.occurred_at, bill.staff, use.minor)
    if record.status != VoucherStatus.PENDING.value:
        _note_twice(taking, record, made, bill=bill.number)
    move(taking.uow, record, made)


def brought(taking: Taking, bill: Bill) -> None:
    """The vouchers that rules gave with a bill: those, and no others, that the bill's own rules give."""
    rows = rows_of(taking.body, "brought")
    sealed = Counter(_given(from_plain(Voucher, row)) for row in rows)
    gives = rewards_brought(bill.rules, taking.program(bill.program_version)) if rows else []
    if sealed - Counter((bill.bill_id, bill.member_id, reward) for _, reward in gives):
        raise CannotTakeIn("VOUCHER-UNGIVEN", "The bill brings a voucher that none of its rules gives.")
    for row in rows:
        _put_on_the_books(taking, _voucher(taking, row))


def _given(voucher: Voucher) -> tuple[str | None, str | None, Reward]:
    return voucher.came_with, voucher.member_id, voucher.reward


def note_kept(taking: Taking, bill: Bill) -> None:
    """A bill came back whole, and a voucher that it had brought was used before: it stands, and a person is told."""
    for record in came_with(taking.uow, bill):
        if record.voucher is not None and record.status == VoucherStatus.FULFILLED.value:
            taking.note(VOUCHER_KEPT, bill=bill.number, voucher=record.voucher.code, reward=record.voucher.reward.name)


def _known(taking: Taking, voucher_id: str) -> VoucherRecord:
    record = taking.uow.vouchers.get(voucher_id)
    if record is None or record.voucher is None:
        raise CannotTakeIn("VOUCHER-UNKNOWN", "The event is about a voucher that is not known here.")
    return record


def _note_twice(taking: Taking, record: VoucherRecord, made: VoucherMove, **facts: Any) -> None:
    voucher = record.voucher
    assert voucher is not None, "what has moved was issued"
    sides = {"here": {"kind": made.kind.value, "by": made.staff}, "server": {"status": record.status}}
    taking.uow.vouchers.put(record)  # the counter believes otherwise: it is told again
    taking.note(VOUCHER_TWICE, voucher=voucher.code, reward=voucher.reward.name, **facts, **sides)
