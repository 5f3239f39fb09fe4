"""Shifts as a store keeps them: one that is open, and reports that stay as they were sealed."""

from __future__ import annotations

from app.persistence.uow import SqlStore
from app.services.ports import ChainPoint
from tests.contract import facts


def test_a_shift_is_open_until_its_report(store: SqlStore) -> None:
    with store.writing() as unit:
        assert unit.shifts.current("A1") is None
        unit.shifts.open(facts.opening())
        assert unit.shifts.current("A1") == facts.opening()
        assert unit.shifts.current("B1") is None
        unit.shifts.close(facts.report())
        assert unit.shifts.current("A1") is None
        unit.shifts.open(facts.opening("s2", 3))
    with store.reading() as unit:
        assert unit.shifts.current("A1") == facts.opening("s2", 3)


def test_a_report_is_what_was_sealed(store: SqlStore) -> None:
    kept = facts.report(approved_by="meera")
    with store.writing() as unit:
        unit.shifts.close(kept)
    with store.reading() as unit:
        assert unit.shifts.report("s1") == kept
        assert unit.shifts.report("s9") is None


def test_the_last_report_is_the_last_of_the_chain(store: SqlStore) -> None:
    """Whatever its clock, year or number says; a new epoch comes after all before it."""
    first = facts.report("s1", 9, closed_at=facts.later(9000), financial_year="27-28", number=40)
    last = facts.KeptReport("A1", ChainPoint(2, 1), facts.report("s2", 1).report)
    others = facts.report("s3", 99, "B1")
    with store.writing() as unit:
        assert unit.shifts.last("A1") is None
        for kept in (others, first, last):
            unit.shifts.close(kept)
    with store.reading() as unit:
        assert unit.shifts.last("A1") == last
        assert unit.shifts.latest("A1", most=9) == [last, first]
        assert unit.shifts.latest("A1", most=1) == [last]
        assert unit.shifts.every() == [first, last, others]
