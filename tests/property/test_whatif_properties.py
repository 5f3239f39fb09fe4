"""What if: what is shown beforehand is what happens. Each bill is really sold again in a shop with the other rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.bill import Bill
from app.domain.cart import Cart
from app.domain.errors import DomainError
from app.domain.program import Program
from app.domain.quote import MAX, Redeem
from app.domain.tiers import Level, TierScheme
from app.services import checkout, whatif
from app.services.checkout import SaleRequest
from app.services.repricing import cart_of
from app.services.whatif import Sums
from tests.desks import STAFF, Shop, memory_shop
from tests.property.strategies import carts, programs

CREDIT = 10**9  # more than any bill takes, so that points earned on the way decide nothing
LEVELS = TierScheme((Level("Bronze"), Level("Silver")))
RULES = programs.map(lambda one: replace(one, tiers=LEVELS, enabled=True))
SALES = st.lists(
    st.tuples(carts().filter(lambda one: one.counted()), st.booleans(), st.sampled_from([0, MAX])),
    min_size=1,
    max_size=4,
)


@dataclass
class Regular:
    """A shop with somebody who was brought by somebody else, and has points to use."""

    shop: Shop
    card: str

    @classmethod
    def of(cls, shop: Shop) -> Regular:
        friend = shop.enrol("Friend")
        regular = cls(shop, shop.enrol("Regular", referrer_card=friend, tier="Silver"))
        shop.credit(regular.card, CREDIT)
        return regular

    def sell(self, cart: Cart, *, is_member: bool, redeem: Redeem) -> Bill | None:
        """None where it cannot be sold; time passes either way."""
        self.shop.wait(hours=9)
        request = SaleRequest(cart, self.card if is_member else None, redeem=redeem if is_member else 0)
        try:
            return checkout.commit_sale(self.shop.desk, request, key=self.shop.desk.ids.entity(), staff=STAFF).bill
        except DomainError:
            return None

    def sell_again(self, bill: Bill) -> Bill | None:
        """As it was rung, with as many of its points as may pay."""
        redeem = 0
        if bill.redeemed_points:
            try:
                asked = SaleRequest(cart_of(bill), self.card, redeem=MAX)
                redeem = min(bill.redeemed_points, checkout.quote_sale(self.shop.desk, asked).redeemed_points)
            except DomainError:
                redeem = 0
        return self.sell(cart_of(bill), is_member=bill.member_id is not None, redeem=redeem)


def summed(bills: list[Bill]) -> Sums:
    return Sums(
        sum(one.net_minor for one in bills),
        sum(line.category_discount_minor + line.tier_discount_minor for one in bills for line in one.lines),
        sum(one.earned_points for one in bills),
        sum(one.referrer_points for one in bills),
        sum(one.redeemed_points for one in bills),
        sum(one.redeemed_minor for one in bills),
    )


def nothing_told(_done: int, _of: int) -> None:
    return


@given(live=RULES, draft=RULES, sales=SALES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_shown_is_what_happens(live: Program, draft: Program, sales: list[tuple[Cart, bool, Redeem]]) -> None:
    draft = replace(draft, currency=live.currency)
    with memory_shop(live) as here, memory_shop(draft) as there:
        first, second = Regular.of(here), Regular.of(there)
        made = [first.sell(cart, is_member=is_member, redeem=redeem) for cart, is_member, redeem in sales]
        before = here.tables()
        again = [(bill, second.sell_again(bill) if bill else second.shop.wait(hours=9)) for bill in made]
        sold = [(bill, other) for bill, other in again if bill is not None and isinstance(other, Bill)]
        posted = [bill for bill in made if bill is not None]

        shown = whatif.impact(here.desk, draft, told=nothing_told, stop=lambda: False)
        same = whatif.impact(here.desk, replace(live, version=99), told=nothing_told, stop=lambda: False)

        assert shown is not None
        assert (shown.draft, shown.live) == (summed([two for _, two in sold]), summed([one for one, _ in sold]))
        assert (shown.bills, shown.left_out) == (len(posted), len(posted) - len(sold))
        assert same is not None
        assert (same.live, same.draft, same.left_out) == (summed(posted), summed(posted), 0)
        assert here.tables() == before
