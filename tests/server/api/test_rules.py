"""Rules, tiers and whole programs over the API: judged, published over what was seen, and gone back to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import jsonschema_rs
import pytest

from server.main import create_app
from tests.server.api.billing import Billing
from tests.server.callers import done

GOLD: dict[str, Any] = {"award": {"PointsFixed": {"points": 5000}}, "tiers": ["Gold"], "priority": 3}
EVERYBODY: dict[str, Any] = {"award": {"PointsFixed": {"points": 700}}}


def version_of(billing: Billing, path: str = "/rules") -> int:
    return int(done(billing.get(path))["version"])


def put(billing: Billing, name: str, rule: dict[str, Any], *, version: int | None = None) -> Any:
    return billing.send("PUT", f"/rules/{name}", rule, version=version or version_of(billing))


def test_a_rule_is_put_in_force_changed_and_taken_out(billing: Billing) -> None:
    done(put(billing, "Gold days", GOLD))
    shown = done(put(billing, "Welcome", EVERYBODY))
    assert [one["rule_id"] for one in shown["items"]] == ["Gold days", "Welcome"]
    card = billing.issue()["number"]
    assert billing.earn(card, 100_00, bill="A")["earned_points"] == "10.00"

    response = billing.get("/rules/Welcome")
    one = done(response)
    assert (one["rule"]["award"], response.headers["ETag"]) == (EVERYBODY["award"], f'"{shown["version"]}"')
    done(put(billing, "Welcome", {"award": {"PointsFixed": {"points": 900}}}))
    assert billing.earn(card, 100_00, bill="B")["earned_points"] == "12.00"

    left = done(billing.send("DELETE", "/rules/Welcome", version=version_of(billing)))
    assert [one["rule_id"] for one in left["items"]] == ["Gold days"]
    assert billing.refused(billing.get("/rules/Welcome")) == (404, "NOT-FOUND")
    gone = billing.send("DELETE", "/rules/Welcome", version=version_of(billing))
    assert billing.refused(gone) == (404, "NOT-FOUND")


def test_what_cannot_be_is_refused_with_every_reason(billing: Billing) -> None:
    wrong = {"award": {"PointsFixed": {"points": 0}}, "tiers": ["Wood"]}
    with billing.unmoved():
        refusal = put(billing, "Odd", wrong)
        assert billing.refused(refusal) == (422, "INVALID")
    detail = refusal.json()["detail"]
    assert "There is no tier Wood." in detail
    assert "It brings points: more than 0" in detail


UNREAD: list[tuple[str, dict[str, Any]]] = [
    ("unknown", {**GOLD, "colour": "red"}),
    ("unknown in the award", {"award": {"PointsFixed": {"points": 1, "colour": 1}}}),
    ("unknown award", {"award": {"Gift": {}}}),
    ("no award", {"tiers": []}),
    ("another name", {**GOLD, "rule_id": "x"}),
    ("of another kind", {**GOLD, "priority": "high"}),
    ("too large", {**GOLD, "priority": 10**30}),
    ("too deep", {**GOLD, "limits": [[[[[[[[[[[[[1]]]]]]]]]]]]]}),
    ("too long a number", {"award": {"Multiply": {"multiplier": "1E+999999999", "category": None}}}),
]


@pytest.mark.parametrize("rule", [one[1] for one in UNREAD], ids=[one[0] for one in UNREAD])
def test_what_is_no_rule_is_refused_and_nothing_is_changed(billing: Billing, rule: dict[str, Any]) -> None:
    with billing.unmoved():
        refusal = put(billing, "Odd", rule)
        assert billing.refused(refusal) == (422, "INVALID")
        assert [one["pointer"] for one in refusal.json()["errors"]] == ["/body"]


def test_nobody_publishes_over_what_they_have_not_seen(billing: Billing) -> None:
    version = version_of(billing)
    done(put(billing, "Welcome", EVERYBODY))
    with billing.unmoved():
        assert billing.refused(put(billing, "Other", EVERYBODY, version=version)) == (412, "CHANGED-MEANWHILE")
        assert billing.refused(billing.send("PUT", "/rules/Other", EVERYBODY)) == (428, "IF-MATCH-MISSING")
        tiers = done(billing.get("/tiers"))["tiers"]
        assert billing.refused(billing.send("PUT", "/tiers", tiers, version=version)) == (412, "CHANGED-MEANWHILE")


def test_tiers_are_tried_on_everybody_and_put_in_force(billing: Billing) -> None:
    card = billing.issue()["number"]
    billing.earn(card, 900_00, bill="A")
    seen = done(billing.get("/tiers"))
    assert seen["members"]["Bronze"] == 1
    lower = seen["tiers"] | {"levels": [dict(one) for one in seen["tiers"]["levels"]]}
    lower["levels"][1] |= {"min_spend_minor": 500_00}
    with billing.unmoved():
        tried = done(billing.post("/tiers/preview", lower))
    assert tried["moves"] == [{"was": "Bronze", "would_be": "Silver", "members": 1}]
    assert (tried["now"], tried["then"], tried["risers"], tried["fallers"]) == ({"Bronze": 1}, {"Silver": 1}, 1, 0)

    shown = done(billing.send("PUT", "/tiers", lower, version=seen["version"]))
    assert shown["tiers"] == lower
    billing.earn(card, 100_00, bill="B")
    assert done(billing.get("/tiers"))["members"]["Silver"] == 1


def test_tiers_that_some_members_hold_may_be_missing_from_what_is_tried(billing: Billing) -> None:
    billing.issue(tier="Silver")
    tiers = done(billing.get("/tiers"))["tiers"]
    only = tiers | {"levels": tiers["levels"][:1]}
    tried = done(billing.post("/tiers/preview", only))
    assert (tried["now"], tried["then"]) == ({"Silver": 1}, {"Bronze": 1})
    twice = tiers | {"levels": [tiers["levels"][1], tiers["levels"][0] | {"min_spend_minor": 0}]}
    assert billing.refused(billing.post("/tiers/preview", twice)) == (422, "INVALID")


def test_a_whole_document_is_published_for_a_day_and_an_older_one_comes_back(billing: Billing) -> None:
    seen = done(billing.get("/programs/current"))
    config = seen["config"] | {"earning": seen["config"]["earning"] | {"default_percent": "5"}}
    asked = {"config": config, "rules": [{"rule_id": "Welcome", "rule": EVERYBODY}]}
    response = billing.send("POST", "/programs", asked, version=seen["version"])
    made = done(response)
    assert (response.status_code, made["is_current"], made["config"]) == (201, True, config)
    assert [one["rule_id"] for one in done(billing.get("/rules"))["items"]] == ["Welcome"]

    back = done(billing.send("POST", f"/programs/{seen['version']}/revert", None, version=made["version"]))
    assert (back["version"], back["config"]) == (made["version"] + 1, seen["config"])
    assert done(billing.get("/rules"))["items"] == []

    day = (billing.wire.running.clock.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M:%SZ")
    later = done(billing.send("POST", "/programs", asked | {"holds_from": day}, version=back["version"]))
    assert (later["is_current"], later["holds_from"][:19]) == (False, day[:19])
    assert done(billing.get("/programs/current"))["version"] == back["version"]


def test_what_is_wrong_with_a_document_is_refused_and_nothing_is_published(billing: Billing) -> None:
    seen = done(billing.get("/programs/current"))
    config = seen["config"]
    wares = {"point_percent": "101", "discount_percent": "0"}
    twice = [{"rule_id": "Welcome", "rule": EVERYBODY}] * 2
    cases: list[dict[str, Any]] = [
        {"config": config, "rules": twice},
        {"config": config, "more": 1},
        {"config": config | {"categories": {"Toys": wares}}},
        {"config": config, "holds_from": "2020-01-01T00:00:00Z"},
    ]
    with billing.unmoved():
        for asked in cases:
            refused = billing.refused(billing.send("POST", "/programs", asked, version=seen["version"]))
            assert refused == (422, "INVALID"), asked
        path = "/programs/99/revert"
        assert billing.refused(billing.send("POST", path, None, version=seen["version"])) == (404, "NOT-FOUND")
        early = billing.send("POST", f"/programs/{seen['version']}/revert", None)
        assert billing.refused(early) == (428, "IF-MATCH-MISSING")


def test_a_rule_reads_by_the_description_as_it_is_shown(billing: Billing) -> None:
    """Whoever has only the description can say what a rule asks; what it does not know is no rule either."""
    told = create_app().openapi()["paths"]["/api/v1/rules/{rule_id}"]["put"]["requestBody"]
    shape = jsonschema_rs.validator_for(told["content"]["application/json"]["schema"])
    asked = GOLD | {
        "conditions": [
            {"NthBill": {"n": 5, "window": {"unit": "MONTH", "days": 0}}},
            {"OnWeekdays": {"weekdays": [6, 7]}},
        ],
        "limits": {"uses_per_member": 2, "budget": 1_000_00},
        "period": {"from_at": None, "until_at": 1_900_000_000_000_000},
        "stop": True,
    }
    assert shape.is_valid(asked)
    (shown,) = done(put(billing, "Fifth", asked))["items"]
    assert shape.is_valid(shown["rule"])
    assert shown["rule"] == asked
    assert not any(shape.is_valid(odd) for name, odd in UNREAD if not name.startswith("too"))


def test_a_document_is_tried_on_the_bills_that_were_sold_before_it_is_published(billing: Billing) -> None:
    card = billing.issue()["number"]
    billing.earn(card, 1_000_00)
    seen = done(billing.get("/programs/current"))
    config = seen["config"] | {"earning": seen["config"]["earning"] | {"default_percent": "5"}}
    asked = {
        "config": config,
        "rules": [{"rule_id": "Cream", "rule": {"award": {"VoucherOf": {"reward_id": "cream"}}}}],
        "rewards": [{"reward_id": "cream", "name": "Cream", "kind": "CASHBACK", "points": "10", "value_minor": 25_00}],
        "campaigns": [{"campaign_id": "winter", "title": "Winter"}],
        "segments": [{"segment_id": "new", "joined_days": {"at_most": 30}}],
    }
    with billing.unmoved():
        tried = done(billing.post("/programs/preview?days=7", asked))
        wrong = asked | {"campaigns": [{"campaign_id": "winter", "title": "Winter", "tiers": ["Wood"]}]}
        assert billing.refused(billing.post("/programs/preview", wrong)) == (422, "INVALID")
        assert billing.refused(billing.post("/programs/preview?days=31", asked)) == (422, "INVALID")
    assert (tried["bills"], tried["left_out"], tried["why"]) == (1, 0, "")
    assert (tried["live"]["earned_points"], tried["draft"]["earned_points"]) == ("30.00", "50.00")
    assert (tried["live"]["vouchers"], tried["draft"]["vouchers"], tried["draft"]["vouchers_minor"]) == (0, 1, 25_00)
    assert tried["draft"]["owed_minor"] == tried["live"]["owed_minor"] + 20 * 10 + 25_00

    made = done(billing.send("POST", "/programs", asked, version=seen["version"]))
    assert made["config"] == config
    assert [one["campaign_id"] for one in done(billing.get("/campaigns"))["items"]] == ["winter"]
    assert [one["reward_id"] for one in done(billing.get("/rewards/catalog"))["items"]] == ["cream"]
    assert [one["segment_id"] for one in done(billing.get("/segments"))["items"]] == ["new"]


def test_a_tier_that_is_gone_leaves_its_members_below_and_one_called_otherwise_keeps_them(billing: Billing) -> None:
    card = billing.issue(tier="Gold")["number"]
    seen = done(billing.get("/tiers"))
    bronze, silver, gold, platinum = seen["tiers"]["levels"]
    argent = silver | {"name": "Argent", "formerly": ["Silver"]}
    asked = seen["tiers"] | {"levels": [bronze, argent, platinum]}
    with billing.unmoved():
        tried = done(billing.post("/tiers/preview", asked))
    assert (tried["now"], tried["leavers"]) == ({"Gold": 1}, 1)

    shown = done(billing.send("PUT", "/tiers", asked, version=seen["version"]))
    assert [level["formerly"] for level in shown["tiers"]["levels"]] == [[], ["Silver", "Gold"], []]
    assert shown["members"] == {"Bronze": 0, "Argent": 1, "Platinum": 0}
    assert done(billing.get(f"/cards/{card}/balance"))["progress"]["tier"] == "Argent"
    back = shown["tiers"] | {"levels": [*shown["tiers"]["levels"][:2], gold, platinum]}
    assert billing.refused(billing.send("PUT", "/tiers", back, version=shown["version"])) == (422, "INVALID")
