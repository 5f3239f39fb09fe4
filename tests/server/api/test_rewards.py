"""Rewards by the API: the catalogue, what a member can have, and points changed for a voucher and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.codes import CodeKind, classify
from app.domain.rewards import Reward, RewardKind
from app.services.programs.program import current, publish
from tests.server.api.billing import Billing
from tests.server.callers import done

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, min_bill_minor=1_00)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 50_00, stock=1, valid_days=10)
DEAR = Reward("dear", "Dear", RewardKind.EXPERIENCE, 90_000_00)


@pytest.fixture
def card(billing: Billing) -> str:
    """A member with 300 points, in a shop with rewards."""
    publish(billing.desk, replace(current(billing.desk), rewards=(COUPON, CINEMA, DEAR)), staff="office")
    return billing.rich()


def test_the_catalogue_says_what_is_left(billing: Billing, card: str) -> None:
    done(billing.post("/rewards/redeem", {"card_number": card, "reward_id": "cinema"}, key="r"))
    items = {one["reward_id"]: one for one in done(billing.get("/rewards/catalog"))["items"]}

    assert list(items) == ["coupon", "cinema", "dear"]
    assert (items["coupon"]["points"], items["coupon"]["value_minor"], items["coupon"]["left"]) == (
        "50.00",
        100_00,
        None,
    )
    assert (items["cinema"]["stock"], items["cinema"]["left"]) == (1, 0)


def test_a_member_is_told_what_keeps_them_from_each(billing: Billing, card: str) -> None:
    member = done(billing.get(f"/cards/{card}"))["member_id"]
    path = f"/rewards/customer/{member}/available"
    found = {one["reward"]["reward_id"]: one["obstacles"] for one in done(billing.get(path))["items"]}

    assert found == {"coupon": [], "cinema": [], "dear": ["POINTS"]}
    assert billing.refused(billing.get("/rewards/customer/nobody/available"))[0] == 404


def test_points_are_changed_once_and_come_back_once(billing: Billing, card: str) -> None:
    asked = {"card_number": card, "reward_id": "cinema"}
    made = done(billing.post("/rewards/redeem", asked, key="r"))
    with billing.unmoved():
        assert done(billing.post("/rewards/redeem", asked, key="r")) == made
        assert done(billing.get(f"/redemptions/{made['redemption_id']}")) == made
        assert billing.refused(billing.post("/rewards/redeem", asked, key="r2")) == (422, "REWARD_OUT")

    assert (made["status"], made["points"], made["held_by"]) == ("PENDING", "50.00", None)
    assert classify(made["code"]).kind is CodeKind.VOUCHER
    path = f"/redemptions/{made['redemption_id']}/cancel"
    cancelled = done(billing.post(path, key="c"))
    with billing.unmoved():
        assert done(billing.post(path, key="c")) == cancelled == {**made, "status": "CANCELLED"}
        assert billing.refused(billing.post(path, key="c2")) == (409, "VOUCHER_USED")
    customer = done(billing.get(f"/customer/{made['member_id']}"))
    assert customer["balance"]["available"] == "300.00"
    done(billing.post("/rewards/redeem", {"member_id": made["member_id"], "reward_id": "cinema"}, key="r3"))


def test_what_cannot_be_asked_for_changes_nothing(billing: Billing, card: str) -> None:
    with billing.unmoved():
        both = {"card_number": card, "member_id": "m", "reward_id": "coupon"}
        assert billing.refused(billing.post("/rewards/redeem", both, key="a")) == (422, "INVALID")
        gone = {"card_number": card, "reward_id": "gone"}
        assert billing.refused(billing.post("/rewards/redeem", gone, key="b")) == (404, "UNKNOWN_REWARD")
        assert billing.refused(billing.get("/redemptions/nobody")) == (404, "UNKNOWN_VOUCHER")
        assert billing.refused(billing.post("/redemptions/nobody/cancel", key="c")) == (404, "UNKNOWN_VOUCHER")


def test_what_a_counter_holds_only_that_counter_takes_back(billing: Billing, card: str) -> None:
    made = done(billing.post("/rewards/redeem", {"card_number": card, "reward_id": "coupon"}, key="r"))
    counter = billing.shop.counter("A1")
    asked = {"code": made["code"]}
    told = done(billing.wire.call("POST", "/api/v1/sync/vouchers", counter.token(), json=asked))
    assert [row["topic"] for row in told["rows"]] == ["member", "voucher"]
    path = f"/redemptions/{made['redemption_id']}"
    with billing.unmoved():
        assert billing.refused(billing.post(f"{path}/cancel", key="c")) == (409, "VOUCHER_ELSEWHERE")
    assert done(billing.get(path))["held_by"] == "A1"
    for body in ({}, {"code": made["code"], "reward": "cinema"}):
        wrong = billing.wire.call("POST", "/api/v1/sync/vouchers", counter.token(), json=body)
        assert billing.refused(wrong) == (422, "INVALID")
