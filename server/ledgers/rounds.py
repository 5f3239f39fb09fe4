"""Rounds: what several ask of a tenant at once is read in one transaction, begun after the last of them asked.

A question of which the answer may be a moment old costs a transaction each; here those who come while one is read are
answered by the next. A tenant's rounds are read by a thread that ends with them, so nothing has to be stopped.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.persistence.scope import Scope
from server.databases.database import Database

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question, and everybody who asked it."""

    question: Callable[[Scope], Any]
    outcomes: list[Future[Any]] = field(default_factory=list)


_Round = dict[Hashable, _Asked]


class Rounds:
    """Questions of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()
        self._rounds: dict[str, _Round] = {}  # of those who are served: the next one

    async def read(self, tenant_id: str, name: Hashable, question: Callable[[Scope], T]) -> T:
        """Its answer, as of a transaction that begins now or later. Questions of one name have one answer."""
        return await asyncio.wrap_future(self._asked(tenant_id, name, question))

    def _asked(self, tenant_id: str, name: Hashable, question: Callable[[Scope], T]) -> Future[T]:
        outcome: Future[T] = Future()
        with self._turn:
            is_first = tenant_id not in self._rounds
            following = self._rounds.setdefault(tenant_id, {})
            following.setdefault(name, _Asked(question)).outcomes.append(outcome)
        if is_first:
            threading.Thread(target=self._serve, args=(tenant_id,), name=f"rounds {tenant_id}").start()
        return outcome

    def _serve(self, tenant_id: str) -> None:
        while taken := self._next(tenant_id):
            asked = list(taken.values())
            try:
                with self._database.store(tenant_id).reading() as unit:
                    answers = [one.question(unit.scope) for one in asked]
            except Exception as fault:  # noqa: BLE001 - whoever waits has to hear of it, and the rounds go on
                _fail(asked, fault)
            else:
                _answer(asked, answers)

    def _next(self, tenant_id: str) -> _Round:
        """The next round; nobody means that the tenant is served no more."""
        with self._turn:
            taken = self._rounds[tenant_id]
            if taken:
                self._rounds[tenant_id] = {}
            else:
                del self._rounds[tenant_id]
        return taken


def _answer(asked: Sequence[_Asked], answers: Sequence[Any]) -> None:
    for one, answer in zip(asked, answers, strict=True):
        for outcome in filter(Future.set_running_or_notify_cancel, one.outcomes):
            outcome.set_result(answer)


def _fail(asked: Sequence[_Asked], fault: Exception) -> None:
    for one in asked:
        for outcome in filter(Future.set_running_or_notify_cancel, one.outcomes):
            outcome.set_exception(fault)
