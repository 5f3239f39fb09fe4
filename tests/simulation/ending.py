"""What must hold once everybody has said everything: both sides know the same, and the books can be trusted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.lease import Lease
from app.services.chain.images import Image, image_to_plain, slim_image, whole_image
from app.services.journal import canonical
from app.services.keeping import books
from app.services.ports import Bond, ChainPoint, CounterLease, Review, UnitOfWork
from server.ledgers import books as server_books
from server.ledgers import feed
from tests.simulation.centre import OTHER, TENANT, Centre
from tests.simulation.counter import Counter
from tests.simulation.world import GIFT, STORES, World

_ENTRIES = "SELECT entry_id, kind, points, cause FROM entries"
_BILLS = """
    SELECT bill_id, number, member_id, card_number, staff, net_minor, redeemed_points, redeemed_minor, earned_points,
        bonus_points, balance_after FROM bills
"""
_WAITING = "SELECT counter_code, epoch, seq FROM outcomes WHERE tenant_id = ? AND status IN ('QUARANTINED', 'PARKED')"
_OVER_RETURNED = """
    SELECT b.number, b.net_minor, sum(r.amount_minor), sum(r.restored_points) FROM bills b
    JOIN refunds r ON r.tenant_id = b.tenant_id AND r.bill_id = b.bill_id WHERE b.tenant_id = ?
    GROUP BY b.bill_id HAVING sum(r.amount_minor) > b.net_minor OR sum(r.restored_points) > b.redeemed_points
"""
_TOLD_OF = """
    SELECT refund_id FROM refunds WHERE tenant_id = ? UNION
    SELECT b.bill_id FROM reviews r JOIN bills b ON b.tenant_id = r.tenant_id
        AND b.number = json_extract(r.facts, '$.bill') WHERE r.tenant_id = ? AND r.kind = 'RETURNED_TWICE'
"""
_OVER_TAKEN = """
    SELECT e.entry_id, e.points, sum(r.points) FROM entries e
    JOIN entries r ON r.tenant_id = e.tenant_id AND r.corrects = e.entry_id AND r.kind = 'REVERSE'
    WHERE e.tenant_id = ? GROUP BY e.entry_id HAVING -sum(r.points) > e.points
"""
_GIFTS = "SELECT entry_id, cause, corrects, points FROM entries WHERE reason = 'TIER_CHANGE'"
_RISES = """
    SELECT count(*) FROM tier_changes
    WHERE tenant_id = ? AND kind = 'UPGRADE' AND (reason = 'bill' OR reason LIKE 'rule %')
"""
_KEPT = """
    SELECT g.member_id, g.cause, f.change_id FROM entries g JOIN tier_changes f
        ON f.tenant_id = g.tenant_id AND f.member_id = g.member_id AND f.occurred_at >= g.occurred_at
        AND f.reason = 'refund' AND f.kind = 'DOWNGRADE'
    WHERE g.tenant_id = ? AND g.reason = 'TIER_CHANGE' AND g.kind = 'BONUS'
        AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.tenant_id = g.tenant_id AND r.corrects = g.entry_id)
        AND NOT EXISTS (SELECT 1 FROM tier_changes p WHERE p.tenant_id = g.tenant_id AND p.member_id = g.member_id
            AND p.reason = 'period' AND p.occurred_at BETWEEN g.occurred_at AND f.occurred_at)
