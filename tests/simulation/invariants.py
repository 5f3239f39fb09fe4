"""What must hold of a world after every step, each promise of the design as a function of its own."""

from __future__ import annotations

from app.services.images import Image, image_to_plain, slim_image, whole_image
from app.services.journal import canonical
from app.services.ports import Bond, UnitOfWork
from server import feed
from tests.simulation.counter import Counter
from tests.simulation.disk import Disk
from tests.simulation.world import STORES, World

_UNBALANCED = """
    SELECT b.member_id, b.points, b.debt,
        (SELECT coalesce(sum(l.points_left), 0) FROM lots l
            WHERE l.member_id = b.member_id AND l.tenant_id = b.tenant_id) AS standing,
        (SELECT coalesce(sum(u.points), 0) FROM lot_uses u
            WHERE u.member_id = b.member_id AND u.tenant_id = b.tenant_id AND u.lot_id = '') AS owed
    FROM balances b WHERE b.points <> standing - owed OR b.debt <> owed
"""
_UNPOSTED = """
    SELECT b.member_id, b.points, coalesce(sum(e.points), 0) AS posted
    FROM balances b LEFT JOIN entries e ON e.member_id = b.member_id AND e.tenant_id = b.tenant_id
    WHERE b.tenant_id = 'shop' GROUP BY b.member_id HAVING b.points <> posted
"""
_HALVES = """
    SELECT (SELECT count(*) FROM bills),
        (SELECT count(DISTINCT bill_id) FROM bill_lines),
        (SELECT count(*) FROM events WHERE kind = 'bill'),
        (SELECT count(*) FROM print_jobs WHERE document = 'receipt' AND copy = 0)
"""
_ENTRIES = """
    SELECT (SELECT count(*) FROM entries),
        (SELECT coalesce(sum(json_array_length(CAST(body AS TEXT), '$.entries')), 0) FROM events)
"""


def g1_saved_means_saved(counter: Counter) -> None:
    """Every bill whose receipt was given is there."""
    here = {row[0] for row in counter.disk.rows("SELECT bill_id FROM bills")}
    missing = counter.receipts.keys() - here
    assert not missing, f"{counter.code} has lost bills {sorted(missing)}"


def g2_all_or_nothing(counter: Counter) -> None:
    """Bills, their lines, their events and their print jobs are as many; entries stand in events."""
    ((bills, lines, events, prints),) = counter.disk.rows(_HALVES)
    assert bills == lines == events == prints, f"{counter.code}: {bills=} {lines=} {events=} {prints=}"
    ((entries, sealed),) = counter.disk.rows(_ENTRIES)
    assert entries == sealed, f"{counter.code}: {entries} entries, {sealed} sealed"


def g3_one_effect(world: World) -> None:
    """No entry stands twice at the server."""
    twice = world.centre.disk.rows("SELECT entry_id FROM entries GROUP BY tenant_id, entry_id HAVING count(*) > 1")
    assert not twice, f"applied twice: {twice}"


def g4_no_points_from_nothing(name: str, disk: Disk) -> None:
    """Balances are what lots and debts come to."""
    unbalanced = disk.rows(_UNBALANCED)
    assert not unbalanced, f"{name}: {unbalanced}"


def g4_every_point_was_posted(world: World) -> None:
    """At the server balances are the sum of the entries, too."""
    unposted = world.centre.disk.rows(_UNPOSTED)
    assert not unposted, f"server: {unposted}"


def g5_convergence(world: World) -> None:
    """After everything was said, every counter knows what the server knows, byte for byte."""
    with world.centre.desk.store.reading() as truth:
        for counter in world.counters:
            store_id = STORES[int(counter.code[1:]) - 1]
            link = counter.link()
            if link is not None and link.bond is Bond.ACTIVE:
                with counter.desk.store.reading() as uow:
                    _same(counter, store_id, truth, uow)


def _same(counter: Counter, store_id: str, truth: UnitOfWork, uow: UnitOfWork) -> None:
    theirs, mine = truth.members.ids_after("", limit=10_000), uow.members.ids_after("", limit=10_000)
    assert list(theirs) == list(mine), f"{counter.code}: other members than the server"
    for member_id in theirs:
        is_whole = feed.known_since(truth.scope, store_id=store_id, member_id=member_id) is not None  # type: ignore[attr-defined]
        image = whole_image if is_whole else slim_image
        wanted, found = image(truth, member_id), image(uow, member_id)
        assert _bytes(wanted) == _bytes(found), f"{counter.code}: {member_id}\nserver  {wanted}\ncounter {found}"
        if is_whole:
            server_lines, counter_lines = truth.ledger.of_member(member_id), uow.shared.lines_of_member(member_id)
            assert list(server_lines) == list(counter_lines), f"{counter.code}: lines of {member_id}"
    epoch = uow.journal.head().epoch
    held = {one.member_id: one.lease for one in truth.leases.of_counter(counter.code) if one.epoch == epoch}
    known = {one.member_id: one.lease for one in uow.leases.of_counter(counter.code) if one.epoch == epoch}
    assert held == known, f"{counter.code}: leases\nserver  {held}\ncounter {known}"


def _bytes(image: Image) -> bytes:
    return canonical(image_to_plain(image))


def check(world: World) -> None:
    """What holds at every moment, looked at where something has moved."""
    if world.centre.disk.has_moved():
        g3_one_effect(world)
        g4_no_points_from_nothing("server", world.centre.disk)
        g4_every_point_was_posted(world)
    for counter in world.counters:
        if counter.disk.has_moved():
            g1_saved_means_saved(counter)
            g2_all_or_nothing(counter)
            g4_no_points_from_nothing(counter.code, counter.disk)


def check_end(world: World) -> None:
    """What holds once everybody has said everything."""
    check(world)
    g5_convergence(world)
