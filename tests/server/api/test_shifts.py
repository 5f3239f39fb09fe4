"""Z reports as the server tells them: by store, to those who may read reports, page by page."""

from __future__ import annotations

import pytest

from tests.server.callers import Shop, Wire, done
from tests.server.furnished import Furnished


@pytest.fixture(scope="module")
def ours(wire: Wire) -> Furnished:
    return Furnished.of(Shop.open(wire, "Meera Medical"), "Meera", 7)


def address(ours: Furnished, store: str = "") -> str:
    return f"/api/v1/stores/{store or ours.shop.store_id}/shifts"


def test_the_reports_of_a_store(ours: Furnished) -> None:
    told = done(ours.shop.wire.get(address(ours), ours.tokens["manager"]))
    (report,) = told["items"]
    assert told["next"] is None
    assert report["name"].endswith("/Z0001")
    assert report["counter_code"] == ours.counter.code
    assert (report["counted_minor"], report["bills"]) == (150_000, 2)
    assert report["difference_minor"] == report["counted_minor"] - report["expected_minor"]
    assert report["note"] == "Meera is sure"


def test_another_store_of_ours_has_none(ours: Furnished) -> None:
    told = done(ours.shop.wire.get(address(ours, ours.ids["store"][0]), ours.tokens["owner"]))
    assert told == {"items": [], "next": None}


@pytest.mark.parametrize(
    ("who", "status"),
    [("cashier", 403), ("senior", 403), ("counter", 403), ("manager of a store", 403), ("manager", 200)],
)
def test_who_may_read_them(ours: Furnished, who: str, status: int) -> None:
    assert ours.shop.wire.get(address(ours), ours.tokens[who]).status_code == status


def test_a_store_nobody_knows(ours: Furnished) -> None:
    assert ours.shop.wire.get(address(ours, "nowhere"), ours.tokens["owner"]).status_code == 404
