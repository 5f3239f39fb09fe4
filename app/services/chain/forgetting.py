"""Forgetting: what a server told that was then put back is news again, the chunks of its snapshots too."""

from __future__ import annotations

from itertools import count

from app.services.ports import UnitOfWork

_FORGOTTEN = "told forgotten"


def forget_told(uow: UnitOfWork) -> None:
    """Whatever comes next is news, whoever it is about; the ledger lines will come again, too."""
    uow.shared.forget_told()
    uow.effects.record(_FORGOTTEN, str(times_forgotten(uow)), "")


def times_forgotten(uow: UnitOfWork) -> int:
    """As often as a server was put back; what was taken in before the last time is not here any more."""
    return next(number for number in count() if uow.effects.result(_FORGOTTEN, str(number)) is None)
