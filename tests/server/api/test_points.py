"""Points over the API: earned, used, taken back and reckoned; the same key has one effect, for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.codes import card_number
from app.domain.entries import EntryKind
from app.domain.lease import Lease
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule
from app.domain.voucher_awards import VoucherOf
from app.services.members.members import required
from app.services.posting import Page
from app.services.programs.program import current, publish
from tests.server.api.billing import GENERAL, Billing
from tests.server.callers import done

NOBODY = card_number("9999999999")


def test_a_bill_earns_and_says_why(billing: Billing) -> None:
    card = billing.issue()
    earned = billing.earn(card["number"], 1234_56, bill="INV-1")

    assert (earned["bill_number"], earned["number"][:3], earned["member_id"]) == ("INV-1", "HQ/", card["member_id"])
    assert (earned["earned_points"], earned["available"], earned["net_minor"]) == ("37.03", "37.03", 1234_56)
    (line,) = earned["lines"]
    assert (line["percent"], line["base_minor"], line["points"], line["tier_multiplier"]) == (
        "3",
        1234_56,
        "37.03",
        "1",
    )
    billing.sound()


def test_a_bill_earns_for_a_member_and_under_its_key_where_it_has_no_number(billing: Billing) -> None:
    card = billing.issue()
    asked = {"member_id": card["member_id"], "lines": [{"category": GENERAL, "amount_minor": 100_00}]}
    earned = done(billing.post("/points/earn", asked, key="no-number"))
    assert (earned["bill_number"], earned["card_number"]) == ("no-number", card["number"])


def test_the_same_key_has_one_effect_and_one_answer(billing: Billing) -> None:
    card = billing.rich()
    earned = billing.earn(card, 100_00, bill="A", key="e")
    used = billing.redeem(card, "10", 100_00, bill="B", key="r")
    back = billing.reverse(sent_as="v", key="r")

    with billing.unmoved():
        assert billing.earn(card, 100_00, bill="A", key="e") == earned
        assert billing.redeem(card, "10", 100_00, bill="B", key="r") == used
        assert billing.reverse(sent_as="v", key="r") == back
        reused = billing.post("/cards/earn-points", billing.asked(card, 200_00, bill="A"), key="e")
        assert billing.refused(reused) == (422, "KEY-REUSED")


@pytest.mark.parametrize("verb", ["cards/earn-points", "points/earn"])
def test_a_bill_says_which_vouchers_rules_gave_with_it_and_says_it_again(billing: Billing, verb: str) -> None:
    coupon = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, valid_days=30)
    giving = replace(current(billing.desk), rewards=(coupon,), rules=(DecisionRule("gift", VoucherOf("coupon")),))
    publish(billing.desk, giving, staff="owner")
    asked = billing.asked(billing.issue()["number"], 100_00, bill="A")

    earned = done(billing.post(f"/{verb}", asked, key="e"))

    (voucher,) = earned["vouchers"]
    assert (voucher["reward_id"], voucher["reward"]) == ("coupon", "₹100 off")
    kept = done(billing.get(f"/redemptions/{voucher['redemption_id']}"))
    assert (kept["code"], kept["status"], kept["expires_at"]) == (voucher["code"], "PENDING", voucher["expires_at"])
    with billing.unmoved():
        assert done(billing.post(f"/{verb}", asked, key="e")) == earned
    assert billing.reverse(bill_number="A", amount_minor=50_00)["vouchers"] == []
    back = billing.reverse(sent_as="v", bill_number="A")
    lapsed = {name: voucher[name] for name in ("redemption_id", "reward_id", "reward")}
    assert back["vouchers"] == [{**lapsed, "status": "CANCELLED"}]
    assert done(billing.get(f"/redemptions/{voucher['redemption_id']}"))["status"] == "CANCELLED"
    assert billing.reverse(sent_as="v", bill_number="A") == back
    assert billing.reverse(bill_number="A")["vouchers"] == []
    billing.sound()


def test_a_bill_without_such_rules_brings_no_voucher(billing: Billing) -> None:
    assert billing.earn(billing.issue()["number"], 100_00)["vouchers"] == []


@pytest.mark.parametrize(
    "verb", ["cards/earn-points", "cards/redeem-points", "cards/reverse-points", "points/earn", "points/redeem"]
)
def test_a_posting_without_a_key_is_refused(billing: Billing, verb: str) -> None:
    card = billing.rich()
    asked: dict[str, Any] = billing.asked(card, 100_00, bill="X")
    if "redeem" in verb:
        asked["points"] = "10"
    body = {"bill_number": "X"} if "reverse" in verb else asked
    with billing.unmoved():
        assert billing.refused(billing.post(f"/{verb}", body)) == (400, "KEY-MISSING")


def test_a_bill_number_earns_once_whatever_the_key(billing: Billing) -> None:
    card = billing.issue()["number"]
    billing.earn(card, 100_00, bill="INV-1")
    with billing.unmoved():
        asked = billing.asked(card, 100_00, bill="INV-1")
        assert billing.refused(billing.post("/cards/earn-points", asked, key="other")) == (409, "DUPLICATE")


def test_points_pay_first_and_what_they_paid_earns_nothing(billing: Billing) -> None:
    card = billing.rich()
    used = billing.redeem(card, "200.00", 100_00, bill="INV-2")
    earned = billing.earn(card, 100_00, bill="INV-2")

    assert (used["points"], used["worth_minor"], used["available"]) == ("200.00", 20_00, "100.00")
    assert (earned["bill_id"], earned["redeemed_points"], earned["redeemed_minor"]) == (
        used["bill_id"],
        "200.00",
        20_00,
    )
    assert (earned["earned_points"], earned["available"]) == ("2.40", "102.40")
    billing.sound()


def test_what_points_paid_earns_where_the_program_says_so(billing: Billing) -> None:
    billing.configure(earning={"earn_on": "NET_OF_DISCOUNT"})
    card = billing.rich()
    billing.redeem(card, "200", 100_00, bill="INV-2")
    assert billing.earn(card, 100_00, bill="INV-2")["earned_points"] == "3.00"


@pytest.mark.parametrize(
    ("points", "amount", "code"),
    [
        ("50.01", 10_00, "OVER_CAP"),
        ("300.01", 10_000_00, "INSUFFICIENT_POINTS"),
        ("0", 100_00, "INVALID"),
        ("1.001", 100_00, "INVALID"),
        ("-1", 100_00, "INVALID"),
        (10, 100_00, "INVALID"),
        ("10", 100.5, "INVALID"),
        ("10", "100", "INVALID"),
        ("10", -1, "INVALID"),
        ("10", 10**13, "INVALID"),
    ],
)
def test_what_may_not_be_used_is_refused(billing: Billing, points: Any, amount: Any, code: str) -> None:
    card = billing.rich()
    with billing.unmoved():
        asked = {**billing.asked(card, amount), "points": points}
        assert billing.refused(billing.post("/cards/redeem-points", asked, key="r")) == (422, code)


def test_the_minimum_and_the_switch_hold(billing: Billing) -> None:
    card = billing.rich()
    billing.configure(redemption={"min_points": "500.00"})
    asked = billing.asked(card, 100_00, points="10")
    assert billing.refused(billing.post("/cards/redeem-points", asked, key="1")) == (422, "BELOW_MINIMUM")
    done(billing.post("/card-config/disable"))
    with billing.unmoved():
        assert billing.refused(billing.post("/cards/redeem-points", asked, key="2")) == (422, "DISABLED")
    assert billing.earn(card, 100_00)["earned_points"] == "0.00"
    done(billing.post("/card-config/enable"))
    assert billing.earn(card, 100_00)["earned_points"] == "3.00"


def test_what_counters_hold_is_not_spent_here(billing: Billing) -> None:
    card = billing.rich()
    with billing.desk.store.writing() as unit:
        member_id = required(unit, card).member.member_id
        at = billing.wire.running.clock.now()
        unit.leases.put(member_id, Lease(granted=280_00), counter_code="A1", epoch=1, granted_at=at)
        Page.open(billing.desk, unit).close("lease", {"member": member_id})

    balance = done(billing.get(f"/cards/{card}/balance"))
    assert (balance["available"], balance["usable"], balance["reserved"]) == ("300.00", "20.00", "280.00")
    asked = billing.asked(card, 1000_00, points="20.01")
    assert billing.refused(billing.post("/cards/redeem-points", asked, key="1")) == (422, "INSUFFICIENT_POINTS")
    assert billing.redeem(card, "20", 1000_00)["available"] == "280.00"


@pytest.mark.parametrize(
    "body",
    [
        {"lines": []},
        {"lines": [{"category": GENERAL, "amount_minor": 100}] * 501},
        {"card_number": "1", "member_id": "2"},
        {"card_number": None},
        {"bill_number": ""},
        {"bill_number": "x" * 101},
        {"colour": "red"},
    ],
)
def test_a_bill_that_is_not_of_the_form_is_refused(billing: Billing, body: dict[str, Any]) -> None:
    card = billing.rich()
    with billing.unmoved():
        asked = {**billing.asked(card, 100_00), **body}
        assert billing.refused(billing.post("/cards/earn-points", asked, key="e")) == (422, "INVALID")


def test_an_unknown_card_earns_nothing(billing: Billing) -> None:
    with billing.unmoved():
        response = billing.post("/cards/earn-points", billing.asked(NOBODY, 100_00), key="e")
        assert billing.refused(response) == (404, "UNKNOWN_CARD")


def test_an_earning_is_taken_back_in_parts_by_any_of_its_names(billing: Billing) -> None:
    card = billing.issue()["number"]
    earned = billing.earn(card, 100_00, bill="INV-1", key="e")

    assert billing.reverse(bill_id=earned["bill_id"], amount_minor=50_00)["points_taken_back"] == "1.50"
    assert billing.reverse(bill_number="INV-1", lines=[{"line": 1, "amount_minor": 25_00}])["available"] == "0.75"
    assert billing.reverse(key="e")["points_taken_back"] == "0.75"
    again = billing.reverse(key="e")

    assert (again["points_taken_back"], again["amount_minor"], billing.available(card)) == ("0.00", 0, "0.00")
    with billing.unmoved():
        response = billing.post("/cards/reverse-points", {"bill_number": "INV-1", "amount_minor": 1}, key="too-much")
        assert billing.refused(response) == (422, "OVER_REFUND")
    billing.sound()


def test_a_paid_bill_gives_back_what_points_paid(billing: Billing) -> None:
    card = billing.rich()
    billing.redeem(card, "200", 100_00, bill="INV-2")
    billing.earn(card, 100_00, bill="INV-2")

    back = billing.reverse(bill_number="INV-2")

    assert (back["points_given_back"], back["points_taken_back"], back["cash_back_minor"]) == ("200.00", "2.40", 80_00)
    assert billing.available(card) == "300.00"
    billing.sound()


def test_a_redemption_is_undone_in_parts_until_the_bill_earns(billing: Billing) -> None:
    card = billing.rich()
    used = billing.redeem(card, "200", 100_00, bill="INV-2", key="r")

    assert billing.reverse(key="r", points="50")["points_given_back"] == "50.00"
    with billing.unmoved():
        for part, code in (({"points": "150.01"}, "OVER_REFUND"), ({"amount_minor": 1}, "INVALID")):
            response = billing.post("/cards/reverse-points", {"bill_id": used["bill_id"], **part}, key=billing.key())
            assert billing.refused(response) == (422, code)
    assert billing.earn(card, 100_00, bill="INV-2")["redeemed_points"] == "150.00"
    with billing.unmoved():
        response = billing.post("/cards/reverse-points", {"key": "r", "points": "1"}, key="late")
        assert billing.refused(response) == (422, "INVALID")
    billing.sound()


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"bill_number": "nothing"}, (404, "UNKNOWN_BILL")),
        ({"bill_id": "nothing"}, (404, "UNKNOWN_BILL")),
        ({"key": "nothing"}, (404, "UNKNOWN_BILL")),
        ({}, (422, "INVALID")),
        ({"bill_id": "a", "key": "b"}, (422, "INVALID")),
        ({"bill_id": "a", "points": "1", "amount_minor": 1}, (422, "INVALID")),
    ],
)
def test_what_is_not_there_is_not_undone(billing: Billing, body: object, refusal: tuple[int, str]) -> None:
    with billing.unmoved():
        assert billing.refused(billing.post("/cards/reverse-points", body, key="v")) == refusal


def test_reckoning_posts_nothing_and_says_the_most(billing: Billing) -> None:
    card = billing.rich()
    with billing.unmoved():
        quoted = done(billing.post("/cards/calculate", billing.asked(card, 100_00, points="200")))
        refused = billing.post("/cards/calculate", billing.asked(card, 100_00, points="500.01"))
        guest = done(billing.post("/cards/calculate", {"lines": [{"category": GENERAL, "amount_minor": 100_00}]}))

    assert (quoted["net_minor"], quoted["payable_minor"], quoted["redeemed_points"]) == (100_00, 80_00, "200.00")
    assert (quoted["earned_points"], quoted["max_points"], quoted["held_by"]) == ("2.40", "300.00", "BALANCE")
    assert billing.refused(refused) == (422, "INSUFFICIENT_POINTS")
    assert (guest["payable_minor"], guest["earned_points"], guest["tier"]) == (100_00, "0.00", None)


def test_list_prices_have_the_programs_discounts_taken_off(billing: Billing) -> None:
    billing.configure(categories={GENERAL: {"discount_percent": "10"}})
    card = billing.issue()["number"]
    asked = billing.asked(card, 100_00)

    listed = done(billing.post("/cards/calculate", {**asked, "prices": "LIST"}))
    charged = done(billing.post("/cards/calculate", asked))

    assert (listed["discount_minor"], listed["net_minor"]) == (10_00, 90_00)
    assert (charged["discount_minor"], charged["net_minor"]) == (0, 100_00)
    assert billing.earn(card, listed["net_minor"])["net_minor"] == 90_00


def test_two_people_are_not_reckoned_for_at_once(billing: Billing) -> None:
    asked = {**billing.asked(NOBODY, 1), "member_id": "x"}
    assert billing.refused(billing.post("/cards/calculate", asked)) == (422, "INVALID")


def test_a_purchase_that_only_keeps_points_is_no_movement(billing: Billing) -> None:
    billing.configure(expiry={"mode": "INACTIVITY", "n": 3})
    card = billing.issue()
    billing.earn(card["number"], 100_00, bill="A")
    billing.earn(card["number"], 10, bill="B")
    with billing.desk.store.reading() as unit:
        kinds = {one.entry.kind for one in unit.ledger.of_member(card["member_id"])}
    assert EntryKind.EXTEND in kinds
    for path in (f"/cards/{card['number']}/transactions", f"/points/history/{card['member_id']}"):
        assert [one["points"] for one in done(billing.get(path))["items"]] == ["3.00"]
