"""Campaigns by the API: which run, for whom they are, taking part in one, and how far a member is with its goal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import requests

from app.domain.codes import card_number
from app.domain.conditions import ReachesGoal
from app.domain.days import Period
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, PointsFixed
from app.services.programs.program import current, publish
from tests.server.api.billing import Billing
from tests.server.callers import done

CHALLENGE = Drive("winter", "Spend ₹500", by_joining=True, goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30))
CARD = card_number("7000000001")
GOLD = Drive("gold", "For gold", tiers=frozenset({"Gold"}))
PRIZE = DecisionRule(
    "prize", PointsFixed(200_00), conditions=(ReachesGoal(),), limits=RuleLimits(uses_per_member=1), drive="winter"
)


@pytest.fixture
def member(billing: Billing) -> str:
    now = billing.wire.running.clock.now()
    over = Drive("over", "Over", Period(None, now - timedelta(days=1)))
    rules = replace(current(billing.desk), drives=(CHALLENGE, GOLD, over), rules=(PRIZE,))
    publish(billing.desk, rules, staff="office")
    return str(billing.issue(card_number=CARD)["member_id"])


def progress(billing: Billing, member: str, campaign: str = "winter") -> dict[str, object]:
    found: dict[str, object] = done(billing.get(f"/campaigns/{campaign}/progress/{member}"))
    return found


@pytest.mark.usefixtures("member")
def test_what_runs_is_told_with_its_goal_and_rules(billing: Billing) -> None:
    told = done(billing.get("/campaigns/active"))
    assert [one["campaign_id"] for one in told["items"]] == ["winter", "gold"]
    winter, gold = told["items"]
    assert winter["goal"] == {"measure": "SPEND", "target": 500_00, "since": "TAKING_PART", "days": 30}
    assert (winter["rules"], winter["by_joining"], winter["from_at"]) == (["prize"], True, None)
    assert (gold["goal"], gold["tiers"]) == (None, ["Gold"])


def test_a_member_is_told_what_keeps_them_out_of_each(billing: Billing, member: str) -> None:
    items = done(billing.get(f"/campaigns/customer/{member}/eligible"))["items"]
    assert [(one["campaign"]["campaign_id"], one["is_eligible"], one["reasons"]) for one in items] == [
        ("winter", False, ["NOT_TAKING_PART"]),
        ("gold", False, ["TIER"]),
    ]
    assert billing.refused(billing.get("/campaigns/customer/nobody/eligible"))[0] == 404


def test_a_member_takes_part_once_and_is_told_how_far_they_are(billing: Billing, member: str) -> None:
    asked = {"member_id": member}
    made = done(billing.post("/campaigns/winter/participate", asked, key="p"))
    assert (made["is_eligible"], made["reasons"]) == (True, [])
    assert made["progress"]["missing"] == 500_00
    with billing.unmoved():
        assert done(billing.post("/campaigns/winter/participate", asked, key="p")) == made
        assert done(billing.post("/campaigns/winter/participate", asked, key="p2")) == made
    billing.earn(CARD, 180_00)
    assert progress(billing, member)["progress"] == {
        "done": 180_00,
        "missing": 320_00,
        "is_reached": False,
        "until_at": made["progress"]["until_at"],
        "prize": "200.00",
    }
    earned = billing.earn(CARD, 320_00)
    assert (earned["bonus_points"], earned["available"]) == ("200.00", "215.00")
    found = progress(billing, member)["progress"]
    assert isinstance(found, dict)
    assert (found["is_reached"], found["prize"]) == (True, "0.00")


def test_what_cannot_be_joined_changes_nothing(billing: Billing, member: str) -> None:
    asked = {"member_id": member}
    with billing.unmoved():
        for path, body, refused in (
            ("/campaigns/none/participate", asked, (404, "UNKNOWN_CAMPAIGN")),
            ("/campaigns/winter/participate", {"member_id": "nobody"}, (404, "UNKNOWN_CARD")),
            ("/campaigns/gold/participate", asked, (422, "INVALID")),
            ("/campaigns/over/participate", asked, (422, "INVALID")),
        ):
            assert billing.refused(billing.post(path, body, key=billing.key())) == refused
        assert billing.refused(billing.post("/campaigns/winter/participate", asked)) == (400, "KEY-MISSING")
    assert billing.refused(billing.get(f"/campaigns/none/progress/{member}")) == (404, "UNKNOWN_CAMPAIGN")
    assert progress(billing, member, "over")["reasons"] == ["ENDED"]


WINTER: dict[str, Any] = {
    "title": "Spend ₹500",
    "by_joining": True,
    "goal": {"measure": "SPEND", "target": 500_00, "since": "TAKING_PART", "days": 30},
}
WINS: dict[str, Any] = {"award": {"PointsFixed": {"points": 200_00}}, "conditions": [{"ReachesGoal": {}}], "drive": "w"}


def put(billing: Billing, name: str, asked: dict[str, Any]) -> requests.Response:
    version = done(billing.get("/campaigns"))["program_version"]
    return billing.send("PUT", f"/campaigns/{name}", asked, version=version)


def test_a_campaign_is_put_into_the_rules_won_and_taken_away(billing: Billing) -> None:
    response = put(billing, "w", WINTER)
    told = done(response)
    assert told["items"][0].items() >= WINTER.items()
    assert response.headers["ETag"] == f'"{told["program_version"]}"'
    assert billing.get("/campaigns/active").headers["ETag"] == response.headers["ETag"]
    version = done(billing.send("PUT", "/rules/wins", WINS, version=told["program_version"]))["version"]
    member = str(billing.issue(card_number=CARD)["member_id"])
    done(billing.post("/campaigns/w/participate", {"member_id": member}, key="p"))
    assert billing.earn(CARD, 500_00)["bonus_points"] == "200.00"

    with billing.unmoved():
        kept = billing.send("DELETE", "/campaigns/w", version=version)
        assert billing.refused(kept) == (422, "INVALID")
        assert "There is no campaign w." in kept.json()["detail"]
        assert billing.refused(billing.send("DELETE", "/campaigns/none", version=version)) == (404, "NOT-FOUND")
    version = done(billing.send("DELETE", "/rules/wins", version=version))["version"]
    assert done(billing.send("DELETE", "/campaigns/w", version=version))["items"] == []


def test_a_campaign_that_does_not_run_is_listed_all_the_same(billing: Billing) -> None:
    day = (billing.wire.running.clock.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M:%SZ")
    done(put(billing, "later", {"title": "Later", "from_at": day}))
    assert [one["campaign_id"] for one in done(billing.get("/campaigns"))["items"]] == ["later"]
    assert done(billing.get("/campaigns/active"))["items"] == []


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"tiers": ["Wood"]}, "There is no tier Wood."),
    ({"segments": ["ghosts"]}, "There is no segment ghosts."),
    ({"until_at": "2020-01-01T00:00:00Z"}, "so it would never run"),
    ({"goal": {"measure": "SPEND", "target": 0}}, "A goal is more than nothing."),
    ({"goal": {"measure": "HOPE", "target": 1}}, "/body/goal/measure"),
    ({"title": ""}, "/body/title"),
    ({"rules": ["x"]}, "/body/rules"),
]


@pytest.mark.parametrize(("change", "why"), WRONG, ids=[why for _, why in WRONG])
def test_a_campaign_that_cannot_be_is_refused(billing: Billing, change: dict[str, Any], why: str) -> None:
    with billing.unmoved():
        refusal = put(billing, "odd", WINTER | change)
        assert billing.refused(refusal) == (422, "INVALID")
        assert why in refusal.text
        assert billing.refused(billing.send("PUT", "/campaigns/odd", WINTER)) == (428, "IF-MATCH-MISSING")
