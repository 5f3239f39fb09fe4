"""The card configuration and programs over the API: published as versions, only over what was seen."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.program import Program
from server.api.config import CardConfig
from tests.server.api.billing import GENERAL, Billing
from tests.server.callers import done


def config_of(billing: Billing) -> tuple[dict[str, Any], int]:
    seen = done(billing.get("/card-config"))
    return seen["config"], seen["version"]


def test_rules_travel_there_and_back_unchanged() -> None:
    shown = CardConfig.of(Program())
    assert CardConfig.model_validate_json(shown.model_dump_json()).over(Program()) == Program()


def test_a_configuration_is_published_as_a_new_version(billing: Billing) -> None:
    config, version = config_of(billing)
    config["redemption"] |= {"rate": "0.08", "max_percent": "20", "step": "10.00"}
    config["tiers"]["levels"][1] |= {"min_points": "250.00", "birthday_points": "75.00", "benefits": ["Free delivery"]}
    response = billing.send("PUT", "/card-config", config, version=version)

    assert done(response) == {"version": version + 1, "config": config}
    assert response.headers["ETag"] == f'"{version + 1}"'
    current = done(billing.get("/programs/current"))
    assert (current["version"], current["is_current"], current["config"]) == (version + 1, True, config)
    assert done(billing.get(f"/programs/{version}"))["is_current"] is False
    listed = [one["version"] for one in done(billing.get("/programs"))["items"]]
    assert listed == list(range(version + 1, 0, -1))
    assert billing.refused(billing.get("/programs/99")) == (404, "NOT-FOUND")


def test_a_bill_is_priced_with_the_rules_of_its_moment(billing: Billing) -> None:
    card = billing.issue()["number"]
    before = billing.earn(card, 100_00, bill="A")
    billing.configure(earning={"default_percent": "5"})
    after = billing.earn(card, 100_00, bill="B")
    assert (before["earned_points"], after["earned_points"]) == ("3.00", "5.00")
    assert after["program_version"] == before["program_version"] + 1


def test_nobody_publishes_over_what_they_have_not_seen(billing: Billing) -> None:
    config, version = config_of(billing)
    done(billing.send("PUT", "/card-config", config, version=version))
    with billing.unmoved():
        assert billing.refused(billing.send("PUT", "/card-config", config, version=version)) == (
            412,
            "CHANGED-MEANWHILE",
        )
        assert billing.refused(billing.send("PUT", "/card-config", config)) == (428, "IF-MATCH-MISSING")
        rates = {"discount_percent": "0"}
        stale = billing.send("PUT", "/card-config/categories/Soap", rates, version=version)
        assert billing.refused(stale) == (412, "CHANGED-MEANWHILE")


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("redemption", {"rate": "0"}),
        ("redemption", {"rate": 0.1}),
        ("redemption", {"rate": "0.1e3"}),
        ("redemption", {"max_percent": "100.01"}),
        ("redemption", {"step": "0"}),
        ("redemption", {"cap_base": "NOTHING"}),
        ("redemption", {"min_points": "-1"}),
        ("redemption", {"max_per_bill_minor": 1.5}),
        ("earning", {"default_percent": "-3"}),
        ("earning", {"pending_days": -1}),
        ("earning", {"surprise": 1}),
        ("rounding", {"quantum": "0"}),
        ("expiry", {"n": 0}),
        ("tiers", {"levels": []}),
        ("tiers", {"qualification_days": 0}),
        ("categories", {"": {"discount_percent": "0"}}),
        ("categories", {GENERAL: {"discount_percent": "101"}}),
    ],
)
def test_rules_that_make_no_sense_are_refused(billing: Billing, part: str, change: dict[str, Any]) -> None:
    config, version = config_of(billing)
    config[part] |= change
    with billing.unmoved():
        assert billing.refused(billing.send("PUT", "/card-config", config, version=version)) == (422, "INVALID")


def test_two_tiers_of_one_name_are_refused(billing: Billing) -> None:
    config, version = config_of(billing)
    config["tiers"]["levels"] += config["tiers"]["levels"][:1]
    assert billing.refused(billing.send("PUT", "/card-config", config, version=version)) == (422, "INVALID")


def test_the_scheme_is_switched_once_each_way(billing: Billing) -> None:
    _, version = config_of(billing)
    assert done(billing.post("/card-config/enable"))["version"] == version
    off = done(billing.post("/card-config/disable"))
    assert (off["config"]["enabled"], off["version"]) == (False, version + 1)
    with billing.unmoved():
        assert done(billing.post("/card-config/disable")) == off


def test_categories_are_put_listed_and_taken_away(billing: Billing) -> None:
    _, version = config_of(billing)
    rates = {"point_percent": "1.5", "discount_percent": "5", "earns": True, "redeems": False, "is_rx": True}

    put = done(billing.send("PUT", "/card-config/categories/Baby care", rates, version=version))
    assert put["items"] == [{"name": "Baby care", "rates": rates}]
    assert done(billing.get("/card-config/categories")) == put
    card = billing.rich()
    asked = {**billing.asked(card, 0), "lines": [{"category": "Baby care", "amount_minor": 100_00}]}
    quoted = done(billing.post("/cards/calculate", asked))
    assert (quoted["earned_points"], quoted["max_points"]) == ("1.50", "0.00")

    gone = done(billing.send("DELETE", "/card-config/categories/Baby care", version=put["version"]))
    assert gone["items"] == []
    missing = billing.send("DELETE", "/card-config/categories/Baby care", version=gone["version"])
    assert billing.refused(missing) == (404, "NOT-FOUND")


def test_discounts_are_put_listed_and_taken_away(billing: Billing) -> None:
    _, version = config_of(billing)
    path = f"/card-config/discounts/{GENERAL}"
    put = done(billing.send("PUT", path, {"discount_percent": "4.5"}, version=version))
    assert put["items"] == [{"category": GENERAL, "discount_percent": "4.5"}]
    assert done(billing.get("/card-config/discounts")) == put
    (category,) = done(billing.get("/card-config/categories"))["items"]
    assert category["rates"]["point_percent"] is None

    gone = done(billing.send("DELETE", path, version=put["version"]))
    assert gone["items"] == []
    assert billing.refused(billing.send("DELETE", "/card-config/discounts/None", version=gone["version"])) == (
        404,
        "NOT-FOUND",
    )


def test_there_is_an_end_to_categories(billing: Billing) -> None:
    made = billing.configure(categories={f"C{n}": {"discount_percent": "0"} for n in range(500)})
    response = billing.send(
        "PUT", "/card-config/categories/One more", {"discount_percent": "0"}, version=made["version"]
    )
    assert billing.refused(response) == (422, "INVALID")
