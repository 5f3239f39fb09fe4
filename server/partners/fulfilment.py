"""Fulfilment: vouchers of partners' rewards, asked for at the partner until it has said yes or no.

From the first request until the answer the voucher is the partner's to use: nobody cancels, hands over or expires what
the partner may have given already. Each attempt is written down before it is made, and a late answer of one that is not
the latest counts for nothing: the latest asks under the same key and hears the same.
"""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass, replace
from datetime import timedelta

from app.domain.vouchers import MoveKind, Voucher, VoucherMove, VoucherStatus
from app.services.desk import Desk
from app.services.keeping.checking import Choice, ReviewKind
from app.services.ports import Review
from app.services.posting import Page
from app.services.records import to_micros
from app.services.rewards.rewards import MOVED, give_points_back
from app.services.rewards.voucher_moves import move, move_row
from app.services.rewards.voucher_records import VoucherRecord
from server.intake.reviews import raise_alone
from server.ledgers.store import ServerUnit
from server.partners import calls, line, registry
from server.partners.calls import Call
from server.partners.line import Answer, Said
from server.rights.leases import server_store

STAFF = "server"
HOLDER = "partner"  # who holds what is being asked for; no counter can be called so
ASKING = "voucher_partner"  # the kind of event of a voucher that the office gives a partner, or takes back
TURN_S = 10.0  # a turn begins no call after so long
LEASE = timedelta(minutes=2)  # a call is over long before; nobody else makes it meanwhile
AWAITED = timedelta(minutes=1)  # between looks at a voucher that a counter still holds
BACKOFF_S, BACKOFF_S_MAX = 30, 3600
SHOWN_AT = 5  # failed attempts after which a person is told


@dataclass(frozen=True, slots=True)
class _Asking:
    """An attempt that was written down: to be made now, by whoever wrote it."""

    call: Call
    voucher: Voucher
    base_url: str
    token: str


def fulfil(desk: Desk, *, ask: line.Ask = line.ask) -> None:
    """Ask for what is due, one after the other, for about TURN_S; the rest comes in the next turn."""
    _free_stopped(desk)
    until = time.monotonic() + TURN_S
    while time.monotonic() < until and _is_due(desk):
        asking = _begun(desk)
        if asking is not None:
            answer = ask(asking.base_url, asking.token, asking.voucher, desk.clock.now())
            _heard(desk, asking.call, answer)


def _is_due(desk: Desk) -> bool:
    """Nearly always there is nothing: that is seen without writing."""
    with server_store(desk).reading() as unit:
        return calls.first_due(unit.scope, at=to_micros(desk.clock.now())) is not None


def _begun(desk: Desk) -> _Asking | None:
    """The next attempt; None where the one that was due needs none now."""
    store, now = server_store(desk), desk.clock.now()
    with store.writing() as unit:
        call = calls.first_due(unit.scope, at=to_micros(now))
        if call is None:
            return None
        record = unit.vouchers.get(call.voucher_id)
        if record is None or record.voucher is None or record.status != VoucherStatus.PENDING.value:
            calls.drop(unit.scope, call.voucher_id)
            return None
        page = Page.open(desk, unit)
        if record.holder not in ("", HOLDER):
            _want_back(page, unit, record)
        elif call.is_held or not record.voucher.is_over(page.at):
            if not record.holder:
                _hold(page, unit, record, HOLDER)
            due = to_micros(now + LEASE)
            call = replace(call, attempts=call.attempts + 1, next_at=due, is_held=True)
            calls.put(unit.scope, call)
            partner = registry.by_name(unit.scope, call.partner)
            assert partner is not None, "what is due has a partner"
            return _Asking(call, record.voucher, partner.base_url, partner.token(store.sealer))
        calls.put(unit.scope, replace(call, next_at=to_micros(now + AWAITED)))
        return None


