"""Budgets across counters, by example: what each may bring, what is asked back, what is said of too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.lease import Lease
from app.services.campaigns import budgets
from app.services.programs.program import publish
from app.services.sales import counting
from server.rights.budgets import share_out
from sync.protocol import Status
from tests.desks import PROGRAM, STAFF
from tests.server.budget_chain import Chain, chain, find, lose, total
from tests.server.tills import Till


def brings(one: Chain, till: Till) -> int:
    return one.sell(till).brought("ten")


def test_a_counter_without_a_share_brings_nothing_and_with_one_no_more_than_it() -> None:
    with chain() as one:
        first, *others = one.tills
        assert brings(one, first) == 0
        share_out(one.office.desk)
        one.hear(first, one.office.page("A1"))
        assert [brings(one, first) for _ in range(2)] == [10_00, 0], "half of 60, shared by three"
        one.send(first)
        one.hear(first, one.office.page("A1"))
        assert brings(one, first) == 8_00, "of the 50 that are left, 8 for each now"
        for till in others:
            one.hear(till, one.office.page(till.code))
            assert brings(one, till) == 10_00, "what was granted stands"


def test_what_others_lack_is_asked_back_and_comes_back() -> None:
    with chain(("A1", "B2")) as one:
        rich, poor = one.tills
        lose(one, poor)
        share_out(one.office.desk)
        one.hear(rich, one.office.page("A1"))
        find(one, poor)
        with one.office.store.writing() as unit:
            unit.budgets.put(replace(unit.budgets.get("ten", counter_code="Z9", epoch=1), rights=_granted(30_00)))
        share_out(one.office.desk)
        one.hear(rich, one.office.page("A1"))
        assert budgets.give_back(rich.desk) == 23_00
        assert budgets.give_back(rich.desk) == 0
        one.send(rich)
        one.hear(poor, one.office.page("B2"))
        assert brings(one, poor) > 0


def test_what_a_rule_that_is_no_more_left_is_asked_back() -> None:
    with chain(("A1",)) as one:
        (till,) = one.tills
        share_out(one.office.desk)
        one.hear(till, one.office.page("A1"))
        publish(one.office.desk, PROGRAM, staff=STAFF)
        share_out(one.office.desk)
        one.hear(till, one.office.page("A1"))
        assert budgets.give_back(till.desk) == 30_00
        one.send(till)
        with one.office.store.reading() as unit:
            assert [share.rights.outstanding for share in unit.budgets.of_rule("ten")] == [0]
        share_out(one.office.desk)


def test_what_was_brought_without_a_right_is_posted_and_said() -> None:
    with chain(("A1",)) as one:
        (till,) = one.tills
        with till.store.writing() as uow:
            uow.budgets.put(replace(uow.budgets.get("ten", counter_code="A1", epoch=2), rights=_granted(99_00)))
        brings(one, till)
        answer = till.send(one.office)
        assert [(r.status, r.code) for r in answer.results if r.code] == [(Status.APPLIED_OVER_LIMIT, "OVER-BUDGET")]
        assert total(one.office, "ten") == 10_00


def _granted(points: int) -> Lease:
    return Lease(granted=points)


def test_a_return_that_gives_no_use_back_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "still_drawn", lambda points, **_: points)
    with chain(("A1",)) as one:
        (till,) = one.tills
        share_out(one.office.desk)
        one.hear(till, one.office.page("A1"))
        bill = one.sell(till).bill
        till.give_back(bill.bill_id, 50)
        monkeypatch.undo()
        one.send(till)
        assert total(one.office, "ten") == 5_00 != total(till, "ten")
