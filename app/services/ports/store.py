"""One transaction over all of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from app.services.papers.print_jobs import PrintQueue
from app.services.ports.books import Activities, Bills, Ledger, RuleUses
from app.services.ports.chain import Held, Journal
from app.services.ports.line import Budgets, Leases, Links, Shared, Stores
from app.services.ports.people import Homes, Members, Newcomers
from app.services.ports.programs import Programs, TierHistory

if TYPE_CHECKING:
    from app.services.campaigns.drive_records import Participations
    from app.services.catalogue.catalogue_records import Catalogue
    from app.services.reports.records import Reports
    from app.services.rewards.voucher_records import Vouchers
    from app.services.shifts.shift_records import Shifts
    from app.services.staff.staff_records import Staff


class Searches(Protocol):
    """What finds members by name, phone and last four digits, beside the members themselves."""

    def set_aside(self) -> None:
        """Very many members are about to come: searches are slow from now on, and writing is quick."""

    def bring_one_back(self) -> bool:
        """Make one of those set aside again; False when none is missing. For a million members it takes seconds."""


class Effects(Protocol):
    def result(self, verb: str, key: str) -> str | None: ...
    def record(self, verb: str, key: str, result: str) -> None: ...


class UnitOfWork(Protocol):
    """One transaction's view of the store: all of it happens, or none."""

    @property
    def members(self) -> Members: ...
    @property
    def newcomers(self) -> Newcomers: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def bills(self) -> Bills: ...
    @property
    def activities(self) -> Activities: ...
    @property
    def rule_uses(self) -> RuleUses: ...
    @property
    def homes(self) -> Homes: ...
    @property
    def participations(self) -> Participations: ...
    @property
    def tiers(self) -> TierHistory: ...
    @property
    def programs(self) -> Programs: ...
    @property
    def held(self) -> Held: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def effects(self) -> Effects: ...
    @property
    def prints(self) -> PrintQueue: ...
    @property
    def leases(self) -> Leases: ...
    @property
    def budgets(self) -> Budgets: ...
    @property
    def links(self) -> Links: ...
    @property
    def staff(self) -> Staff: ...
    @property
    def shared(self) -> Shared: ...
    @property
    def stores(self) -> Stores: ...
    @property
    def searches(self) -> Searches: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def shifts(self) -> Shifts: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def vouchers(self) -> Vouchers: ...


class Store(Protocol):
    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; writing through it is an error."""

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """One immediate transaction: committed when the block ends, undone when it raises."""
