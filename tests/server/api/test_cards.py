"""Cards over the API: issued, found, changed, stopped, linked; each refusal with its code and an untouched ledger."""

from __future__ import annotations

import json

import pytest

from app.domain.codes import card_number, format_card_number
from tests.server.api.billing import Billing
from tests.server.callers import done

NOBODY = card_number("9999999999")
PHONE = "+919876543210"


def test_a_card_is_issued_and_found_by_everything_that_is_its(billing: Billing) -> None:
    made = billing.issue("Meena Iyer", phone="98765 43210", language="hi")
    number, member = made["number"], made["member_id"]

    assert (made["card_id"], made["phone"], made["tier"], made["status"]) == (number, PHONE, "Bronze", "ACTIVE")
    for path in (f"/cards/{number}", f"/cards/by-number/{format_card_number(number)}", f"/cards/by-customer/{member}"):
        response = billing.get(path)
        assert done(response) == made
        assert response.headers["ETag"] == f'"{made["version"]}"'


def test_issuing_again_under_the_same_key_gives_the_first_card_again(billing: Billing) -> None:
    first = done(billing.post("/cards", {"name": "Meena"}, key="once"))
    with billing.unmoved():
        assert done(billing.post("/cards", {"name": "Meena"}, key="once")) == first
        assert billing.refused(billing.post("/cards", {"name": "Asha"}, key="once")) == (422, "KEY-REUSED")


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"name": "Asha", "phone": PHONE}, (409, "DUPLICATE")),
        ({"name": "Asha", "phone": "12"}, (422, "INVALID")),
        ({"name": "Asha", "card_number": "123"}, (422, "INVALID")),
        ({"name": "Asha", "tier": "Wood"}, (422, "INVALID")),
        ({"name": "Asha", "referrer_card": NOBODY}, (404, "UNKNOWN_CARD")),
        ({"name": " "}, (422, "INVALID")),
        ({"name": "Asha", "shoe_size": 9}, (422, "INVALID")),
        ({}, (422, "INVALID")),
    ],
)
def test_what_cannot_be_issued_is_refused(billing: Billing, asked: object, refusal: tuple[int, str]) -> None:
    billing.issue(phone=PHONE)
    with billing.unmoved():
        assert billing.refused(billing.post("/cards", asked)) == refusal


def test_a_number_that_is_somebodys_is_refused(billing: Billing) -> None:
    number = billing.issue()["number"]
    with billing.unmoved():
        asked = {"name": "Asha", "card_number": number}
        assert billing.refused(billing.post("/cards", asked)) == (409, "DUPLICATE")


def test_fields_are_changed_one_by_one_and_what_they_were_is_kept(billing: Billing) -> None:
    made = billing.issue("Meena Iyer", phone=PHONE)
    path = f"/cards/{made['number']}"

    after = done(billing.send("PATCH", path, {"name": "Meena Rao", "phone": None}, version=made["version"]))

    assert (after["name"], after["phone"], after["language"]) == ("Meena Rao", None, "en")
    assert after == done(billing.get(path))
    with billing.desk.store.reading() as unit:
        body = json.loads(list(unit.journal.events())[-1].body)
    assert body["fields"] == {
        "name": {"old": "Meena Iyer", "new": "Meena Rao"},
        "phone": {"old": PHONE, "new": None},
    }


def test_a_change_names_the_version_that_was_seen(billing: Billing) -> None:
    made = billing.issue()
    path, version = f"/cards/{made['number']}", made["version"]
    done(billing.send("PATCH", path, {"name": "Meena Rao"}, version=version))
    with billing.unmoved():
        for body in ({"name": "Meena Devi"}, {"phone": PHONE}):
            assert billing.refused(billing.send("PATCH", path, body, version=version)) == (412, "CHANGED-MEANWHILE")
        assert billing.refused(billing.send("PATCH", path, {"name": "X"})) == (428, "IF-MATCH-MISSING")
        assert billing.refused(billing.post(f"{path}/deactivate", version=version)) == (412, "CHANGED-MEANWHILE")