"""
_SETTLED_THERE = frozenset({"EXPIRE", "UNEXPIRE"})  # a history's: the server posts as much as its own lots need


def g5_convergence(world: World) -> None:
    """Every counter knows what the server knows, byte for byte, and holds the rights that the server keeps aside."""
    with world.centre.desk.store.reading() as truth:
        for counter in joined(world):
            with counter.desk.store.reading() as uow:
                _same_members(world, counter, truth, uow)
                _same_leases(world, counter, truth, uow)


def _same_members(world: World, counter: Counter, truth: UnitOfWork, uow: UnitOfWork) -> None:
    theirs, mine = (set(one.members.ids_after("", limit=10_000)) for one in (truth, uow))
    assert theirs <= mine, f"G5 {counter.code} does not know {theirs - mine}"
    is_excused = world.restores or world.centre.disk.rows(_WAITING, TENANT) or never_sent(counter)
    assert theirs == mine or is_excused, f"G5 {counter.code}: nobody else knows {mine - theirs}"
    for member_id in sorted(theirs):
        _same_member(counter, member_id, truth, uow)


def _same_member(counter: Counter, member_id: str, truth: UnitOfWork, uow: UnitOfWork) -> None:
    store_id = STORES[int(counter.code[1:]) - 1]
    known = feed.known_since(truth.scope, store_id=store_id, member_ids=[member_id])  # type: ignore[attr-defined]
    image = whole_image if member_id in known else slim_image
    wanted, found = image(truth, member_id), image(uow, member_id)
    assert _bytes(wanted) == _bytes(found), f"G5 {counter.code}: {member_id}\nserver  {wanted}\ncounter {found}"
    if member_id in known:
        theirs, told = truth.ledger.of_member(member_id), uow.shared.lines_of_member(member_id)
        assert list(theirs) == list(told), f"G5 {counter.code}: lines of {member_id}\nserver  {theirs}\ncounter {told}"


def _same_leases(world: World, counter: Counter, truth: UnitOfWork, uow: UnitOfWork) -> None:
    epoch, code = uow.journal.head().epoch, counter.code
    known = _in_epoch(uow.leases.of_counter(code), epoch)
    held = _in_epoch(truth.leases.of_counter(code), epoch)
    # Rights granted while it was taking its snapshot it hears of with the next; nobody can use them until then.
    held = {member_id: lease for member_id, lease in held.items() if lease.spent or member_id in known}
    if not world.restores and not world.centre.disk.rows(_WAITING, TENANT):
        assert held == known, f"G5 {code}: leases\nserver  {held}\ncounter {known}"


def _in_epoch(leases: Sequence[CounterLease], epoch: int) -> dict[str, Lease]:
    """When rights end matters while there are any."""
    found = {one.member_id: one.lease for one in leases if one.epoch == epoch}
    return {
        member_id: lease if lease.outstanding else replace(lease, usable_until=None)
        for member_id, lease in found.items()
    }


def _bytes(image: Image) -> bytes:
    return canonical(image_to_plain(image))


def g7_receipts_agree_with_the_ledger(world: World) -> None:
    """Each bill at the server is as its counter printed it, and so is what it moved."""
    bills = {row[0]: row for row in world.centre.disk.rows(f"{_BILLS} WHERE tenant_id = ?", TENANT)}
    entries = {row[0]: row for row in world.centre.disk.rows(f"{_ENTRIES} WHERE tenant_id = ?", TENANT)}
    for counter in joined(world):
        waits, apart = bool(world.centre.disk.rows(_WAITING, TENANT)), _never_told(counter)
        otherwise = _risen_otherwise(world, counter)
        apart |= _judged(world, counter) | otherwise
        world.seen["a tier that rose or fell otherwise at the server"] += bool(otherwise)
        for row in counter.disk.rows(_BILLS):
            if row[0] in bills or not (waits or row[0] in apart):
                assert bills.get(row[0]) == row, f"G7 {counter.code}: printed {row}, stored {bills.get(row[0])}"
        for row in counter.disk.rows(_ENTRIES):
            if row[1] not in _SETTLED_THERE and (row[0] in entries or not (waits or row[0] in apart)):
                assert entries.get(row[0]) == row, f"G7 {counter.code}: posted {row}, stored {entries.get(row[0])}"


def _judged(world: World, counter: Counter) -> set[str]:
    """Entries of returns that the server reckoned anew, or refused and told of: no such entry is posted there."""
    posted = {row[0] for row in world.centre.disk.rows(f"{_ENTRIES} WHERE tenant_id = ?", TENANT)}
    known = {row[0] for row in world.centre.disk.rows(_TOLD_OF, TENANT, TENANT)}
    returned = counter.disk.rows(f"{_ENTRIES} WHERE cause IN (SELECT refund_id FROM refunds)")
    as_sealed = {cause for entry_id, _, _, cause in returned if entry_id in posted}
    of_bill = dict(counter.disk.rows("SELECT refund_id, bill_id FROM refunds"))
    judged = {cause for *_, cause in returned if cause in known or of_bill[cause] in known} - as_sealed
    return {entry_id for entry_id, _, _, cause in returned if cause in judged}


def _risen_otherwise(world: World, counter: Counter) -> set[str]:
    """Gifts for tiers that rose or fell otherwise at the server: it neither brought nor took back anything there."""
    done = {_deed(*row[1:3]) for row in world.centre.disk.rows(f"{_GIFTS} AND tenant_id = ?", TENANT)}
    return {row[0] for row in counter.disk.rows(_GIFTS) if _deed(*row[1:3]) not in done}


def _deed(cause: str, corrects: str | None) -> tuple[str, ...]:
    """What a gift was brought for, a bill and its tier, or what took it back: whoever was merged into whom."""
    return (cause, corrects) if corrects else tuple(cause.split(" ", 3)[2:])


def g7_a_new_tier_brings_its_points_once(world: World) -> None:
    """At the server, for each time a tier rises there, and for no other."""
    gifts = world.centre.disk.rows(f"{_GIFTS} AND kind = 'BONUS' AND tenant_id = ?", TENANT)
    ((rises,),) = world.centre.disk.rows(_RISES, TENANT)
    causes = [row[1] for row in gifts]
    assert len(set(causes)) == len(causes) == rises, f"G7 {rises} rises brought {gifts}"
    assert all(row[3] == GIFT for row in gifts), f"G7 {gifts}"
    kept = world.centre.disk.rows(_KEPT, TENANT)
    assert not kept, f"G7 brought for a tier that a refund took: {kept}"


def g13_nothing_comes_back_twice(world: World) -> None:
    """No bill gives back more than it was sold for, and no earning more points than it was."""
    over = world.centre.disk.rows(_OVER_RETURNED, TENANT)
    assert not over, f"G13 more came back than was sold: {over}"
    taken = world.centre.disk.rows(_OVER_TAKEN, TENANT)
    assert not taken, f"G13 more was taken of an earning than it was: {taken}"


def g9_everything_arrived(world: World) -> None:
    """Each event of every chain is at the server, but for those in whose place another machine's stand."""
    for counter in joined(world):
        gone = never_sent(counter)
        for epoch, seq, link in counter.disk.rows("SELECT epoch, seq, hash FROM events"):
            if not _is_within(gone, ChainPoint(epoch, seq)):
                there = world.received.get((counter.code, epoch, seq))
                assert there == bytes(link), f"G9 {counter.code}: event {epoch}/{seq} is not at the server"


