"""Saved cases: by name, the last of a name, gone when they are dropped, and nobody else's."""

from __future__ import annotations

from app.domain.cases import Brings
from app.persistence.uow import SqlStore
from tests.contract import facts


def test_a_case_is_kept_by_its_name(store: SqlStore) -> None:
    first, other = facts.case("b"), facts.case("a")
    again = facts.case("b", must=Brings(1, 2))
    with store.writing() as unit:
        for one in (first, other, again):
            unit.programs.put_case(one)
    with store.reading() as unit:
        assert unit.programs.cases() == [other, again]
    with store.writing() as unit:
        unit.programs.drop_case("a")
        unit.programs.drop_case("never")
    with store.reading() as unit:
        assert unit.programs.cases() == [again]
