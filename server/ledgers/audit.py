"""An audit: a tenant's books verified, and what they come to, as one object for whoever compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from app.domain.lease import outstanding
from app.domain.ledger import Posting
from app.persistence.uow import SqlUnitOfWork
from app.services.members import census
from server.desks import desk_of
from server.identity import devices, profiles
from server.ledgers import books
from server.parts import Parts


def audit(parts: Parts, tenant_id: str) -> dict[str, Any]:
    """Points in hundredths, money in minor units, by the names the ledger has for what moved them."""
    desk = desk_of(parts, tenant_id)
    verdict = books.verify(desk)
    found = {"sound": verdict.sound, "faults": list(verdict.faults), "entries": verdict.entries}
    with parts.database.store(tenant_id).reading() as unit:
        profile = profiles.get(unit.scope)
        return {"tenant": tenant_id, "name": profile.name if profile else "", **found, **_figures(unit)}


def _figures(unit: SqlUnitOfWork) -> dict[str, Any]:
    known = census.take(unit)
    bills = [bill.net_minor for bill in unit.bills.all()]
    return {
        "position": unit.journal.head().last_seq,
        "bills": len(bills),
        "net_minor": sum(bills),
        "moved": _moved(unit.ledger.all()),
        "members": known.members,
        "points": known.points,
        "debt": known.debt,
        "digest": known.digest,
        "leases": {
            one.counter_code: outstanding(row.lease for row in unit.leases.of_counter(one.counter_code))
            for one in devices.every(unit.scope)
        },
        "to_check": len(unit.shared.reviews(is_open=True)),
    }


def _moved(postings: Iterable[Posting]) -> dict[str, int]:
    moved: Counter[str] = Counter()
    for posting in postings:
        moved[posting.entry.kind] += posting.entry.points
    return dict(sorted(moved.items()))