def test_every_edit_stays_in_the_members_history(billing: Billing) -> None:
    made = billing.issue(phone="98765 43211")
    path = f"/cards/{made['card_id']}"
    version = made["version"]
    for change in ({"name": "Meena Rao", "phone": None}, {"name": "Meena Rao"}, {"name": "M. Rao"}):
        version = done(billing.send("PATCH", path, change, version=version))["version"]

    newest = done(billing.get(f"{path}/edits?limit=1"))
    (last,) = newest["items"]
    assert [(one["field"], one["old"], one["new"]) for one in last["fields"]] == [("name", "Meena Rao", "M. Rao")]
    assert (last["counter"], last["base"], last["staff"] != "") == ("HQ", None, True)
    (first,) = done(billing.get(f"{path}/edits?after={newest['next']}"))["items"]
    assert [(one["field"], one["stood"], one["stands"]) for one in first["fields"]] == [
        ("name", made["name"], "Meena Rao"),
        ("phone", "+919876543211", None),
    ]
    assert first["position"] < last["position"]
    assert done(billing.get(f"/members/{made['member_id']}/edits"))["items"] == [last, first]
    for unknown in ("/cards/700000000000/edits", "/members/nobody/edits"):
        assert billing.refused(billing.get(unknown))[0] == 404


def test_a_version_does_not_move_with_points(billing: Billing) -> None:
    made = billing.issue()
    billing.earn(made["number"], 100_00)
    assert done(billing.get(f"/cards/{made['number']}"))["version"] == made["version"]


def test_a_stopped_card_neither_earns_nor_pays_and_keeps_its_points(billing: Billing) -> None:
    number = billing.rich()
    version = done(billing.get(f"/cards/{number}"))["version"]

    stopped = done(billing.post(f"/cards/{number}/deactivate", version=version))

    assert stopped["status"] == "BLOCKED"
    with billing.unmoved():
        for path, more in (("earn-points", {}), ("redeem-points", {"points": "10"})):
            asked = billing.asked(number, 100_00, **more)
            refusal = billing.refused(billing.post(f"/cards/{path}", asked, key=billing.key()))
            assert refusal == (422, "CARD_INACTIVE")
    assert billing.available(number) == "300.00"

    free = done(billing.post(f"/cards/{number}/activate", version=stopped["version"]))
    assert (free["status"], done(billing.get(f"/cards/{number}"))["status"]) == ("ACTIVE", "ACTIVE")
    billing.redeem(number, "10", 100_00)
    newer = done(billing.post(f"/cards/{number}/replace", {}))
    assert newer["status"] == "ACTIVE"
    version = done(billing.get(f"/cards/{number}"))["version"]
    refusal = billing.refused(billing.post(f"/cards/{number}/activate", version=version))
    assert refusal == (422, "CARD_INACTIVE")


def test_a_replaced_card_hands_its_points_on(billing: Billing) -> None:
    old = billing.rich()
    new = done(billing.post(f"/cards/{old}/replace", {}, key="lost"))["number"]

    assert (billing.available(new), done(billing.get(f"/cards/{old}"))["status"]) == ("300.00", "REPLACED")
    assert done(billing.post(f"/cards/{old}/replace", {}, key="lost"))["number"] == new
    assert billing.refused(billing.post(f"/cards/{old}/replace", {}, key="again")) == (422, "CARD_INACTIVE")


def test_who_brought_whom_is_said_once(billing: Billing) -> None:
    friend, others = billing.issue("Asha"), [billing.issue(f"Friend {n}") for n in range(3)]
    for other in others:
        linked = done(billing.post(f"/cards/{other['number']}/link-referrer", {"referrer_card": friend["number"]}))
        assert linked["referrer_id"] == friend["member_id"]

    brought = done(billing.get(f"/cards/{friend['number']}/referrals"))

    assert [one["member_id"] for one in brought["items"]] == [other["member_id"] for other in others]
    with billing.unmoved():
        again = {"referrer_card": others[1]["number"]}
        for card, asked in ((others[0], again), (friend, {"referrer_card": others[0]["number"]})):
            response = billing.post(f"/cards/{card['number']}/link-referrer", asked)
            assert billing.refused(response) == (422, "INVALID")