def _never_told(counter: Counter) -> set[str]:
    """The bills and entries of events in whose place another machine's stand."""
    gone = never_sent(counter)
    sealed = counter.disk.rows("SELECT epoch, seq, body FROM events") if gone else ()
    bodies = [json.loads(body) for epoch, seq, body in sealed if _is_within(gone, ChainPoint(epoch, seq))]
    entries = {entry["entry_id"] for body in bodies for entry in body.get("entries", ())}
    return entries | {body["bill"]["bill_id"] for body in bodies if "bill" in body}


def _is_within(gone: list[tuple[ChainPoint, ChainPoint]], point: ChainPoint) -> bool:
    return any(after < point <= until for after, until in gone)


def never_sent(counter: Counter) -> list[tuple[ChainPoint, ChainPoint]]:
    with counter.desk.store.reading() as uow:
        found = [*uow.shared.reviews(is_open=True), *uow.shared.reviews(is_open=False)]
    return [_stretch(one) for one in found if one.kind == "NEVER_SENT"]


def _stretch(review: Review) -> tuple[ChainPoint, ChainPoint]:
    facts = review.facts
    return ChainPoint(facts["epoch"], facts["after"]), ChainPoint(facts["until_epoch"], facts["until"])


def g11_the_books_hold(world: World) -> None:
    for counter in world.counters:
        faults = books.verify(counter.desk).faults
        assert not faults, f"G11 {counter.code}: {faults}"
    faults = server_books.verify(world.centre.desk).faults
    assert not faults, f"G11 server: {faults}"


def g12_tenants_are_separate(world: World, before: str) -> None:
    assert neighbour(world.centre) == before, "G12 another tenant's rows have changed"


def neighbour(centre: Centre) -> str:
    """Every row of the other tenant in one hash."""
    return hashlib.sha256(repr(list(_rows(centre))).encode()).hexdigest()


def _rows(centre: Centre) -> Iterator[object]:
    tables = centre.disk.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for name, sql in tables:
        if "tenant_id" in sql and name != "tenants":
            yield name, sorted(centre.disk.rows(f"SELECT * FROM {name} WHERE tenant_id = ?", OTHER), key=repr)


def no_bill_is_priced_otherwise(world: World) -> None:
    """The server prices each bill again by the same rules."""
    found = world.centre.disk.rows("SELECT facts FROM reviews WHERE tenant_id = ? AND kind = 'PRICE'", TENANT)
    assert not found, f"priced otherwise: {found}"


def joined(world: World) -> list[Counter]:
    return [one for one in world.counters if (link := one.link()) is not None and link.bond is Bond.ACTIVE]
