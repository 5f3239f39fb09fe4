"""Who was merged, by the API: what is asked of them is told of the member who remains; nothing is done to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from app.domain.drives import Drive
from app.domain.rewards import Reward, RewardKind
from app.domain.segments import HoldsTier, Segment
from app.services.members import merging
from app.services.programs.program import current, publish
from tests.server.api.billing import Billing
from tests.server.callers import done

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, member_max=1)
DRIVE = Drive("winter", "Winter", by_joining=True)
SILVER = Segment("silver", (HoldsTier(frozenset({"Silver"})),), "Silver")


@dataclass
class Merged:
    """Who was merged away with 300 points, a voucher and a friend, and who remains."""

    billing: Billing
    gone: str
    gone_card: str
    kept: str
    kept_card: str
    voucher: str

    def told(self, path: str) -> Any:
        """What is told of who was merged: the same as of who remains."""
        of_gone, of_kept = (done(self.billing.get(path.format(one))) for one in (self.gone, self.kept))
        for answer in (of_gone, of_kept):
            (answer.get("balance", answer)).pop("as_of", None)
        assert of_gone == of_kept
        return of_gone


@pytest.fixture
def merged(billing: Billing) -> Merged:
    rules = replace(current(billing.desk), rewards=(COUPON,), drives=(DRIVE,), segments=(SILVER,))
    publish(billing.desk, rules, staff="office")
    gone_card = billing.rich()
    gone = str(done(billing.get(f"/cards/{gone_card}"))["member_id"])
    wish = {"card_number": gone_card, "reward_id": "coupon"}
    voucher = str(done(billing.post("/rewards/redeem", wish, key="r"))["redemption_id"])
    done(billing.post("/campaigns/winter/participate", {"member_id": gone}, key="p"))
    kept = billing.issue("M. Iyer", tier="Silver")
    billing.issue("Asha Rao", referrer_card=gone_card)
    merging.merge(billing.desk, [gone_card], into=str(kept["number"]), staff="office")
    return Merged(billing, gone, gone_card, str(kept["member_id"]), str(kept["number"]), voucher)


def test_what_they_have_is_told_of_who_remains(merged: Merged) -> None:
    customer = merged.told("/customer/{}")
    assert (customer["member"]["member_id"], customer["balance"]["available"]) == (merged.kept, "250.00")
    assert merged.told("/cards/by-customer/{}")["number"] == merged.kept_card
    assert merged.told("/customer/{}/segments")["items"] == [{"segment_id": "silver", "title": "Silver"}]
    offers = merged.told("/rewards/customer/{}/available")
    assert (offers["member_id"], offers["items"][0]["obstacles"]) == (merged.kept, ["LIMIT"])
    standings = merged.told("/campaigns/customer/{}/eligible")
    assert (standings["member_id"], standings["items"][0]["is_eligible"]) == (merged.kept, True)
    assert merged.told("/campaigns/winter/progress/{}")["member_id"] == merged.kept


def test_their_card_tells_of_who_remains(merged: Merged) -> None:
    balance = done(merged.billing.get(f"/cards/{merged.gone_card}/balance"))
    assert (balance["member_id"], balance["available"]) == (merged.kept, "250.00")
    for number in (merged.gone_card, merged.kept_card):
        friends = done(merged.billing.get(f"/cards/{number}/referrals"))["items"]
        assert [one["name"] for one in friends] == ["Asha Rao"]
    asked = {"card_number": merged.gone_card, "lines": [{"category": "General", "amount_minor": 100_00}]}
    assert done(merged.billing.post("/cards/calculate", asked))["max_points"] == "0.00"


def test_their_vouchers_are_those_of_who_remains(merged: Merged) -> None:
    shown = done(merged.billing.get(f"/redemptions/{merged.voucher}"))
    assert (shown["member_id"], shown["status"]) == (merged.kept, "PENDING")
    cancelled = done(merged.billing.post(f"/redemptions/{merged.voucher}/cancel", key="c"))
    assert cancelled == {**shown, "status": "CANCELLED"}
    assert merged.billing.available(merged.kept_card) == "300.00"
    merged.billing.sound()


def test_what_is_written_of_them_stays_theirs(merged: Merged) -> None:
    record = done(merged.billing.get(f"/members/{merged.gone}"))
    assert (record["member_id"], record["merged_into"]) == (merged.gone, merged.kept)
    card = done(merged.billing.get(f"/cards/{merged.gone_card}"))
    assert (card["member_id"], card["status"]) == (merged.gone, "REPLACED")
    moved = [done(merged.billing.get(f"/points/history/{one}"))["items"] for one in (merged.gone, merged.kept)]
    assert [[(one["kind"], one["points"]) for one in items] for items in moved] == [
        [("MERGE_OUT", "-250.00"), ("REWARD", "-50.00"), ("EARN", "300.00")],
        [("MERGE_IN", "250.00")],
    ]
    assert moved[1][0]["cause"] == merged.gone
    tiers = [done(merged.billing.get(f"/tier/history/{one}"))["items"] for one in (merged.gone, merged.kept)]
    assert [[one["to_tier"] for one in items] for items in tiers] == [["Bronze"], ["Silver"]]


def test_nothing_is_done_to_them(merged: Merged) -> None:
    billing, gone = merged.billing, merged.gone
    lines = [{"category": "General", "amount_minor": 100_00}]
    version = done(billing.get(f"/members/{gone}"))["version"]
    with billing.unmoved():
        for path, body in {
            "/points/earn": {"member_id": gone, "lines": lines},
            "/points/redeem": {"card_number": merged.gone_card, "lines": lines, "points": "1.00"},
            "/rewards/redeem": {"member_id": gone, "reward_id": "coupon"},
            "/activities": {"member_id": gone, "kind": "REVIEW", "reference": "4711"},
            "/campaigns/winter/participate": {"member_id": gone},
        }.items():
            assert billing.refused(billing.post(path, body, key=billing.key()))[1] == "CARD_INACTIVE"
        tier = {"tier": "Gold", "reason": "agreed"}
        answer = billing.post(f"/tier/update/{gone}", tier, version=version)
        assert answer.json()["facts"] == {"merged_into": merged.kept}
        assert billing.refused(billing.send("PATCH", f"/members/{gone}", {"name": "X"}, version=version)) == (
            422,
            "CARD_INACTIVE",
        )
