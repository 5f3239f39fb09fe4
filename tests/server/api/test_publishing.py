"""Every way to publish over the API: the same refusals, and a second person for what one may not raise alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import requests

from server.auth import approvals
from tests.server.api.billing import GENERAL, Billing
from tests.server.callers import Shop, done
from tests.server.running import SECRET

Way = Callable[[Billing], requests.Response]
RATE, CATEGORY, PAST = "a rate of 1000 %", "an unknown category", "a date in the past"
POINTS = {"PointsFixed": {"points": 500}}
OVER = {"from_at": None, "until_at": 1_577_836_800_000_000}  # the first day of 2020


def config_of(billing: Billing) -> tuple[dict[str, Any], int]:
    seen = done(billing.get("/card-config"))
    return seen["config"], seen["version"]


def changed(billing: Billing, method: str, path: str, body: Any) -> requests.Response:
    return billing.send(method, path, body, version=config_of(billing)[1])


def steep(config: dict[str, Any], percent: str = "1000") -> dict[str, Any]:
    return {**config, "earning": {**config["earning"], "default_percent": percent}}


def rule(**facts: Any) -> Any:
    return {"award": POINTS, **facts}


def percent_for(category: str, percent: str) -> Any:
    return rule(award={"PercentFor": {"category": category, "percent": percent}})


def whole(billing: Billing, **asked: Any) -> requests.Response:
    return changed(billing, "POST", "/programs", {"config": config_of(billing)[0], **asked})


def whole_rule(billing: Billing, asked: Any) -> requests.Response:
    return whole(billing, rules=[{"rule_id": "odd", "rule": asked}])


def category_of_a_rule_gone(billing: Billing, *, method: str, body: Any) -> requests.Response:
    """The category is taken away that a rule in force names."""
    rates = {"point_percent": "3", "discount_percent": "0"}
    done(changed(billing, "PUT", "/card-config/categories/Soap", rates))
    done(changed(billing, "PUT", "/rules/soap", percent_for("Soap", "4")))
    path = "/card-config/categories/Soap" if method == "DELETE" else "/card-config"
    return changed(billing, method, path, body(config_of(billing)[0]) if body else None)


def without_categories(config: dict[str, Any]) -> dict[str, Any]:
    return {**config, "categories": {}}


def programme(billing: Billing, **facts: Any) -> requests.Response:
    return billing.send("POST", "/programmes", {"name": "Coins", "kind": "HYBRID", **facts}, key=billing.key())


def programme_changed(billing: Billing, **facts: Any) -> requests.Response:
    made = done(programme(billing))
    return billing.send("PATCH", f"/programmes/{made['programme_id']}", facts, version=made["version"])


def programme_begun(billing: Billing, **facts: Any) -> requests.Response:
    made = done(programme(billing))
    return billing.send("POST", f"/programmes/{made['programme_id']}/publish", facts, version=made["version"])


WAYS: Mapping[tuple[str, str], Way] = {
    ("PUT /card-config", RATE): lambda b: changed(b, "PUT", "/card-config", steep(config_of(b)[0])),
    ("PUT /card-config", CATEGORY): lambda b: category_of_a_rule_gone(b, method="PUT", body=without_categories),
    ("PUT /card-config/categories", RATE): lambda b: changed(
        b, "PUT", "/card-config/categories/Toys", {"point_percent": "1000", "discount_percent": "0"}
    ),
    ("DELETE /card-config/categories", CATEGORY): lambda b: category_of_a_rule_gone(b, method="DELETE", body=None),
    ("PUT /card-config/discounts", RATE): lambda b: changed(
        b, "PUT", "/card-config/discounts/Toys", {"discount_percent": "1000"}
    ),
    ("PUT /rules", RATE): lambda b: changed(b, "PUT", "/rules/odd", percent_for(GENERAL, "1000")),
    ("PUT /rules", CATEGORY): lambda b: changed(b, "PUT", "/rules/odd", percent_for("Nothing", "2")),
    ("PUT /rules", PAST): lambda b: changed(b, "PUT", "/rules/odd", rule(period=OVER)),
    ("POST /programs", RATE): lambda b: whole(b, config=steep(config_of(b)[0])),
    ("POST /programs, rules", RATE): lambda b: whole_rule(b, percent_for(GENERAL, "1000")),
    ("POST /programs", CATEGORY): lambda b: whole_rule(b, percent_for("Nothing", "2")),
    ("POST /programs, rules", PAST): lambda b: whole_rule(b, rule(period=OVER)),
    ("POST /programs", PAST): lambda b: whole(b, holds_from="2020-01-01T00:00:00Z"),
    ("POST /programmes", RATE): lambda b: programme(b, config=steep(config_of(b)[0])),
    ("POST /programmes", PAST): lambda b: programme(b, last_day="2020-01-01"),
    ("PATCH /programmes", RATE): lambda b: programme_changed(b, config=steep(config_of(b)[0])),
    ("PATCH /programmes", PAST): lambda b: programme_changed(b, last_day="2020-01-01"),
    ("POST /programmes/publish", PAST): lambda b: programme_begun(b, holds_on="2020-01-01"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=[", ".join(one) for one in WAYS])
def test_what_cannot_be_is_refused_whichever_way_it_comes(billing: Billing, way: Way) -> None:
    changed(billing, "PUT", f"/card-config/categories/{GENERAL}", {"point_percent": "3", "discount_percent": "0"})
    before = config_of(billing)[0]

    response = way(billing)

    assert billing.refused(response) == (422, "INVALID")
    after = config_of(billing)[0]
    assert {**after, "categories": {}} == {**before, "categories": {}}
    assert after["categories"].items() >= before["categories"].items()


def beyond(billing: Billing, path: str, body: Any, *, method: str = "PUT", approval: str = "") -> requests.Response:
    return billing.send(method, path, body, version=config_of(billing)[1], approval=approval)


def ways_beyond_the_limit(billing: Billing) -> Mapping[str, tuple[str, str, Any]]:
    config = steep(config_of(billing)[0], "9")
    return {
        "card configuration": ("PUT", "/card-config", config),
        "category": ("PUT", "/card-config/categories/Toys", {"point_percent": "9", "discount_percent": "0"}),
        "discount": ("PUT", "/card-config/discounts/Toys", {"discount_percent": "9"}),
        "rule": ("PUT", "/rules/steep", percent_for(GENERAL, "9")),
        "whole": ("POST", "/programs", {"config": config}),
        "gift": ("PUT", "/rules/gift", {"award": {"PointsFixed": {"points": 1_000_000_00}}}),
    }


@pytest.mark.parametrize("way", ["card configuration", "category", "discount", "rule", "whole", "gift"])
def test_a_steep_rise_takes_a_second_person(billing: Billing, way: str) -> None:
    done(changed(billing, "PUT", f"/card-config/categories/{GENERAL}", {"point_percent": "3", "discount_percent": "0"}))
    method, path, body = ways_beyond_the_limit(billing)[way]
    with billing.unmoved():
        assert billing.refused(beyond(billing, path, body, method=method)) == (422, "NEEDS_APPROVAL")

    manager = billing.shop.person("manager")
    approval = billing.approval(manager["token"])
    done(beyond(billing, path, body, method=method, approval=approval))

    with billing.desk.store.reading() as unit:
        event = [*unit.journal.events()][-1]
    assert f'"approved_by":"{manager["staff_id"]}"' in event.body.decode()


def test_a_programme_that_raises_a_rate_takes_a_second_person_when_it_begins(billing: Billing) -> None:
    made = done(programme(billing, config=steep(config_of(billing)[0], "9")))
    path = f"/programmes/{made['programme_id']}/publish"
    with billing.unmoved():
        assert billing.refused(billing.send("POST", path, {}, version=1)) == (422, "NEEDS_APPROVAL")
    begun = billing.send("POST", path, {}, version=1, approval=billing.approval())
    assert done(begun)["is_in_force"] is True


def test_going_back_to_steep_rules_takes_a_second_person_as_well(billing: Billing) -> None:
    low, version = config_of(billing)
    billing.configure(earning={"default_percent": "9"})
    done(changed(billing, "PUT", "/card-config", low))
    back = f"/programs/{version + 1}/revert"
    assert billing.refused(beyond(billing, back, None, method="POST")) == (422, "NEEDS_APPROVAL")
    done(beyond(billing, back, None, method="POST", approval=billing.approval()))


def refused_approval(billing: Billing, approval: str) -> tuple[int, str]:
    with billing.unmoved():
        return billing.refused(beyond(billing, "/card-config", steep(config_of(billing)[0], "9"), approval=approval))


BAD = (403, "APPROVAL-BAD")


def test_an_approval_is_good_for_one_publication_and_five_minutes(billing: Billing) -> None:
    approval = billing.approval()
    billing.configure(earning={"default_percent": "4"})
    assert refused_approval(billing, approval) == BAD

    late = billing.approval()
    billing.wire.running.clock.advance(seconds=301)
    assert refused_approval(billing, late) == BAD


def test_what_is_no_approval_is_refused(billing: Billing) -> None:
    good = billing.approval()
    for made_up in ("BCDF-2345", "é" * 3, "A" * 80, good[:-2], good[1:]):
        assert refused_approval(billing, made_up.encode("latin-1").decode("latin-1")) == BAD
    assert billing.refused(beyond(billing, "/card-config", steep(config_of(billing)[0]), approval="A" * 601)) == (
        422,
        "INVALID",
    )


def test_nobody_approves_for_themselves_or_for_another_business(billing: Billing) -> None:
    owner, version = billing.shop.owner, config_of(billing)[1]
    own = billing.wire.call(
        "PUT",
        "/api/v1/card-config",
        owner,
        json=steep(config_of(billing)[0], "9"),
        headers={"If-Match": f'"{version}"', "Tillpoint-Approval": billing.approval()},
    )
    assert billing.refused(own) == BAD
    other = Shop.open(billing.wire, "Other")
    while done(billing.wire.get("/api/v1/programs/current", other.owner))["version"] < version:
        seen = done(billing.wire.get("/api/v1/card-config", other.owner))
        headers = {"If-Match": f'"{seen["version"]}"'}
        done(billing.wire.call("PUT", "/api/v1/card-config", other.owner, json=seen["config"], headers=headers))
    assert refused_approval(billing, billing.approval(other.owner)) == BAD


def test_only_a_person_who_may_publish_and_still_works_here_approves(billing: Billing) -> None:
    assert billing.refused(billing.post("/approvals")) == (403, "PERSON-NEEDED")
    cashier = billing.shop.person("cashier")
    assert billing.refused(billing.wire.post("/api/v1/approvals", None, cashier["token"])) == (403, "SCOPE-MISSING")

    manager = billing.shop.person("manager")
    approval = billing.approval(manager["token"])
    path = f"/api/v1/staff/{manager['staff_id']}"
    headers = {"If-Match": '"1"'}
    done(billing.wire.call("PATCH", path, billing.shop.owner, json={"role": "cashier"}, headers=headers))
    assert refused_approval(billing, approval) == BAD
    nobody = approvals.issue(
        SECRET,
        tenant_id=billing.shop.tenant_id,
        staff_id="nobody",
        version=config_of(billing)[1],
        now=billing.wire.running.parts.now(),
    )
    assert refused_approval(billing, nobody) == BAD
