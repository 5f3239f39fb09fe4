"""The open bill and its steps: taken back and done again, as often as there were steps."""

from decimal import Decimal

from app.domain.cart import CartLine
from app.domain.quote import MAX
from tests.unit.ui.counters import rig
from ui.billing.finding import profile_of, search
from ui.billing.intents import FindCard
from ui.billing.openbill import BLANK, STEPS_MAX, Steps


def line(number):
    return CartLine(str(number), "Medicines", Decimal(1), 100)


def test_undo_and_redo_walk_the_same_road():
    steps = Steps(BLANK)
    bills = [BLANK]
    for number in range(3):
        bills.append(bills[-1].with_line(line(number)))
        steps.step(bills[-1])
    back = [steps.bill for _ in range(3) if steps.undo()]
    forth = [steps.bill for _ in range(3) if steps.redo()]
    assert back == bills[2::-1]
    assert forth == bills[1:]


def test_at_the_ends_there_is_nothing_to_undo_or_redo():
    steps = Steps(BLANK)
    assert (steps.undo(), steps.redo()) == (False, False)


def test_a_new_step_forgets_what_was_taken_back():
    steps = Steps(BLANK)
    steps.step(BLANK.with_line(line(1)))
    steps.undo()
    steps.step(BLANK.with_line(line(2)))
    assert steps.redo() is False


def test_the_oldest_steps_are_forgotten():
    steps = Steps(BLANK)
    for number in range(STEPS_MAX + 5):
        steps.step(BLANK.with_line(line(number)))
    assert sum(1 for _ in iter(steps.undo, False)) == STEPS_MAX


def test_points_of_one_customer_are_not_redeemed_for_another():
    with rig() as at:
        ravi, meena = (
            profile_of(at.shop.desk, search(at.shop.desk, FindCard(at.member(name)))[0]) for name in ("Ravi", "Meena")
        )
    bill = BLANK.attached(ravi).redeeming(MAX)
    assert bill.attached(ravi).redeem is MAX
    assert bill.attached(meena).redeem == 0
    assert bill.detached().redeem == 0
