"""What the band of a bill says of the vouchers that rules give with it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.cart import Cart, CartLine
from app.domain.conditions import Occasion
from app.domain.program import Program
from app.domain.quote import Visitor, quote
from app.domain.redemption import Purse
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule
from app.domain.voucher_awards import VoucherOf
from app.scenario.world import ScenarioClock
from ui.billing.openbill import OpenBill
from ui.billing.views import totals_view

LONG = "A very long weekend for two at the sea"


@pytest.mark.parametrize(
    ("gives", "left", "says"),
    [
        ((), 9, "earns 0 points"),
        (("cream",), 9, "earns 0 points · with a voucher: Hand cream"),
        (("sea",), 9, "earns 0 points · with a voucher: A very long weekend for…"),
        (("sea", "cream"), 9, "earns 0 points · with 2 vouchers"),
        (("cream", "cream"), 1, "earns 0 points · with a voucher: Hand cream · no Hand cream left"),
        (("cream", "cream"), 0, "earns 0 points · no Hand cream left"),
    ],
)
def test_the_band_says_what_comes_with_the_bill(gives: tuple[str, ...], left: int, says: str) -> None:
    cream = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=9)
    sea = Reward("sea", LONG, RewardKind.EXPERIENCE, 40_00)
    rules = tuple(DecisionRule(f"r{n}", VoucherOf(name)) for n, name in enumerate(gives))
    program = Program(rewards=(cream, sea), rules=rules)
    who = Visitor(Purse(0), "Bronze", occasion=Occasion(rewards_left={"cream": left}))
    cart = Cart((CartLine("1", "General", Decimal(1), 100_00),))
    priced = quote(cart, program, who, redeem=0, at=ScenarioClock().today)
    assert totals_view(OpenBill(), priced, program, is_current=True).earns == says
