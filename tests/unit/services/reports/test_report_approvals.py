"""Approvals: who asked, who agreed, what for and on which bill, read from the sealed events alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.domain.cart import BillDiscount
from app.domain.rewards import Reward, RewardKind
from app.domain.staff import Person, Role
from app.services.desk import Desk
from app.services.members import adjustments, card_status
from app.services.reports.approvals import DEEDS, approvals
from app.services.reports.behind import MORE
from app.services.reports.catalogue import one_bill
from app.services.reports.period import Days
from app.services.reports.records import SealedDeed
from app.services.returns import returns, unseen_returns
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from tests.desks import STAFF, Shop, cart, changed, memory_shop
from tests.unit.services.chains import joined
from tests.unit.services.reports.asking import ask, cells, on_day, opened, today

COUPON = Reward("coupon", "₹50 off", RewardKind.DISCOUNT_COUPON, 100_00, value_minor=50_00, valid_days=3)


def approved(shop: Shop, by: str = "meena") -> Desk:
    return shop.desk.approved(by)


def discounted(shop: Shop, percent: int = 25, by: str = "meena") -> str:
    """A bill of ₹200 with so much taken off, which somebody agreed to."""
    request = SaleRequest(replace(cart(("General", 200)), discount=BillDiscount(Decimal(percent))))
    key = shop.desk.ids.entity()
    return checkout.commit_sale(approved(shop, by), request, key=key, staff=STAFF).bill.bill_id


def test_each_person_has_what_they_agreed_to_and_for_whom(shop: Shop) -> None:
    first, second = discounted(shop), discounted(shop, 50)
    discounted(shop, by="ravi")
    shop.sell(None, ("General", 100))
    returns.return_amount(approved(shop), first, 30_00, key="r", staff="sunil")
    table = ask(shop, "overrides")

    assert cells(table) == [
        ("meena", STAFF, 2, 2, 150_00, 0),
        ("meena", "sunil", 1, 1, 30_00, 0),
        ("ravi", STAFF, 1, 1, 50_00, 0),
    ]
    assert table.total == (None, None, 4, 4, 230_00, 0)
    for place, row in enumerate(table.rows):
        behind = opened(shop, table, place)
        assert len(behind.rows) == row.cells[2]
        assert sum(one.cells[5] for one in behind.rows) == row.cells[4]
    newest, oldest = opened(shop, table).rows
    assert (newest.bill_id, oldest.bill_id) == (second, first)
    assert newest.cells[1:] == (DEEDS["bill"], shop_number(shop, second), STAFF, "meena", 100_00, 0)
    assert one_bill(shop.desk, second, on_day(shop)).rows


def shop_number(shop: Shop, bill_id: str) -> str:
    with shop.store.reading() as uow:
        bill = uow.bills.get(bill_id)
    assert bill is not None
    return bill.number


def test_what_is_of_no_bill_stands_there_too(shop: Shop) -> None:
    card = shop.enrol()
    desk = approved(shop)
    adjustments.adjust(desk, card, points=50_00, reason="sorry", staff=STAFF, key="1")
    adjustments.adjust(desk, card, points=-20_00, reason="oh", staff=STAFF, key="2")
    card_status.replace_card(desk, card, staff=STAFF)
    table = ask(shop, "overrides")
    assert cells(table) == [("meena", STAFF, 3, 0, 0, 30_00)]
    behind = opened(shop, table)
    assert [row.cells[1] for row in behind.rows] == [DEEDS["replace"], DEEDS["adjust"], DEEDS["adjust"]]
    assert {row.bill_id for row in behind.rows} == {None}


def test_a_rewards_voucher_is_nothing_that_somebody_gave_by_hand() -> None:
    with memory_shop(changed(rewards=(COUPON,))) as shop:
        card = shop.enrol()
        shop.credit(card, 500_00)
        voucher = rewards.redeem(shop.desk, Wish(card), "coupon", staff=STAFF, key="v")
        line = replace(cart(("General", 200)).lines[0], discount=BillDiscount(Decimal(10)))
        bought = replace(cart(), lines=(line,), discount=BillDiscount(Decimal(10)), voucher=voucher.on_bill)
        request = SaleRequest(bought, card)
        shown = checkout.quote_sale(shop.desk, request)
        checkout.commit_sale(approved(shop), request, key="s", staff=STAFF)
        assert cells(ask(shop, "overrides"))[0][4] == shown.priced.by_hand_minor


def test_money_given_back_without_the_bill(shop: Shop) -> None:
    joined(shop, acked=0)
    unseen_returns.return_unseen(
        approved(shop), "B7/25-26/000009", amount_minor=45_00, reason="torn", key="u", staff=STAFF
    )
    assert cells(ask(shop, "overrides")) == [("meena", STAFF, 1, 0, 45_00, 0)]


def test_only_what_these_days_saw(shop: Shop) -> None:
    discounted(shop)
    shop.wait(days=1)
    assert cells(ask(shop, "overrides")) == []
    yesterday = today(shop) - timedelta(days=1)
    assert len(cells(ask(shop, "overrides", Days(yesterday, yesterday)))) == 1


def test_whoever_is_on_the_list_goes_by_name(shop: Shop) -> None:
    with shop.store.writing() as uow:
        uow.staff.put(Person("meena", "Meena Iyer", Role.OWNER))
    discounted(shop)
    assert cells(ask(shop, "overrides"))[0][0] == "Meena Iyer"


def test_of_very_many_the_newest_are_listed(shop: Shop, monkeypatch) -> None:
    monkeypatch.setattr("app.services.reports.behind.ROWS_MAX", 1)
    discounted(shop)
    newest = discounted(shop)
    behind = opened(shop, ask(shop, "overrides"))
    assert [row.bill_id for row in behind.rows] == [newest]
    assert behind.said == (MORE,)


def test_a_word_that_only_looks_like_it_is_no_approval(shop: Shop) -> None:
    """A report of a shift has such a field inside; the event it is sealed in may have none."""
    body = json.dumps({"report": {"approved_by": "meena"}, "staff": STAFF}).encode()
    deed = SealedDeed(shop.clock.now(), "shift-close", body)
    assert list(approvals([deed])) == []
    named = json.dumps({"approved_by": "meena", "what": 1}).encode()
    assert [one.asked_by for one in approvals([replace(deed, body=named)])] == [""]
