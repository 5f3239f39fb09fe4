"""Segments over the API: published as versions, refused with every reason, and who is in them now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import requests

from app.domain.conditions import InSegment
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.segments import BornIn, BoughtNothingFor, HoldsTier, JoinedAgo, Segment
from app.services.programs.program import current, publish
from server.api.segment_shapes import SegmentAsked, SegmentShown
from tests.server.api.billing import Billing
from tests.server.callers import Shop, done

WHOLE = {
    "title": "Nearly everything",
    "tiers": ["Bronze", "Gold"],
    "joined_days": {"at_least": 30, "at_most": 300},
    "spent": [
        {"days": 30, "at_least_minor": 0, "at_most_minor": 50_000},
        {"days": 90, "at_least_minor": 1, "at_most_minor": None},
    ],
    "bills": [{"days": 90, "at_least": 1, "at_most": 9}],
    "bought_nothing_days": 7,
    "born_in": [1, 12],
    "brought": True,
    "enrolled_in": None,
}


def put(billing: Billing, name: str, asked: dict[str, Any]) -> Any:
    version = done(billing.get("/segments"))["version"]
    return billing.send("PUT", f"/segments/{name}", asked, version=version)


def test_a_segment_is_published_read_changed_and_taken_away(billing: Billing) -> None:
    before = done(billing.get("/segments"))
    assert before["items"] == []

    made = put(billing, "nearly", WHOLE)

    shown = {"segment_id": "nearly", **WHOLE}
    assert done(made) == {"version": before["version"] + 1, "items": [shown]}
    assert made.headers["ETag"] == f'"{before["version"] + 1}"'
    read = billing.get("/segments/nearly")
    assert (done(read)["segment"], read.headers["ETag"]) == (shown, made.headers["ETag"])
    changed = done(put(billing, "nearly", {"born_in": [2]}))
    nothing: dict[str, Any] = {
        "title": "",
        "tiers": None,
        "joined_days": None,
        "spent": [],
        "bills": [],
        "brought": False,
        "enrolled_in": None,
    }
    assert changed["items"] == [{"segment_id": "nearly", **nothing, "bought_nothing_days": None, "born_in": [2]}]
    gone = billing.send("DELETE", "/segments/nearly", version=changed["version"])
    assert done(gone) == {"version": changed["version"] + 1, "items": []}
    for method in ("GET", "DELETE"):
        assert billing.refused(billing.send(method, "/segments/nearly", version=gone.json()["version"])) == (
            404,
            "NOT-FOUND",
        )


def test_what_is_asked_twice_is_shown_as_what_both_come_to() -> None:
    twice = Segment(
        "x",
        (
            *(HoldsTier(frozenset({"Gold", "Silver"})), HoldsTier(frozenset({"Gold"}))),
            *(JoinedAgo(3), JoinedAgo(5, 9), JoinedAgo(0, 7)),
            *(BoughtNothingFor(3), BoughtNothingFor(4)),
            *(BornIn(frozenset({1, 2})), BornIn(frozenset({2, 3}))),
        ),
    )
    shown = SegmentShown.of(twice)
    again = SegmentAsked.model_validate_json(shown.model_dump_json(exclude={"segment_id"})).fact("x")
    assert again.asks == (HoldsTier(frozenset({"Gold"})), JoinedAgo(5, 7), BoughtNothingFor(4), BornIn(frozenset({2})))


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({}, "It asks nothing of a member"),
        ({"tiers": ["Wood"]}, "There is no tier Wood."),
        (
            {"bills": [{"days": 9, "at_least": 1}], "bought_nothing_days": 9},
            "No member can ever have all that it asks.",
        ),
        ({"spent": [{"days": 9}]}, "neither at least nor at most"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(billing: Billing, asked: dict[str, Any], why: str) -> None:
    with billing.unmoved():
        refused = put(billing, "odd", asked)
        assert billing.refused(refused) == (422, "INVALID")
        assert why in refused.json()["detail"]


@pytest.mark.parametrize(
    "asked",
    [{"age": 3}, {"bought_nothing_days": 0}, {"born_in": [13]}, {"spent": [{"at_least_minor": 5}]}, {"tiers": "Gold"}],
)
def test_what_is_not_of_its_form_is_refused(billing: Billing, asked: dict[str, Any]) -> None:
    with billing.unmoved():
        assert billing.refused(put(billing, "odd", asked)) == (422, "INVALID")
        assert billing.refused(put(billing, "a,b", {"brought": True})) == (422, "INVALID")


def test_nobody_publishes_over_what_they_have_not_seen(billing: Billing) -> None:
    version = done(billing.get("/segments"))["version"]
    done(put(billing, "new", {"joined_days": {"at_most": 30}}))
    with billing.unmoved():
        for method, body in (("PUT", {"brought": True}), ("DELETE", None)):
            assert billing.refused(billing.send(method, "/segments/new", body, version=version))[0] == 412
            assert billing.refused(billing.send(method, "/segments/new", body))[0] == 428


def test_one_that_a_rule_is_for_is_not_taken_away(billing: Billing) -> None:
    done(put(billing, "new", {"joined_days": {"at_most": 30}}))
    greet = DecisionRule("Greet", PointsFixed(100), conditions=(InSegment(frozenset({"new"})),))
    made = publish(billing.desk, replace(current(billing.desk), rules=(greet,)), staff="office")
    with billing.unmoved():
        refused = billing.send("DELETE", "/segments/new", version=made.version)
        assert billing.refused(refused) == (422, "INVALID")
        assert "“Greet” cannot be like this. There is no segment new." in refused.json()["detail"]
    card = billing.issue()["number"]
    assert billing.earn(card, 100_00, bill="A")["earned_points"] == "4.00"


def test_who_is_in_one_is_told_a_page_at_a_time_with_how_many(billing: Billing) -> None:
    born = [billing.issue(f"Born {n}", birthday="2/12")["member_id"] for n in range(3)]
    other = billing.issue("Other")["member_id"]
    done(put(billing, "december", {"title": "Born in December", "born_in": [12]}))
    done(put(billing, "new", {"joined_days": {"at_most": 1}}))

    first = done(billing.get("/segments/december/members?limit=2"))
    rest = done(billing.get(f"/segments/december/members?limit=2&after={first['next']}"))

    assert (first["count"], rest["count"], rest["next"]) == (3, None, None)
    assert [one["member_id"] for one in (*first["items"], *rest["items"])] == sorted(born)
    assert {one["tier"] for one in first["items"]} == {"Bronze"}
    assert billing.refused(billing.get("/segments/nothing/members")) == (404, "NOT-FOUND")
    mine = done(billing.get(f"/customer/{born[0]}/segments"))
    assert mine["items"] == [
        {"segment_id": "december", "title": "Born in December"},
        {"segment_id": "new", "title": ""},
    ]
    assert [one["segment_id"] for one in done(billing.get(f"/customer/{other}/segments"))["items"]] == ["new"]
    assert billing.refused(billing.get("/customer/nobody/segments"))[0] == 404


def test_a_segment_of_a_store_is_asked_for_over_the_api(billing: Billing, shop: Shop) -> None:
    def put(stores: list[str]) -> requests.Response:
        version = done(billing.get("/segments"))["version"]
        return billing.send("PUT", "/segments/here", {"enrolled_in": stores}, version=version)

    with billing.unmoved():
        refused = put([shop.store_id, "nowhere"])
        assert billing.refused(refused) == (422, "INVALID")
        assert "There is no store nowhere." in refused.json()["detail"]
    done(put([shop.store_id]))
    members = [billing.issue(name)["member_id"] for name in ("Here", "There")]
    with billing.desk.store.writing() as unit:
        unit.homes.put_all({members[0]: shop.store_id})

    found = done(billing.get("/segments/here/members"))

    assert ([one["member_id"] for one in found["items"]], found["count"]) == ([members[0]], 1)
    assert done(billing.get("/segments/here"))["segment"]["enrolled_in"] == [shop.store_id]
    assert [len(done(billing.get(f"/customer/{one}/segments"))["items"]) for one in members] == [1, 0]


def test_a_rule_names_a_store_that_there_is(billing: Billing) -> None:
    rule = {"award": {"PointsFixed": {"points": 500}}, "conditions": [{"InStore": {"stores": ["nowhere"]}}]}
    version = done(billing.get("/rules"))["version"]
    with billing.unmoved():
        assert billing.refused(billing.send("PUT", "/rules/far", rule, version=version)) == (422, "INVALID")
