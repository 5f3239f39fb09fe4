"""Saved cases: bills by name that must bring what they bring before anything is published. Source: docs/rates.md."""

from __future__ import annotations

from app.domain.cases import SavedCase, check, failures
from app.domain.errors import invalid
from app.domain.flaws import wrong
from app.domain.program import Program
from app.services.desk import Desk
from app.services.ports import UnitOfWork

_SAFE = wrong("Nothing was published; change the rules, or what the case must bring.")


def keep_case(desk: Desk, case: SavedCase) -> None:
    """Keep a case, in the place of the one of that name. Raises INVALID for a name that cannot be one."""
    check(case)
    with desk.store.writing() as uow:
        uow.programs.put_case(case)


def drop_case(desk: Desk, name: str) -> None:
    with desk.store.writing() as uow:
        uow.programs.drop_case(name)


def refuse_failing(uow: UnitOfWork, drafted: Program) -> None:
    """Refuse rules under which a case comes to something else than it must, with every difference. Raises INVALID."""
    failing = [*failures(uow.programs.cases(), drafted)]
    if failing:
        raise invalid(
            " ".join([*failing, wrong("Nothing was published; change the rules, or what the case must bring.")])
        )
