"""Personal data: all that is kept of a member is in what they are given, table by table; who took it is noted."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import app.persistence.schema  # noqa: F401 - every table of a till is declared with it
from app.domain.drives import Drive
from app.domain.rewards import Reward, RewardKind
from app.persistence.tables.declaring import metadata
from app.services.campaigns import drives
from app.services.members import members, merging
from app.services.members.dossiers import PAGE
from app.services.members.personal_data import personal_data
from app.services.ports import ToldStore
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from app.services.sales import claims
from tests.desks import STAFF, Shop, changed, memory_shop
from tests.unit.services.chains import joined
from tests.unit.services.members.looking import HOSTILE, looks

# What a member is given of each table that names members, or why it is not there.
GIVEN = {
    "members": "name",
    "cards": "cards",
    "balances": "points_available",
    "lots": "lots",
    "entries": "movements",
    "ledger_lines": "movements",
    "bills": "bills",
    "claims": "bills",
    "tier_changes": "tiers",
    "homes": "enrolled_in_store",
    "participations": "campaigns",
    "vouchers": "vouchers",
}
LEFT_OUT = {
    "lot_uses": "which entry used which points: the movements say what was used",
    "activity": "what counts of their bills for tiers, made of the bills",
    "rule_uses": "what counts of rules on their bills, made of the bills",
    "held_bills": "a bill on hold is nobody's until it is paid, and gone then",
    "leases": "how many of their points this counter may spend: the counter's right, not theirs",
    "floor_spends": "what of the points they spent the server had not yet counted: the movements have it",
    "told_members": "how far the server has told this counter of them",
}


def taken(shop: Shop, card: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(personal_data(shop.desk, shop.member_id(card), staff=STAFF)))
    return data


def test_every_table_that_names_members_is_in_it_or_left_out_for_a_reason(shop: Shop) -> None:
    naming = {table.name for table in metadata.sorted_tables if "member_id" in table.c}
    assert naming == GIVEN.keys() | LEFT_OUT.keys()
    assert not GIVEN.keys() & LEFT_OUT.keys()
    assert set(GIVEN.values()) <= taken(shop, shop.enrol()).keys()


def test_everything_of_a_member_can_be_taken_out_as_json(shop: Shop) -> None:
    card = shop.enrol(HOSTILE, phone="9820003210", email="meena@example.in", birthday="29/2")
    for number in range(PAGE):
        shop.credit(card, 101 + number)
    shop.credit(card, 50_00, expires_at=shop.clock.today + timedelta(days=9))
    shop.credit(card, -7)
    shop.sell(card, ("General", 1500))
    data = json.loads(json.dumps(personal_data(shop.desk, shop.member_id(card), staff=STAFF)))
    assert (data["name"], data["phone"]) == (members.checked_name(HOSTILE), "+919820003210")
    assert (data["email"], data["birthday"]) == ("meena@example.in", "--02-29")
    assert len(data["movements"]) == PAGE + 3
    assert data["movements"][1]["points"] == "-0.07"
    assert data["cards"][0]["number"] == card
    assert {one["expires_at"] is None for one in data["lots"]} == {True, False}
    assert [one["to"] for one in data["tiers"]] == ["Silver", "Bronze"]
    assert looks(shop) == [("export", STAFF)]


def test_campaigns_vouchers_and_bills_are_in_it() -> None:
    coupon = Reward("coupon", "₹50 off", RewardKind.DISCOUNT_COUPON, 100_00, value_minor=50_00, valid_days=3)
    cinema = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 20_00)
    with memory_shop(changed(rewards=(coupon, cinema), drives=(Drive("winter", "Winter", by_joining=True),))) as shop:
        old, card = shop.enrol("Meena"), shop.enrol("Meena Iyer")
        shop.credit(old, 500_00)
        shop.sell(old, ("General", 300))
        for what in ("coupon", "cinema"):
            voucher = rewards.redeem(shop.desk, Wish(old), what, staff=STAFF, key=what)
        rewards.hand_over(shop.desk, voucher.voucher_id, staff=STAFF, key="h")
        later = shop.sell(None, ("Medicines", 200)).bill
        claims.claim_points(shop.desk, later.bill_id, card_number=card, key="c", staff=STAFF)
        shop.sell(shop.enrol("Ravi"), ("General", 999))
        merging.merge(shop.desk, [old], into=card, staff=STAFF)
        drives.participate(shop.desk, "winter", shop.member_id(card), staff=STAFF)
        data = taken(shop, card)
        assert [one["campaign"] for one in data["campaigns"]] == ["winter"]
        assert [(one["reward"], one["status"], one["points"]) for one in data["vouchers"]] == [
            ("₹50 off", "PENDING", "100.00"),
            ("Cinema", "FULFILLED", "20.00"),
        ]
        assert [one["expires_at"] is None for one in data["vouchers"]] == [False, True]
        assert [one["kind"] for one in data["vouchers"][1]["moves"]] == ["ISSUED", "HANDED_OVER"]
        assert [one["net_minor"] for one in data["bills"]] == [200_00, 300_00]
        assert data["bills"][0]["items"] == [{"label": "", "category": "Medicines", "net_minor": 200_00}]


def test_the_store_they_were_enrolled_in_is_named_where_its_name_is_known(shop: Shop) -> None:
    card = shop.enrol()
    assert taken(shop, card)["enrolled_in_store"] is None
    joined(shop, acked=0)
    member_id = shop.member_id(card)
    with shop.desk.store.writing() as uow:
        uow.homes.put_all({member_id: "n"})
    assert taken(shop, card)["enrolled_in_store"] == "n"
    with shop.desk.store.writing() as uow:
        uow.stores.put_all([ToldStore("n", "North", is_open=False)])
    assert taken(shop, card)["enrolled_in_store"] == "North"
