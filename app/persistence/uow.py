"""The store: units of work. One transaction to write, whose turn it is; one consistent view to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.days import INDIA, ShopCalendar
from app.domain.program import Program
from app.persistence.repositories.activities import SqlActivities
from app.persistence.repositories.bills import SqlBills
from app.persistence.repositories.budgets import SqlBudgets
from app.persistence.repositories.catalogue import SqlCatalogue
from app.persistence.repositories.effects import SqlEffects
from app.persistence.repositories.held import SqlHeld
from app.persistence.repositories.homes import SqlHomes
from app.persistence.repositories.journal import SqlJournal
from app.persistence.repositories.leases import SqlLeases
from app.persistence.repositories.ledger import SqlLedger
from app.persistence.repositories.links import SqlLinks
from app.persistence.repositories.members import SqlMembers
from app.persistence.repositories.newcomers import SqlNewcomers
from app.persistence.repositories.participations import SqlParticipations
from app.persistence.repositories.prints import SqlPrintQueue
from app.persistence.repositories.programs import SqlPrograms
from app.persistence.repositories.rule_uses import SqlRuleUses
from app.persistence.repositories.shared import SqlShared
from app.persistence.repositories.shifts import SqlShifts
from app.persistence.repositories.staff import SqlStaff
from app.persistence.repositories.tiers import SqlTierHistory
from app.persistence.repositories.told_stores import SqlToldStores
from app.persistence.repositories.vouchers import SqlVouchers
from app.persistence.scope import Scope, Transactions
from app.persistence.sealed import FieldSealer
from app.persistence.searches import SqlSearches
from app.services import ports
from app.services.campaigns.drive_records import Participations
from app.services.catalogue.catalogue_records import Catalogue
from app.services.papers.print_jobs import PrintQueue
from app.services.ports import Head
from app.services.reports.records import Reports
from app.services.rewards.voucher_records import Vouchers
from app.services.shifts.shift_records import Shifts
from app.services.staff.staff_records import Staff


@dataclass(frozen=True, slots=True)
class SqlUnitOfWork:
    """The repositories of one transaction. `scope` is for what the server keeps in it besides."""

    scope: Scope
    members: ports.Members
    newcomers: ports.Newcomers
    ledger: ports.Ledger
    bills: ports.Bills
    activities: ports.Activities
    rule_uses: ports.RuleUses
    homes: ports.Homes
    participations: Participations
    tiers: ports.TierHistory
    programs: ports.Programs
    held: ports.Held
    journal: SqlJournal
    effects: ports.Effects
    prints: PrintQueue
    leases: ports.Leases
    budgets: ports.Budgets
    links: ports.Links
    shared: ports.Shared
    stores: ports.Stores
    searches: ports.Searches
    staff: Staff
    catalogue: Catalogue
    shifts: Shifts
    vouchers: Vouchers
    calendar: ShopCalendar

    @property
    def reports(self) -> Reports:
        """A counter that is not asked for reports does not make their statements."""
        from app.persistence.repositories.reports import SqlReports

        return SqlReports(self.scope, self.calendar)


@dataclass(frozen=True, slots=True)
class SqlStore:
    """One tenant's counter in one database. `after_commit` hears where the chain stands, once that is saved."""

    transactions: Transactions
    tenant_id: str
    counter_code: str
    sealer: FieldSealer
    calendar: ShopCalendar = INDIA
    after_commit: Callable[[Head], None] | None = None
    programs: dict[int, Program] = field(default_factory=dict, repr=False, compare=False)  # as committed, read once

    def prepare(self) -> None:
        """Give a fresh database its counter. A prepared one is left as it is."""
        with self.writing() as unit:
            unit.journal.open_counter()

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        with self.transactions.reading(self.tenant_id) as scope:
            yield self._unit(scope)

    @contextmanager
    def writing(self) -> Iterator[SqlUnitOfWork]:
        with self.transactions.writing(self.tenant_id) as scope:
            unit = self._unit(scope)
            yield unit
        if self.after_commit is not None and unit.journal.moved_to is not None:
            self.after_commit(unit.journal.moved_to)

    def _unit(self, scope: Scope) -> SqlUnitOfWork:
        return SqlUnitOfWork(
            scope=scope,
            members=SqlMembers(scope, self.sealer),
            newcomers=SqlNewcomers(scope, self.sealer),
            ledger=SqlLedger(scope, self.calendar),
            bills=SqlBills(scope, self.calendar),
            activities=SqlActivities(scope),
            rule_uses=SqlRuleUses(scope),
            homes=SqlHomes(scope),
            participations=SqlParticipations(scope),
            tiers=SqlTierHistory(scope),
            programs=SqlPrograms(scope, self.programs),
            held=SqlHeld(scope),
            journal=SqlJournal(scope, self.counter_code),
            effects=SqlEffects(scope),
            prints=SqlPrintQueue(scope),
            leases=SqlLeases(scope),
            budgets=SqlBudgets(scope),
            links=SqlLinks(scope),
            shared=SqlShared(scope, self.calendar),
            stores=SqlToldStores(scope),
            searches=SqlSearches(scope),
            staff=SqlStaff(scope),
            catalogue=SqlCatalogue(scope),
            shifts=SqlShifts(scope, self.calendar),
            vouchers=SqlVouchers(scope),
            calendar=self.calendar,
        )
