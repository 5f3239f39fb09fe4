"""kill -9 of a counter at any statement of a return: all of it happened, or none; asked again, it happens once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest

from app import demo_shop
from app.bootstrap import Till, open_till
from app.domain.bill import Bill
from app.domain.cart import Cart, CartLine
from app.domain.quote import MAX
from app.services.chain.told_bills import ToldState, adopt_bill, rules_of, whole_state_of
from app.services.keeping import books
from app.services.members import members, profiles
from app.services.papers import prints
from app.services.ports import ChainPoint
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.shifts.shift_figures import UNSEEN
from app.settings import Settings
from tests.contract import facts
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
        profiles.profile(till.desk, bill.member_id).available,
        sum(job.subject_id in {one.refund_id for one in made} for job in prints.queue(till.desk)),
    )


def live_once(process: Lives, folder: Path, number: str, at: int, what: str) -> bool:
    """Whether the counter lived through the return."""
    process.begin(f"{folder} {number} {at} {what}")
    status = process.ended()
    assert status in (0, KILLED), process.said
    return status == 0


def places(lives_through: Callable[[int], bool]) -> None:
    """Every STRIDE-th place to die at, until it lives; then those that were passed over before: there the COMMIT is."""
    at = next(at for at in count(1, STRIDE) if lives_through(at))
    for passed_over in range(at - STRIDE + 1, at):
        lives_through(passed_over)


def told(till: Till, bill: Bill) -> Bill:
    """The same bill as if another counter had sold it."""
    with till.desk.store.writing() as uow:
        state = json.dumps(whole_state_of(uow, bill, rules_of(uow, bill)))
        far = replace(bill, bill_id=f"far {bill.bill_id}", number=bill.number.replace("A1/", "B2/"))
        state = state.replace(bill.bill_id, far.bill_id).replace(bill.number, far.number)
        adopt_bill(uow, ToldState.of(json.loads(state), position=1), after=ChainPoint(1, 0))
    return far


@pytest.mark.parametrize("what", ["own", "far"])
def test_a_return_killed_at_any_statement_happened_whole_or_not_at_all(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "till"
    settings = Settings(data_dir=str(folder))
    deaths = whole = 0

    def lives_through(at: int) -> bool:
        nonlocal deaths, whole
        with open_till(settings) as till:
            before_sale = members.find_card(till.desk, demo_shop.RAVI)[0].member.points
            bill = sell(till, f"sale {at}")
            bill = told(till, bill) if what == "far" else bill
            untouched = standing(till, bill)
        is_alive = live_once(process, folder, bill.number, at, what)
        deaths += not is_alive
        with open_till(settings) as till:
            after = standing(till, bill)
            assert books.verify(till.desk).faults == ()
            assert after in (untouched, Standing(1, bill.net_minor, before_sale, 1)), (at, after)
            whole += after != untouched and not is_alive
        assert live_once(process, folder, bill.number, 0, what)
        with open_till(settings) as till:
            assert standing(till, bill) == Standing(1, bill.net_minor, before_sale, 1)
            assert members.find_card(till.desk, demo_shop.RAVI)[0].member.points == before_sale
        return is_alive

    with lives("tests.faults.mortal_return", dict(os.environ), tmp_path / "stderr.txt") as process:
        places(lives_through)
    assert deaths > 10
    assert whole >= 1, "one death came after the COMMIT"


def test_cash_for_a_bill_nobody_sees_is_written_once_or_not_at_all(tmp_path: Path) -> None:
    settings = Settings(data_dir=str(tmp_path / "till"))
    seen: list[int] = []

    def sealed(number: str) -> int:
        with open_till(settings) as till, till.desk.store.reading() as uow:
            assert books.verify(till.desk).faults == ()
            bodies = [json.loads(one.body) for one in uow.journal.events() if one.kind == UNSEEN]
        return sum(body["unseen"]["number"] == number for body in bodies)

    def lives_through(at: int) -> bool:
        number = f"B2/26-27/{at:06}"
        is_alive = live_once(process, tmp_path / "till", number, at, "unseen")
        seen.append(sealed(number))
        assert seen[-1] == 1 if is_alive else seen[-1] in (0, 1)
        assert live_once(process, tmp_path / "till", number, 0, "unseen")
        assert sealed(number) == 1
        return is_alive

    with open_till(settings) as till, till.desk.store.writing() as uow:
        uow.links.put(facts.link())
    with lives("tests.faults.mortal_return", dict(os.environ), tmp_path / "stderr.txt") as process:
        places(lives_through)
    assert {0, 1} <= set(seen)


def test_a_return_in_several_steps_would_be_found(tmp_path: Path) -> None:
    """The control: lines that go back one by one are caught between two of them."""
    settings = Settings(data_dir=str(tmp_path / "till"))
    between = False

    def lives_through(at: int) -> bool:
        nonlocal between
        with open_till(settings) as till:
            bill = sell(till, f"sale {at}")
        is_alive = between or live_once(process, tmp_path / "till", bill.number, at, "torn")
        with open_till(settings) as till:
            between = between or standing(till, bill).refunds in (1, 2)
        return is_alive

    with lives("tests.faults.mortal_return", dict(os.environ), tmp_path / "stderr.txt") as process:
        next(at for at in count(1, 10) if lives_through(at))
    assert between
