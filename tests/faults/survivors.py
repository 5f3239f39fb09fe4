"""What is left after a kill: every bill that was acknowledged, once and whole, in books that hold."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from app.bootstrap import replay_desk
from app.domain.ledger import fold
from app.persistence.tables.bills import activity, bill_lines, bill_tenders, bills
from app.persistence.tables.journal import effects
from app.persistence.tables.papers import print_jobs
from app.persistence.tables.points import balances, entries
from app.persistence.uow import SqlStore
from app.services.desk import Desk
from app.services.keeping import books
from app.services.ports import UnitOfWork
from app.settings import Settings

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Survivors:
    """`kept` are basket ids in the order of their bills; `troubles` says in words what is wrong, and is empty."""

    kept: tuple[str, ...]
    troubles: tuple[str, ...]

    def lost(self, acknowledged: Iterable[str]) -> list[str]:
        return [basket for basket in acknowledged if basket not in set(self.kept)]


def survivors(folder: Path) -> Survivors:
    """Open a killed shop again, as a person would, and look into every table."""
    with replay_desk(Settings(data_dir=str(folder)), None) as (ringer, _):
        return examined(ringer.desk)


def examined(desk: Desk) -> Survivors:
    shelf = _Tables(desk)
    sold = sorted(shelf.rows(bills), key=lambda bill: bill["number"])
    keys = {row["result"]: row["key"].removeprefix("replay ") for row in shelf.rows(effects)}
    troubles = [*books.verify(desk).faults, *shelf.halves(sold), *_doubled(sold, keys)]
    with desk.store.reading() as uow:
        troubles += _unbalanced(shelf, uow)
    return Survivors(tuple(keys.get(bill["bill_id"], "?") for bill in sold), tuple(troubles))


def _doubled(sold: Rows, keys: Mapping[str, str]) -> list[str]:
    """Every bill has one key and its number has no gap."""
    numbers = [bill["number"] for bill in sold]
    troubles = (
        [] if numbers == [f"A1/16-17/{n:06}" for n in range(1, len(sold) + 1)] else ["the bill numbers have gaps"]
    )
    if {bill["bill_id"] for bill in sold} != keys.keys():
        troubles.append("bills and idempotency keys do not match")
    return troubles + [f"{basket} is {times} bills" for basket, times in Counter(keys.values()).items() if times != 1]


@dataclass(frozen=True)
class _Tables:
    """The tables as they are, past every service."""

    desk: Desk

    def rows(self, table: Table) -> Rows:
        assert isinstance(self.desk.store, SqlStore)
        with self.desk.store.transactions.reader.begin() as connection:
            return list(connection.execute(select(table)).mappings())

    def halves(self, sold: Rows) -> list[str]:
        """Bills that miss a part of what was sealed with them, and bills that were never sealed."""
        sealed = {body["bill"]["bill_id"]: body for body in self._sealed()}
        missing = [f"{bill['number']} has no event" for bill in sold if bill["bill_id"] not in sealed]
        for part, (table, column, wanted) in _PARTS.items():
            found = Counter(row[column] for row in self.rows(table))
            for bill_id, body in sealed.items():
                if found[bill_id] != wanted(body):
                    missing.append(f"{body['bill']['number']} has {found[bill_id]} {part} of {wanted(body)}")
        return missing

    def _sealed(self) -> list[Any]:
        with self.desk.store.reading() as uow:
            return [json.loads(event.body) for event in uow.journal.events() if event.kind == "bill"]


# What belongs to a bill: its table, the column that names the bill, and how many rows of it were sealed.
_PARTS: Mapping[str, tuple[Table, str, Callable[[Any], int]]] = {
    "bills": (bills, "bill_id", lambda _: 1),
    "lines": (bill_lines, "bill_id", lambda body: len(body["lines"])),
    "tenders": (bill_tenders, "bill_id", lambda body: len(body["tenders"])),
    "entries": (entries, "cause", lambda body: len(body["entries"])),
    "print jobs": (print_jobs, "subject_id", lambda _: 1),
    "activity": (activity, "bill_id", lambda _: 1),
}


def _unbalanced(shelf: _Tables, uow: UnitOfWork) -> list[str]:
    """Balances, entries and lots say the same of every member."""
    sums = Counter[str]()
    for entry in shelf.rows(entries):
        sums[entry["member_id"]] += entry["points"]
    accounts = fold(list(uow.ledger.all()))
    troubles = []
    for row in shelf.rows(balances):
        member, points = row["member_id"], row["points"]
        held = accounts[member].balance if member in accounts else 0
        if not points == sums[member] == held:
            troubles.append(f"member {member} has {points}, entries say {sums[member]}, lots {held}")
    return troubles