def test_a_list_is_walked_by_cursor_while_cards_are_added(billing: Billing) -> None:
    numbers = {billing.issue(f"Customer {n}")["number"] for n in range(7)}
    seen: list[str] = []
    after = ""
    while after is not None:
        page = done(billing.get("/cards", params={"limit": 2, "after": after}))
        assert len(page["items"]) <= 2
        seen += [one["card_id"] for one in page["items"]]
        after = page["next"]
        assert billing.issue("Latecomer")["number"] not in numbers
        if len(seen) > 40:
            pytest.fail("the list does not end")

    assert seen == sorted(set(seen))
    assert numbers <= set(seen)
    assert billing.refused(billing.get("/cards", params={"after": "%%"})) == (400, "CURSOR-BAD")
    assert billing.refused(billing.get("/cards", params={"limit": 0})) == (422, "INVALID")


def test_a_list_is_narrowed_by_status_tier_name_and_phone(billing: Billing) -> None:
    meena = billing.issue("Meena Iyer", phone=PHONE)
    asha = billing.issue("Asha Rao", tier="Silver")
    done(billing.post(f"/cards/{asha['number']}/deactivate", version=asha["version"]))

    def found(**asked: str) -> list[str]:
        return [one["name"] for one in done(billing.get("/cards", params=asked))["items"]]

    for asked in ({"name": "MEE"}, {"phone": "9876543210"}, {"status": "ACTIVE"}, {"tier": "Bronze"}):
        assert found(**asked) == [meena["name"]]
    for asked in ({"status": "BLOCKED"}, {"tier": "Silver"}, {"status": "BLOCKED", "tier": "Silver", "name": "a"}):
        assert found(**asked) == [asha["name"]]
    assert found(tier="Silver", phone=PHONE) == found(name="zed") == []
    assert billing.refused(billing.get("/cards", params={"status": "MELTED"})) == (422, "INVALID")


def test_movements_are_listed_the_newest_first(billing: Billing) -> None:
    number = billing.rich()
    used = billing.redeem(number, "50.00", 100_00)

    first = done(billing.get(f"/cards/{number}/transactions", params={"limit": 1}))
    billing.earn(number, 100_00)
    second = done(billing.get(f"/cards/{number}/transactions", params={"limit": 1, "after": first["next"]}))

    (redeemed,), (earned,) = first["items"], second["items"]
    assert (redeemed["kind"], redeemed["points"], redeemed["balance_after"]) == ("REDEEM", "-50.00", "250.00")
    assert (redeemed["cause"], redeemed["card_number"]) == (used["bill_id"], number)
    assert (earned["kind"], earned["points"], second["next"]) == ("EARN", "300.00", None)


def test_a_balance_says_what_is_where(billing: Billing) -> None:
    number = billing.rich()
    balance = done(billing.get(f"/cards/{number}/balance"))

    assert {name: balance[name] for name in ("available", "usable", "reserved", "pending", "debt")} == {
        "available": "300.00",
        "usable": "300.00",
        "reserved": "0.00",
        "pending": "0.00",
        "debt": "0.00",
    }
    assert (balance["worth_minor"], balance["expiring_points"]) == (3000, "300.00")
    assert (balance["progress"]["next_tier"], balance["progress"]["spend_needed_minor"]) == ("Silver", 40_000_00)


@pytest.mark.parametrize("path", ["", "/balance", "/transactions", "/referrals"])
def test_an_unknown_card_is_not_found(billing: Billing, path: str) -> None:
    for number in (NOBODY, "x"):
        assert billing.refused(billing.get(f"/cards/{number}{path}")) == (404, "UNKNOWN_CARD")


def test_an_unknown_customer_has_no_card(billing: Billing) -> None:
    assert billing.refused(billing.get("/cards/by-customer/nobody")) == (404, "UNKNOWN_CARD")
    assert billing.refused(billing.get(f"/cards/by-number/{NOBODY}")) == (404, "UNKNOWN_CARD")
