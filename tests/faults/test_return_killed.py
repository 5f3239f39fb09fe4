"""kill -9 of a counter at any statement of a return: all of it happened, or none; asked again, it happens once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from pathlib import Path

from app import demo_shop
from app.bootstrap import Till, open_till
from app.domain.bill import Bill
from app.domain.cart import Cart, CartLine
from app.domain.quote import MAX
from app.services import books, checkout, members, prints
from app.services.checkout import SaleRequest
from app.settings import Settings
from tests.faults.lives import KILLED, Lives, lives

STRIDE = 1 if int(os.environ.get("KILLS", "12")) > 100 else 4
LINES = (("Medicines", 500_00), ("General", 240_00), ("Baby care", 180_00))


@dataclass(frozen=True)
class Standing:
    """What a return changes: how far the bill has come back, what the member can spend, which papers wait."""

    refunds: int
    refunded_minor: int
    available: int
    slips: int


def sell(till: Till, key: str) -> Bill:
    cart = Cart(tuple(CartLine(str(n), kind, Decimal(1), price) for n, (kind, price) in enumerate(LINES, 1)))
    request = SaleRequest(cart, demo_shop.RAVI, redeem=MAX)
    return checkout.commit_sale(till.desk, request, key=key, staff="asha").bill


def standing(till: Till, bill: Bill) -> Standing:
    assert bill.member_id is not None
    with till.desk.store.reading() as uow:
        made = uow.bills.refunds(bill.bill_id)
    return Standing(
        len(made),
        sum(one.amount_minor for one in made),
        members.profile(till.desk, bill.member_id).available,
        sum(job.subject_id in {one.refund_id for one in made} for job in prints.queue(till.desk)),
    )


def live_once(process: Lives, folder: Path, bill: Bill, at: int) -> bool:
    """Whether the counter lived through the return."""
    process.begin(f"{folder} {bill.number} {at}")
    status = process.ended()
    assert status in (0, KILLED), process.said
    return status == 0


def test_a_return_killed_at_any_statement_happened_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "till"
    settings = Settings(data_dir=str(folder))
    deaths = whole = 0
    with lives("tests.faults.mortal_return", dict(os.environ), tmp_path / "stderr.txt") as process:
        for at in count(1, STRIDE):
            with open_till(settings) as till:
                before_sale = members.find_card(till.desk, demo_shop.RAVI)[0].member.points
                bill = sell(till, f"sale {at}")
                untouched = standing(till, bill)
            is_alive = live_once(process, folder, bill, at)
            deaths += not is_alive
            with open_till(settings) as till:
                after = standing(till, bill)
                assert books.verify(till.desk).faults == ()
                assert after in (untouched, Standing(1, bill.net_minor, before_sale, 1)), (at, after)
                whole += after != untouched and not is_alive
            assert live_once(process, folder, bill, 0)
            with open_till(settings) as till:
                assert standing(till, bill) == Standing(1, bill.net_minor, before_sale, 1)
                assert members.find_card(till.desk, demo_shop.RAVI)[0].member.points == before_sale
            if is_alive:
                break
    assert deaths > 10
    assert whole >= 1, "one death came after the COMMIT"
