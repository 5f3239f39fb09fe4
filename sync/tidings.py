"""Rows of an answer, read into facts that a counter can put in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.lease import Floor, Lease
from app.services.campaigns.budgets import ToldShare
from app.services.chain.adopting_leases import ToldLease
from app.services.chain.adopting_reviews import ToldReview
from app.services.chain.adopting_staff import ToldColleague
from app.services.chain.adopting_vouchers import told_voucher
from app.services.chain.images import image_from_plain
from app.services.chain.tidings import Published, Tidings, View
from app.services.chain.told_bills import ToldState
from app.services.plain import NotPlainError, from_plain
from app.services.ports import ChainPoint, Colleague, Review, ToldStore
from app.services.programs.program_codec import program_from_json
from app.services.records import from_micros
from sync.protocol import CONTACTS_SINCE, STORES_SINCE, PageRow, PulledPage, Topic
from sync.transport import Transport

_MS = 1000


@dataclass(frozen=True, slots=True)
class _LeaseState:
    """A lease of this counter's as it travels."""

    member: str
    epoch: int
    granted: int
    written_off: int
    spent: int
    returned: int
    usable_until: datetime | None
    granted_at: datetime


@dataclass(frozen=True, slots=True)
class _ProgramState:
    """A program as it travels: under its number, as text."""

    version: int
    program: str
    by: str = field(default="", metadata={"sparse": True})


@dataclass(frozen=True, slots=True)
class _PersonState:
    """Somebody of the staff as they travel."""

    staff: str
    name: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class _StoreState:
    """A store as it travels; with the floors of the counter's own, which the settings say as well."""

    store: str
    name: str
    active: bool
    floor_card: int = field(default=0, metadata={"sparse": True})
    floor_counter: int = field(default=0, metadata={"sparse": True})


@dataclass(frozen=True, slots=True)
class _ReviewState:
    """A review as it travels, besides its facts."""

    review: str
    kind: str
    raised_at: datetime
    settled_at: datetime | None
    choice: str | None
    staff: str | None


def view_of(transport: Transport, *, position: int, included: ChainPoint, server_ms: int, clock_at: datetime) -> View:
    """What the answer was taken from, with the clocks as they stood."""
    return View(
        position=position,
        included=included,
        server_at=from_micros(server_ms * _MS),
        clock_at=clock_at,
        offset_ms=transport.clock.best_ms(),
        tells_contacts=transport.protocol >= CONTACTS_SINCE,
        tells_stores=transport.protocol >= STORES_SINCE,
    )


def tidings_of(rows: Sequence[PageRow], view: View) -> Tidings:
    """Raises NotPlainError. Topics that nobody here knows are passed over: a newer server may have more."""
    told: dict[str, list[PageRow]] = defaultdict(list)
    for row in rows:
        told[row.topic].append(row)
    return Tidings(
        view,
        members=[(row.position, image_from_plain(row.state)) for row in told[Topic.MEMBER]],
        leases=[_lease(row.state) for row in told[Topic.LEASE]],
        programs=[_program(row.state, view) for row in told[Topic.PROGRAM]],
        reviews=[_review(row) for row in told[Topic.REVIEW]],
        staff=[_colleague(row) for row in told[Topic.STAFF]],
        stores=[_store(row.state) for row in told[Topic.STORE] if view.tells_stores and row.state],
        bills=[ToldState.of(row.state, position=row.position) for row in told[Topic.BILL]],
        vouchers=[told_voucher(row.subject, row.position, row.state) for row in told[Topic.VOUCHER]],
    )


def _colleague(row: PageRow) -> ToldColleague:
    if row.state is None:
        return ToldColleague(row.subject, None)
    told = from_plain(_PersonState, row.state)
    return ToldColleague(row.subject, Colleague(told.staff, told.name, told.role, told.active))


def _store(state: Any) -> ToldStore:
    told = from_plain(_StoreState, state)
    return ToldStore(told.store, told.name, told.active)


def _review(row: PageRow) -> ToldReview:
    if row.state is None:
        return ToldReview(row.subject, None)
    facts = row.state.get("facts")
    if type(facts) is not dict:
        raise NotPlainError("review: the facts are no object.")
    told = from_plain(_ReviewState, {name: value for name, value in row.state.items() if name != "facts"})
    review = Review(told.review, told.kind, facts, told.raised_at, told.settled_at, told.choice, told.staff)
    return ToldReview(row.subject, review)


def _lease(state: Any) -> ToldLease:
    told = from_plain(_LeaseState, state)
    rights = Lease(told.granted, told.spent, told.returned, told.written_off, told.usable_until)
    return ToldLease(told.member, told.epoch, rights, told.granted_at)


def _program(state: Any, view: View) -> Published:
    told = from_plain(_ProgramState, state)
    program = program_from_json(told.program)
    if program.version != told.version:
        raise NotPlainError(f"program {told.version}: the text is of version {program.version}.")
    return Published(program, view.server_at, told.by or None)


def floor_of(page: PulledPage) -> Floor:
    """What the settings let this counter overdraw; nothing where they do not say."""
    found = (page.settings.get(name, 0) for name in ("floor_card", "floor_counter"))
    card, counter = (value if type(value) is int and value >= 0 else 0 for value in found)
    return Floor(card, counter)


def shares_of(page: PulledPage) -> list[ToldShare]:
    """The shares of budgets that the settings say are this counter's. Raises NotPlainError."""
    told = page.settings.get("budgets", [])
    if type(told) is not list:
        raise NotPlainError("budgets: expected a list.")
    return [from_plain(ToldShare, one) for one in told]
