"""A population: a million members and five million entries, written straight into a store's tables.

Rows have the shape the services write; only their making is short-cut. Nothing reads them but measurements.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Table, insert, update

from app.domain.codes import card_number
from app.domain.days import INDIA
from app.persistence.engine import Engines, open_file
from app.persistence.repositories.member_rows import name_key
from app.persistence.sealed import FieldSealer
from app.persistence.tables.journal import counters
from app.persistence.tables.members import cards, members
from app.persistence.tables.points import balances, entries, lots
from app.persistence.uow import SqlStore
from app.services.records import to_micros

TENANT, COUNTER = "bench", "A1"
ENTRIES_A_MEMBER = 5
CHUNK = 20_000
EARNED = 120_00
_FIRST = ("Asha", "Ravi", "Meena", "Farhan", "Lata", "Imran", "Kiran", "Sunita", "Vijay", "Zoya", "Deepa", "Omkar")
_LAST = ("Sharma", "Patil", "Iyer", "Qureshi", "Deshpande", "Khan", "Joshi", "Rao", "Nair", "Gupta", "Shah", "Das")
_BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def open_store(path: Path, key: bytes, sealer: FieldSealer) -> tuple[Engines, SqlStore]:
    engines = open_file(path, key)
    store = SqlStore(engines, TENANT, COUNTER, sealer)
    store.prepare()
    return engines, store


def name_of(number: int) -> str:
    return f"{_FIRST[number % 12]} {_LAST[number // 12 % 12]} {number}"


def phone_of(number: int) -> str:
    return f"+919{number:09}"


def card_of(number: int) -> str:
    return card_number(f"{number:010}")


def populate(engines: Engines, sealer: FieldSealer, *, size: int, entries_each: int = ENTRIES_A_MEMBER) -> None:
    """Write `size` members, each with a card, a balance, some entries and their lots."""
    for start in range(0, size, CHUNK):
        numbers = range(start, min(start + CHUNK, size))
        with engines.writer.begin() as connection:
            for target, rows in rows_of(numbers, sealer, entries_each):
                connection.execute(insert(target).inline(), rows)
    with engines.writer.begin() as connection:
        connection.execute(update(counters).values(last_ledger_no=size * ENTRIES_A_MEMBER))


def rows_of(numbers: range, sealer: FieldSealer, entries_each: int) -> Iterator[tuple[Table, list[dict[str, object]]]]:
    yield members, [_member(n, sealer) for n in numbers]
    yield cards, [_card(n) for n in numbers]
    yield (
        balances,
        [
            {"tenant_id": TENANT, "member_id": id_of(n), "points": entries_each * EARNED, "debt": 0, "tier": "Bronze"}
            for n in numbers
        ],
    )
    yield entries, [_entry(n, i) for n in numbers for i in range(entries_each)]
    yield lots, [_lot(n, i) for n in numbers for i in range(entries_each)]


def id_of(number: int) -> str:
    return f"01900000-0000-7000-8000-{number:012x}"


def _entry_id(number: int, nth: int) -> str:
    return f"01910000-0000-7000-8000-{number * ENTRIES_A_MEMBER + nth:012x}"


def _member(number: int, sealer: FieldSealer) -> dict[str, object]:
    phone, name = phone_of(number), name_of(number)
    return {
        "tenant_id": TENANT,
        "member_id": id_of(number),
        "name": name,
        "name_key": name_key(name),
        "phone_sealed": sealer.seal(phone),
        "phone_index": sealer.index(phone),
        "phone_last4_index": sealer.index(phone[-4:]),
        "email_sealed": None,
        "birthday_sealed": None,
        "language": "en",
        "referrer_id": None,
        "merged_into": None,
        "first_tier": "Bronze",
        "joined_at": to_micros(_BEGAN),
    }


def _card(number: int) -> dict[str, object]:
    code, at = card_of(number), to_micros(_BEGAN)
    return {
        "tenant_id": TENANT,
        "number": code,
        "member_id": id_of(number),
        "last4": code[-4:],
        "status": "ACTIVE",
        "issued_at": at,
        "status_at": at,
    }


def _entry(number: int, nth: int) -> dict[str, object]:
    at = _BEGAN + timedelta(days=nth)
    return {
        "tenant_id": TENANT,
        "ledger_no": number * ENTRIES_A_MEMBER + nth + 1,
        "entry_id": _entry_id(number, nth),
        "member_id": id_of(number),
        "card_number": None,
        "kind": "EARN",
        "points": EARNED,
        "balance_after": (nth + 1) * EARNED,
        "cause": f"bill {number} {nth}",
        "corrects": None,
        "rule_id": None,
        "reason": None,
        "staff": None,
        "occurred_at": to_micros(at),
        "business_day": INDIA.day_of(at).isoformat(),
        "available_at": to_micros(at),
        "expires_at": None,
        "event_seq": 0,
    }


def _lot(number: int, nth: int) -> dict[str, object]:
    return {
        "tenant_id": TENANT,
        "lot_id": _entry_id(number, nth),
        "member_id": id_of(number),
        "ledger_no": number * ENTRIES_A_MEMBER + nth + 1,
        "points": EARNED,
        "points_left": EARNED,
        "points_expired": 0,
        "available_at": to_micros(_BEGAN + timedelta(days=nth)),
        "expires_at": None,
        "first_expires_at": None,
        "counts_from": None,
    }