def _want_back(page: Page, unit: ServerUnit, record: VoucherRecord) -> None:
    """A counter may still hand it over or take it back: it gives it up first."""
    if not record.is_wanted:
        unit.vouchers.put(replace(record, is_wanted=True))
        page.close(ASKING, {"voucher": record.voucher_id, "holder": record.holder})


def _hold(page: Page, unit: ServerUnit, record: VoucherRecord, holder: str) -> None:
    epoch = page.head.epoch if holder else 0
    unit.vouchers.put(replace(record, holder=holder, holder_epoch=epoch, is_wanted=False))
    page.close(ASKING, {"voucher": record.voucher_id, "holder": holder})


def _heard(desk: Desk, asked: Call, answer: Answer) -> None:
    with server_store(desk).writing() as unit:
        call, record = calls.get(unit.scope, asked.voucher_id), unit.vouchers.get(asked.voucher_id)
        if call is None or record is None or call.attempts != asked.attempts or not call.is_held:
            return
        if answer.said is Said.NOTHING:
            _again(desk, unit, call, answer)
        else:
            kind = MoveKind.HANDED_OVER if answer.said is Said.GIVEN else MoveKind.CANCELLED
            _ended(desk, unit, call, record, kind)


def _ended(desk: Desk, unit: ServerUnit, call: Call, record: VoucherRecord, kind: MoveKind) -> None:
    """Given, or cancelled: then its points go back to their lots and its place to the stock."""
    assert record.voucher is not None, "only what was issued is asked for"
    page = Page.open(desk, unit)
    made = VoucherMove(record.voucher_id, kind, desk.ids.entity(), page.at, STAFF)
    if kind is MoveKind.CANCELLED:
        give_points_back(page, record.voucher, cause=made.cause)
    review = unit.shared.review(call.review_id) if call.review_id else None
    if review is not None and review.settled_at is None:
        unit.shared.put_review(replace(review, settled_at=page.at, choice=Choice.SEEN, staff=STAFF))
    head = page.close(MOVED, {"move": move_row(made)})
    move(unit, replace(record, holder="", holder_epoch=0, is_wanted=False), made, sealed=head)
    calls.drop(unit.scope, call.voucher_id)


def _again(desk: Desk, unit: ServerUnit, call: Call, answer: Answer) -> None:
    wait_s = max(backoff_s(call), answer.wait_s)
    later = replace(call, next_at=to_micros(desk.clock.now() + timedelta(seconds=wait_s)))
    if call.attempts >= SHOWN_AT and call.review_id is None:
        facts = {"voucher": call.voucher_id, "partner": call.partner, "attempts": call.attempts, "why": answer.why}
        review = Review(desk.ids.entity(), ReviewKind.PARTNER_SILENT, facts, desk.clock.now())
        raise_alone(desk, unit, [review])
        later = replace(later, review_id=review.review_id)
    calls.put(unit.scope, later)


def backoff_s(call: Call) -> int:
    """Twice as long after each attempt, give or take a quarter: those that failed together do not return together."""
    whole = min(BACKOFF_S << min(call.attempts - 1, 16), BACKOFF_S_MAX)
    spread = zlib.crc32(f"{call.voucher_id} {call.attempts}".encode()) % 1000
    return whole * (750 + spread // 2) // 1000


def _free_stopped(desk: Desk) -> None:
    """What is held for a partner that was switched off is a person's again to hand over or to cancel."""
    while True:
        at = to_micros(desk.clock.now())
        with server_store(desk).reading() as unit:
            if calls.first_stopped(unit.scope, at=at) is None:
                return
        with server_store(desk).writing() as writing:
            call = calls.first_stopped(writing.scope, at=at)
            if call is None:
                return
            record = writing.vouchers.get(call.voucher_id)
            if record is not None and record.holder == HOLDER:
                _hold(Page.open(desk, writing), writing, record, "")
            calls.put(writing.scope, replace(call, is_held=False))
