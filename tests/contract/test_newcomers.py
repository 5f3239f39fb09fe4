"""Newcomers: whoever is here, or has something that is, is no newcomer, and nothing is left of the others."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pytest

from app.persistence.uow import SqlStore
from app.services.chain.newcomers import is_usual
from app.services.ports import AlreadyHere, MakesReady, ReadyMembers, State, Told, UnitOfWork
from app.services.records import from_micros

AT = 1_767_225_600_000_000


def state(number: int, **changed: str) -> dict[str, Any]:
    lot = {"expired": 0, "expires_at": None, "left": 5_00, "lot_id": changed.get("lot", f"l{number}")}
    told = {
        **{name: [] for name in ("activity", "lines", "tier_changes", "uses")},
        "cards": [{"number": changed.get("card", f"{number:012}"), "status": "ACTIVE", "status_at": AT}],
        "debt": 0,
        "lots": [{"available_at": AT, **lot, "order": number, "points": 5_00}],
        "member": {
            "first_tier": "Bronze",
            "joined_at": AT,
            "language": "en",
            "member_id": changed.get("member", f"m{number}"),
            "merged_into": None,
            "name": f"Asha {number}",
            "phone": f"+91982000{number:04}",
            "referrer_id": None,
        },
        "points": 5_00,
        "reserved": 0,
        "tier": "Bronze",
        "tier_changes": [],
        "uses": [],
        "whole": False,
    }
    return {name: told[name] for name in sorted(told)}


def ready(uow: UnitOfWork, *groups: Sequence[State]) -> list[ReadyMembers]:
    """Made as in another process: what makes them, and what it makes, has travelled."""
    make: MakesReady = pickle.loads(pickle.dumps(uow.newcomers.maker()))
    return pickle.loads(pickle.dumps([make(one, position=7, at=from_micros(AT)) for one in groups]))


def test_they_are_found_as_anybody_is(store: SqlStore) -> None:
    many = [state(number) for number in range(1, 13)]  # more than PostgreSQL is given one by one
    assert all(map(is_usual, many))
    with store.writing() as uow:
        uow.newcomers.add(ready(uow, many[:5], many[5:]))
    with store.reading() as uow:
        for number in (1, 12):
            holder = uow.members.by_card(f"{number:012}")
            assert holder is not None
            assert (holder.member.name, holder.member.points) == (f"Asha {number}", 5_00)
            assert uow.ledger.full_account(f"m{number}").balance == 5_00
            assert uow.members.by_phone(f"+91982000{number:04}") == [holder]
            assert uow.shared.told(f"m{number}") == Told(7, False, 5_00)


@pytest.mark.parametrize("same", [{"member": "m1"}, {"card": f"{1:012}"}, {"lot": "l1"}])
def test_who_shares_something_with_somebody_here_is_none(store: SqlStore, same: dict[str, str]) -> None:
    with store.writing() as uow:
        uow.newcomers.add(ready(uow, [state(1)]))
    with pytest.raises(AlreadyHere), store.writing() as uow:
        uow.newcomers.add(ready(uow, [state(2)], [state(3, **same)]))
    with store.reading() as uow:
        assert uow.members.ids_after("", limit=10) == ["m1"]


def test_two_of_one_name_are_not_both_new(store: SqlStore) -> None:
    with pytest.raises(AlreadyHere), store.writing() as uow:
        uow.newcomers.add(ready(uow, [state(1), state(1)]))
