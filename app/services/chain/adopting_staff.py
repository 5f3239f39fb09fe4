"""Adopting of staff: who works at this counter's store, as the server tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.ports import Colleague, UnitOfWork


@dataclass(frozen=True, slots=True)
class ToldColleague:
    """Somebody as they stand at the server; None where they do not work at this counter's store."""

    staff_id: str
    colleague: Colleague | None


def adopt_staff(uow: UnitOfWork, told: Sequence[ToldColleague]) -> None:
    for one in told:
        if one.colleague is None:
            uow.shared.forget_colleague(one.staff_id)
        else:
            uow.shared.put_colleague(one.colleague)
