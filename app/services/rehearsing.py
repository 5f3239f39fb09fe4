"""Rehearsing: a verb done and undone at once, to hear whether it would be refused before somebody shows a PIN."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Final

from app.services.desk import Desk
from app.services.ports import Store, UnitOfWork

_SOMEBODY: Final = "rehearsal"  # approves; nothing that names them stays


class _Undone(Exception):  # noqa: N818 - no error: it takes back what was written
    """The play is over."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """A store in which nothing stays."""

    store: Store

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        return self.store.reading()

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        with suppress(_Undone), self.store.writing() as uow:
            yield uow
            raise _Undone


def rehearse(desk: Desk, verb: Callable[[Desk], object]) -> None:
    """Raise what a verb would be refused with at this desk now, once somebody had approved it."""
    verb(replace(desk.approved(_SOMEBODY), store=_Stage(desk.store)))
