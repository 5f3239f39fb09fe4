"""Whatever the shop's rules, the bill and what came back before: a return does exactly what was shown, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.entries import EntryKind
from app.domain.errors import Code, DomainError
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.giving_back import ReturnLimits, amounts_of
from app.domain.program import Program, Refund, RefundEarned, Shortfall
from app.domain.quote import MAX
from app.services.keeping import books
from app.services.returns import returnable, returns
from app.services.returns.returns import Agreed, Consequence, Returned
from tests.desks import PROGRAM, STAFF, Shop, memory_shop

LIMITS = ReturnLimits(days=10, amount_minor=300_00)
programs = st.builds(
    lambda refund, expiry, percent: replace(PROGRAM, refund=refund, expiry=expiry, referral_percent=Decimal(percent)),
    st.builds(Refund, st.sampled_from(RefundEarned), st.sampled_from(Shortfall), st.sampled_from((0, 7))),
    st.builds(Expiry, st.just(ExpiryMode.DAYS), st.sampled_from((5, 30))),
    st.sampled_from((0, 2)),
)


@settings(max_examples=40, deadline=None)
@given(programs, st.data())
def test_a_return_does_what_was_shown(program: Program, data: st.DataObject) -> None:
    with memory_shop(program) as shop:
        card = shop.enrol(referrer_card=shop.enrol("Ravi Sharma"))
        shop.sell(card, ("General", 900))
        lines = data.draw(
            st.lists(st.sampled_from((("General", 400), ("Medicines", 75), ("General", 1))), min_size=1, max_size=3)
        )
        bill = shop.sell(card, *lines, redeem=data.draw(st.sampled_from((0, MAX)))).bill
        for number in range(data.draw(st.integers(1, 3))):
            shop.wait(days=data.draw(st.sampled_from((0, 6, 40))))
            if data.draw(st.booleans()):
                shop.sell(card, ("General", 50), redeem=MAX)
            _return_some(shop, bill.number, f"k{number}", data)
        assert books.verify(shop.desk).faults == ()


def _return_some(shop: Shop, number: str, key: str, data: st.DataObject) -> None:
    found = returnable.find_returnable(shop.desk, number)
    left = {one.line.line_id: int(one.quantity) for one in found.lines if one.quantity}
    if not left:
        return
    chosen = data.draw(st.sets(st.sampled_from(sorted(left)), min_size=1))
    amounts = amounts_of(found.lines, {line_id: Decimal(left[line_id]) for line_id in sorted(chosen)})
    before = shop.tables()
    shown = returns.preview_lines(shop.desk, found.bill.bill_id, amounts, staff=STAFF, limits=LIMITS)
    assert shop.tables() == before
    agreed = Agreed(shown, LIMITS)
    if shown.asks:
        _is_refused(shop, found.bill.bill_id, amounts, agreed)
    made = returns.return_lines(
        shop.desk.approved("meena"), found.bill.bill_id, amounts, key=key, staff=STAFF, agreed=agreed
    )
    _is_as_shown(shop, shown, made)


def _is_refused(shop: Shop, bill_id: str, amounts: Mapping[str, int], agreed: Agreed) -> None:
    before = shop.tables()
    with pytest.raises(DomainError) as refusal:
        returns.return_lines(shop.desk, bill_id, amounts, key="alone", staff=STAFF, agreed=agreed)
    assert refusal.value.code is Code.NEEDS_APPROVAL
    assert shop.tables() == before


def _is_as_shown(shop: Shop, shown: Consequence, made: Returned) -> None:
    """Against what the ledger says, not what the verb answers."""
    with shop.store.reading() as uow:
        posted = uow.ledger.by_cause(made.refund_id)
        kept = uow.bills.refund(made.refund_id)
        assert kept is not None
        bill = uow.bills.get(kept.bill_id)
        assert bill is not None
        assert bill.member_id is not None
        holder = uow.members.by_id(bill.member_id)
        assert holder is not None
    moved = {(one.entry.member_id == bill.member_id, one.entry.kind): 0 for one in posted}
    for one in posted:
        moved[one.entry.member_id == bill.member_id, one.entry.kind] += one.entry.points
    assert kept.amount_minor == shown.amount_minor
    assert moved.get((True, EntryKind.RESTORE), 0) == shown.points_restored == sum(one.points for one in shown.restored)
    assert moved.get((True, EntryKind.REVERSE), 0) == -shown.points_reversed
    assert moved.get((False, EntryKind.REVERSE), 0) == -shown.referrer_points_reversed
    assert holder.member.tier == shown.tier_after
    with shop.store.reading() as uow:
        at = shop.desk.instant(uow.journal.head())
        assert uow.ledger.full_account(bill.member_id).available(at) == shown.balance_after
