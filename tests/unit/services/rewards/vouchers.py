"""A desk whose programme has rewards, and vouchers given out and used at it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.rewards import Reward, RewardKind
from app.domain.vouchers import Voucher
from app.services.papers.receipt_facts import ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest, Sold
from tests.desks import STAFF, Shop, cart, changed

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00, valid_days=30)
TENTH = replace(COUPON, reward_id="tenth", value_minor=0, percent=Decimal(10), member_max=1)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 500_00, stock=2)
SILVER = replace(COUPON, reward_id="silver", min_tier="Silver")
WITH_REWARDS = changed(rewards=(COUPON, TENTH, CINEMA, SILVER))


def redeem(shop: Shop, card: str, reward_id: str = "coupon", *, key: str | None = None) -> Voucher:
    return rewards.redeem(shop.desk, Wish(card), reward_id, staff=STAFF, key=key or shop.desk.ids.entity())


def sell(shop: Shop, card: str | None, voucher: Voucher, rupees: int = 400, *, key: str | None = None) -> Sold:
    bought = replace(cart(("General", rupees)), voucher=voucher.on_bill)
    key = key or shop.desk.ids.entity()
    return checkout.commit_sale(shop.desk, SaleRequest(bought, card), key=key, staff=STAFF)


LETTERHEAD = Letterhead(ShopFacts("Shree Medical"), "A1")
