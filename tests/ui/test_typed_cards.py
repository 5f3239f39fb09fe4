"""How a card got in: typed or scanned, on the bill that is open, put aside, taken back, and paid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.demo_shop import MEENA, RAVI
from tests.ui.conftest import Opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def typed(counter: Opened, card: str = RAVI) -> None:
    counter.hand.type(card)
    counter.hand.press("Return")


def scanned(counter: Opened, card: str = RAVI) -> None:
    counter.hand.scan(card)


def sold(counter: Opened) -> bool:
    """Whether the card of the next bill was typed, as its bill says."""
    counter.hand.type("100")
    counter.hand.press("Return")
    counter.hand.press("Ctrl+Return")
    *_, bill = counter.bills()
    assert bill.member_id is not None
    return bill.is_typed


@pytest.mark.parametrize(("enter", "is_typed"), [(typed, True), (scanned, False)])
def test_a_bill_knows_whether_its_card_was_typed(
    counter: Opened, enter: Callable[[Opened], None], is_typed: bool
) -> None:
    enter(counter)
    assert sold(counter) is is_typed


def test_the_card_that_stays_is_the_one_that_counts(counter: Opened) -> None:
    scanned(counter)
    typed(counter, MEENA)
    counter.hand.press("F3")
    assert sold(counter)

    typed(counter)
    scanned(counter, MEENA)
    counter.hand.press("F3")
    assert not sold(counter)


def test_putting_a_bill_aside_does_not_make_it_scanned(counter: Opened) -> None:
    typed(counter)
    counter.hand.type("50")
    counter.hand.press("Return")
    counter.hand.press("F4")
    counter.hand.press("F5")
    counter.hand.press("Return")
    assert sold(counter)
