"""Rounds: what is asked at once is read once, never as of before it was asked; a fault is told to everybody."""

from __future__ import annotations

import asyncio
import threading

import pytest

from app.persistence.scope import Scope
from server.databases.database import Database
from server.ledgers.rounds import Rounds
from tests.server.callers import Shop


class Question:
    """Counts how often it is put; waits while it is held up."""

    def __init__(self) -> None:
        self.put, self.entered, self.go_on = 0, threading.Event(), threading.Event()

    def __call__(self, _: Scope) -> int:
        self.put += 1
        self.entered.set()
        assert self.go_on.wait(30)
        return self.put


def test_those_who_ask_while_one_is_read_share_the_next(shop: Shop, database: Database) -> None:
    question, rounds = Question(), Rounds(database)

    async def asking() -> list[int]:
        first = asyncio.create_task(rounds.read(shop.tenant_id, "same", question))
        await asyncio.to_thread(question.entered.wait, 30)
        later = [asyncio.create_task(rounds.read(shop.tenant_id, "same", question)) for _ in range(5)]
        await asyncio.sleep(0)
        question.go_on.set()
        return await asyncio.gather(first, *later)

    assert asyncio.run(asking()) == [1, 2, 2, 2, 2, 2]


def test_a_fault_is_everybodys_and_the_next_round_goes_on(shop: Shop, database: Database) -> None:
    def fails(_: Scope) -> int:
        raise ZeroDivisionError

    async def asking() -> None:
        rounds = Rounds(database)
        asked = [rounds.read(shop.tenant_id, name, fails) for name in ("one", "another")]
        found = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(one) for one in found] == [ZeroDivisionError, ZeroDivisionError]
        assert await rounds.read(shop.tenant_id, "good", lambda _: 1) == 1

    asyncio.run(asking())


def test_an_unknown_tenant_is_told_so(database: Database) -> None:
    with pytest.raises(LookupError):
        asyncio.run(Rounds(database).read("nobody", "any", lambda _: 1))
