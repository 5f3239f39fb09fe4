"""Programs: publishing a new version of the rules, and reading the one in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.errors import invalid
from app.domain.program import Program
from app.domain.programme_kinds import check_kind
from app.domain.rewards import check_rewards
from app.services.authority import refuse_in_chain
from app.services.desk import Desk
from app.services.journal import record
from app.services.ports import Head, UnitOfWork
from app.services.programs.program_codec import program_to_json

VERSIONS_AN_EPOCH = 1_000  # between backups nobody publishes as many


def publish(desk: Desk, program: Program, *, staff: str, holds_from: datetime | None = None) -> Program:
    """Publish a new version of the rules, in force from now on or from a later instant; bills already made keep theirs.

    It takes the place of every version that waits for its time. Raises INVALID for an instant that is past.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rules are published")
        return publish_in(desk, uow, program, staff=staff, holds_from=holds_from)


def publish_in(
    desk: Desk,
    uow: UnitOfWork,
    program: Program,
    *,
    staff: str,
    holds_from: datetime | None = None,
    besides: Mapping[str, Any] | None = None,
) -> Program:
    """The same as the only change of a transaction that is open. `besides` is what its event says more."""
    head = uow.journal.head()
    at = desk.instant(head)
    if holds_from is not None and holds_from <= at:
        raise invalid("Rates cannot begin in the past. Nothing was published; choose a later day, or now.")
    check_rewards(program.rewards, program.tiers)
    check_kind(program)
    _refuse_other_money(uow, program)
    version = replace(program, version=next_version(uow, head), holds_from=holds_from)
    uow.programs.publish(version, staff=staff, at=at)
    body = {"program": program_to_json(version), "staff": staff, **(besides or {})}
    record(desk, uow, head, kind="program", at=at, body=body)
    return version


def _refuse_other_money(uow: UnitOfWork, program: Program) -> None:
    """Amounts are kept in minor units alone: another currency would say that bills were of other money."""
    latest = uow.bills.latest()
    if latest is None:
        return
    made_in = uow.programs.version(latest.program_version).currency
    if program.currency != made_in:
        raise invalid(f"Bills were made in {made_in.code}, and all amounts are kept in it. Nothing was published.")


def next_version(uow: UnitOfWork, head: Head) -> int:
    """Above all that are here, and above those that a desk restored to a backup may have lost: others may know them."""
    return max(uow.programs.latest_version(), (head.epoch - 1) * VERSIONS_AN_EPOCH) + 1


def current(desk: Desk) -> Program:
    with desk.store.reading() as uow:
        return uow.programs.in_force(desk.instant(uow.journal.head()))
