"""Activities: told by other systems, rewarded by rules, each once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.rules import DecisionRule, PointsFixed
from app.domain.triggers import Trigger
from app.services.programs.program import current, publish
from tests.server.api.billing import Billing
from tests.server.callers import done


def told(member_id: str, **said: Any) -> dict[str, Any]:
    return {"member_id": member_id, "kind": "REVIEW", "reference": "review 7", **said}


def test_a_review_brings_the_points_of_its_rule_once(billing: Billing) -> None:
    rule = DecisionRule("review", PointsFixed(20_00), trigger=Trigger.REVIEW)
    publish(billing.desk, replace(current(billing.desk), rules=(rule,)), staff="owner")
    card = billing.issue()
    asked = told(card["member_id"])

    made = done(billing.post("/activities", asked, key="a"))
    again = [done(billing.post("/activities", asked, key=key)) for key in ("a", "b")]

    assert (made["points"], again) == ("20.00", [made, made])
    (entry,) = done(billing.get(f"/points/history/{card['member_id']}"))["items"]
    assert (entry["kind"], entry["rule_id"], entry["reason"], entry["points"]) == ("BONUS", "review", "REVIEW", "20.00")
    assert done(billing.post("/activities", told(card["member_id"], kind="CUSTOM"), key="c"))["points"] == "0.00"
    billing.sound()


def test_what_cannot_be_told_is_refused(billing: Billing) -> None:
    member_id = billing.issue()["member_id"]
    with billing.unmoved():
        assert billing.refused(billing.post("/activities", told(member_id))) == (400, "KEY-MISSING")
        for wrong in (
            {"kind": "SIGNUP"},
            {"kind": "BIRTHDAY"},
            {"reference": ""},
            {"reference": "x" * 81},
            {"points": 1},
        ):
            answer = billing.post("/activities", told(member_id, **wrong), key="w")
            assert billing.refused(answer) == (422, "INVALID"), wrong
        nobody = billing.post("/activities", told("nobody"), key="n")
        assert billing.refused(nobody) == (404, "UNKNOWN_CARD")
