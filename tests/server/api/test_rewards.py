"""Rewards by the API: the catalogue, what a member can have, and points changed for a voucher and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import requests

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


COUPON_ASKED: dict[str, Any] = {
    "name": "₹25 off",
    "kind": "DISCOUNT_COUPON",
    "points": "50.00",
    "value_minor": 25_00,
    "valid_days": 30,
    "stock": 3,
}


def put(billing: Billing, reward_id: str, asked: dict[str, Any]) -> requests.Response:
    version = done(billing.get("/rewards/catalog"))["program_version"]
    return billing.send("PUT", f"/rewards/{reward_id}", asked, version=version)


def test_a_reward_is_put_into_the_catalogue_changed_and_taken_out(billing: Billing) -> None:
    response = put(billing, "coupon", COUPON_ASKED)
    (shown,) = done(response)["items"]
    assert shown.items() >= COUPON_ASKED.items()
    assert (shown["left"], response.headers["ETag"]) == (3, f'"{done(response)["program_version"]}"')
    card = billing.rich()
    made = done(billing.post("/rewards/redeem", {"card_number": card, "reward_id": "coupon"}, key="r"))

    (dearer,) = done(put(billing, "coupon", COUPON_ASKED | {"points": "60.00"}))["items"]
    assert (dearer["points"], dearer["left"]) == ("60.00", 2), "what was given out goes on counting"
    version = done(billing.get("/rewards/catalog"))["program_version"]
    assert done(billing.send("DELETE", "/rewards/coupon", version=version))["items"] == []
    assert done(billing.get(f"/redemptions/{made['redemption_id']}"))["status"] == "PENDING"
    gone = billing.send("DELETE", "/rewards/coupon", version=version + 1)
    assert billing.refused(gone) == (404, "NOT-FOUND")


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"kind": "GIFT"}, "kind"),
    ({"points": 50}, "points"),
    ({"points": "0"}, "it costs some points"),
    ({"stock": -1}, "stock"),
    ({"percent": "5"}, "it takes a percentage or an amount off, one of them"),
    ({"percent": "1000", "value_minor": 0}, "percent"),
    ({"min_tier": "Wood"}, "there is no tier called Wood"),
    ({"kind": "FREE_PRODUCT", "category": "Ghosts"}, "There is no category Ghosts."),
    ({"until_at": "2020-01-01T00:00:00Z"}, "nobody could have it"),
    ({"colour": "red"}, "colour"),
]


@pytest.mark.parametrize(("change", "why"), WRONG, ids=[why for _, why in WRONG])
def test_a_reward_that_cannot_be_is_refused_with_the_reason(billing: Billing, change: dict[str, Any], why: str) -> None:
    with billing.unmoved():
        refusal = put(billing, "coupon", COUPON_ASKED | change)
        assert billing.refused(refusal) == (422, "INVALID")
    assert why in refusal.text


def test_nobody_puts_a_reward_over_what_they_have_not_seen_or_takes_one_that_a_rule_gives(billing: Billing) -> None:
    version = done(put(billing, "cream", COUPON_ASKED))["program_version"]
    gives = {"award": {"VoucherOf": {"reward_id": "cream"}}}
    given = done(billing.send("PUT", "/rules/gives cream", gives, version=version))["version"]
    with billing.unmoved():
        stale = billing.send("PUT", "/rewards/soap", COUPON_ASKED, version=version)
        assert billing.refused(stale) == (412, "CHANGED-MEANWHILE")
        assert billing.refused(billing.send("PUT", "/rewards/soap", COUPON_ASKED)) == (428, "IF-MATCH-MISSING")
        taken = billing.send("DELETE", "/rewards/cream", version=given)
        assert billing.refused(taken) == (422, "INVALID")
    assert "There is no reward cream." in taken.json()["detail"]
