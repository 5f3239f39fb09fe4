"""The loyalty service: members enrolled and shown, tiers set by hand, and another tenant's ids found nowhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.days import INDIA
from tests.server.api.billing import Billing
from tests.server.callers import Shop, Wire, done


def test_a_member_is_enrolled_and_shown(billing: Billing) -> None:
    made = done(billing.post("/members/enroll", {"name": "Meena Iyer", "phone": "9876543210"}, key="e"))
    with billing.unmoved():
        again = done(billing.post("/members/enroll", {"name": "Meena Iyer", "phone": "9876543210"}, key="e"))
    path = f"/members/{made['member_id']}"

    assert made == again == done(billing.get(path))
    assert billing.get(path).headers["ETag"] == f'"{made["version"]}"'
    billing.earn(made["card_number"], 1000_00)
    customer = done(billing.get(f"/customer/{made['member_id']}"))
    assert (customer["member"], customer["balance"]["available"]) == (made, "30.00")
    assert customer["last_bill_number"].startswith("HQ/")
    (entry,) = done(billing.get(f"/points/history/{made['member_id']}"))["items"]
    assert (entry["kind"], entry["points"]) == ("EARN", "30.00")


def test_a_member_has_an_email_and_a_birthday_where_they_said_so(billing: Billing) -> None:
    asked = {"name": "Meena Iyer", "email": "meena@Example.in", "birthday": "29/2/1980"}
    made = done(billing.post("/members/enroll", asked, key="e"))
    assert (made["email"], made["birthday"]) == ("meena@example.in", "--02-29")
    assert done(billing.get(f"/cards/{made['card_number']}"))["birthday"] == "--02-29"
    with billing.unmoved():
        for wrong in ({"email": "meena"}, {"birthday": "31/2"}, {"birthday": "1\n2"}, {"email": ""}, {"email": 7}):
            assert billing.refused(billing.post("/members/enroll", {"name": "X", **wrong}, key="w")) == (422, "INVALID")


def test_who_a_member_is_is_changed_over_what_was_seen(billing: Billing) -> None:
    made = done(billing.post("/members/enroll", {"name": "Meena Iyer", "email": "meena@example.in"}, key="e"))
    path = f"/members/{made['member_id']}"
    change = {"name": "Meena Rao", "email": None, "birthday": "29 Feb"}
    after = done(billing.send("PATCH", path, change, version=made["version"]))
    assert (after["name"], after["email"], after["birthday"]) == ("Meena Rao", None, "--02-29")
    assert after == done(billing.get(path)) != made
    assert after["version"] != made["version"]
    (edit,) = done(billing.get(f"{path}/edits"))["items"]
    assert {one["field"]: (one["old"], one["new"]) for one in edit["fields"]} == {
        "name": ("Meena Iyer", "Meena Rao"),
        "email": ("meena@example.in", None),
        "birthday": (None, "--02-29"),
    }
    with billing.unmoved():
        assert billing.refused(billing.send("PATCH", path, change, version=made["version"])) == (
            412,
            "CHANGED-MEANWHILE",
        )
        assert billing.refused(billing.send("PATCH", path, change)) == (428, "IF-MATCH-MISSING")
        assert billing.refused(billing.send("PATCH", "/members/nobody", change, version=1)) == (404, "UNKNOWN_CARD")
        wrong = {"birthday": "soon"}
        assert billing.refused(billing.send("PATCH", path, wrong, version=after["version"])) == (422, "INVALID")
    billing.sound()


def test_points_are_earned_and_used_under_the_loyalty_service_too(billing: Billing) -> None:
    card = billing.rich()
    used = done(billing.post("/points/redeem", billing.asked(card, 100_00, bill="B", points="100"), key="r"))
    earned = done(billing.post("/points/earn", billing.asked(card, 100_00, bill="B"), key="e"))
    assert (used["bill_id"], earned["redeemed_points"]) == (earned["bill_id"], "100.00")
    assert billing.reverse(key="r")["points_given_back"] == "100.00"
    billing.sound()


def test_a_tier_is_set_by_hand_over_what_was_seen(billing: Billing) -> None:
    card = billing.issue()
    path, body = f"/tier/update/{card['member_id']}", {"tier": "Gold", "reason": "Ten years with us"}

    changed = done(billing.post(path, body, version=card["version"]))

    assert (changed["from_tier"], changed["to_tier"], changed["kind"]) == ("Bronze", "Gold", "MANUAL")
    assert done(billing.get(f"/cards/{card['number']}"))["version"] == changed["version"]
    with billing.desk.store.reading() as unit:
        (row,) = unit.tiers.of_member(card["member_id"])
    assert (row.kind, row.reason, row.change_id) == ("MANUAL", "Ten years with us", changed["change_id"])
    with billing.unmoved():
        assert billing.refused(billing.post(path, body, version=card["version"])) == (412, "CHANGED-MEANWHILE")
        assert billing.refused(billing.post(path, body)) == (428, "IF-MATCH-MISSING")
        for wrong in ({"tier": "Wood", "reason": "x"}, {"tier": "Silver"}, {"tier": "Silver", "reason": ""}, body):
            assert billing.refused(billing.post(path, wrong, version=changed["version"])) == (422, "INVALID")


def test_a_tier_by_hand_ends_on_its_day_and_stands_in_the_history(billing: Billing) -> None:
    card = billing.issue()
    path, member = f"/tier/update/{card['member_id']}", card["member_id"]
    until = INDIA.day_of(datetime.now(UTC)) + timedelta(days=7)
    body = {"tier": "Silver", "reason": "A guest", "until": until.isoformat()}
    with billing.unmoved():
        for wrong in ("2025-01-01", "2199-3-31", "2199-02-30", 21990331, "tomorrow"):
            asked = {**body, "until": wrong}
            assert billing.refused(billing.post(path, asked, version=card["version"])) == (422, "INVALID")

    changed = done(billing.post(path, body, version=card["version"]))

    fall = done(billing.get(f"/customer/{member}"))["balance"]["progress"]["fall"]
    assert (fall["to"], fall["spend_needed_minor"]) == ("Bronze", 50_000_00)
    assert fall["at"] == f"{until.isoformat()}T18:30:00.000000Z"
    first = done(billing.get(f"/tier/history/{member}?limit=1"))
    assert [(one["kind"], one["to_tier"]) for one in first["items"]] == [("INITIAL", "Bronze")]
    rest = done(billing.get(f"/tier/history/{member}?after={first['next']}"))
    assert [one["change_id"] for one in rest["items"]] == [changed["change_id"]]
    assert rest["next"] is None


@pytest.mark.parametrize(
    "path", ["/tier/history/nobody", "/members/nobody", "/customer/nobody", "/points/history/nobody"]
)
def test_an_unknown_member_is_not_found(billing: Billing, path: str) -> None:
    assert billing.refused(billing.get(path)) == (404, "UNKNOWN_CARD")


def test_another_tenants_ids_are_found_nowhere(billing: Billing, wire: Wire) -> None:
    other = Billing.of(Shop.open(wire, "Another"))
    number = billing.rich()
    card = done(billing.get(f"/cards/{number}"))
    member, bill = card["member_id"], billing.earn(number, 100_00, bill="INV-9", key="nine")

    reads = [
        *(f"/cards/{number}{rest}" for rest in ("", "/balance", "/transactions", "/referrals")),
        *(f"{rest}/{member}" for rest in ("/cards/by-customer", "/members", "/customer", "/points/history")),
        f"/cards/by-number/{number}",
    ]
    posts: list[tuple[str, dict[str, Any]]] = [
        ("/cards/earn-points", other.asked(number, 100)),
        ("/cards/redeem-points", other.asked(number, 100_00, points="1")),
        ("/cards/calculate", other.asked(number, 100)),
        ("/cards/reverse-points", {"bill_id": bill["bill_id"]}),
        ("/cards/reverse-points", {"bill_number": "INV-9"}),
        ("/cards/reverse-points", {"key": "nine"}),
        (f"/cards/{number}/link-referrer", {"referrer_card": number}),
        (f"/cards/{number}/replace", {}),
        (f"/cards/{number}/deactivate", {}),
        (f"/tier/update/{member}", {"tier": "Gold", "reason": "mine"}),
    ]
    with billing.unmoved(), other.unmoved():
        assert {other.get(path).status_code for path in reads} == {404}
        sent = [other.post(path, body, key=other.key(), version=card["version"]) for path, body in posts]
        assert {response.status_code for response in sent} == {404}
        patched = other.send("PATCH", f"/cards/{number}", {"name": "Mine"}, version=card["version"])
        assert patched.status_code == 404
        assert done(other.get("/cards"))["items"] == []


def test_keys_are_the_callers_own(billing: Billing, wire: Wire) -> None:
    other = Billing.of(Shop.open(wire, "Another"))
    mine, theirs = billing.issue()["number"], other.issue()["number"]
    assert billing.earn(mine, 100_00, bill="A", key="k") != other.earn(theirs, 100_00, bill="A", key="k")
