"""What must hold of a world after every step, each promise of the design as a function of its own."""

from __future__ import annotations

from collections.abc import Mapping

from app.services.ports import Review
from server.ledgers import feed
from tests.simulation.centre import TENANT
from tests.simulation.counter import Counter
from tests.simulation.disk import Disk
from tests.simulation.world import GIFT, NEWER_KIND, STORES, World

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
    WHERE b.tenant_id = ? GROUP BY b.member_id HAVING b.points <> posted
"""
_HALVES = """
    SELECT (SELECT count(*) FROM bills),
        (SELECT count(DISTINCT bill_id) FROM bill_lines),
        (SELECT count(*) FROM bills WHERE net_minor > 0
            AND bill_id NOT IN (SELECT bill_id FROM bill_tenders) AND redeemed_minor < net_minor),
        (SELECT count(*) FROM events WHERE kind = 'bill'),
        (SELECT count(*) FROM print_jobs WHERE document = 'receipt' AND copy = 0)
"""
_ENTRIES = """
    SELECT (SELECT count(*) FROM entries),
        (SELECT coalesce(sum(json_array_length(CAST(body AS TEXT), '$.entries')), 0) FROM events)
"""
_OVERDRAWN = """
    SELECT member_id, sum(points) FROM lot_uses
    WHERE tenant_id = ? AND lot_id = '' AND stands_for = '' GROUP BY member_id
"""
_GIVEN_UP = "SELECT member_id, sum(written_off) FROM leases WHERE tenant_id = ? GROUP BY member_id"
_REVERSED = """
    SELECT member_id, -sum(points) FROM entries WHERE tenant_id = ? AND kind = 'REVERSE' GROUP BY member_id
"""
_KNOWN = """
    SELECT member_id, points FROM balances WHERE tenant_id = ?
    AND member_id NOT IN (SELECT member_id FROM entries WHERE kind IN ('EXPIRE', 'MERGE_IN', 'MERGE_OUT'))
"""
_STANDING = """
    SELECT b.member_id, b.points - coalesce((
        SELECT sum(json_extract(e.value, '$.points')) FROM events v, json_each(CAST(v.body AS TEXT), '$.entries') e
        WHERE (v.epoch, v.seq) > (?, ?) AND json_extract(e.value, '$.member_id') = b.member_id
    ), 0) FROM balances b
"""
_RISEN = "SELECT change_id FROM tier_changes WHERE member_id = ? AND kind = 'UPGRADE' AND to_tier = 'Silver'"
_UNSEALED_GIFTS = """
    SELECT lot_id FROM lots WHERE member_id = ? AND points = ? AND lot_id NOT IN (
        SELECT json_extract(e.value, '$.entry_id') FROM events v, json_each(CAST(v.body AS TEXT), '$.entries') e
    )
"""
_OVERUSED = """
    SELECT l.member_id, l.granted, l.spent, l.returned FROM leases l JOIN counters c
        ON c.counter_code = l.counter_code AND c.epoch = l.epoch WHERE l.granted < l.spent + l.returned
"""
_UNCOUNTED = """
    WITH said AS (
        SELECT json_extract(e.value, '$.entry_id') AS entry_id, json_extract(e.value, '$.member_id') AS member_id,
            json_extract(e.value, '$.kind') AS kind, json_extract(e.value, '$.points') AS points,
            json_extract(e.value, '$.corrects') AS corrects
        FROM links, events v JOIN counters c USING (counter_code, epoch), json_each(CAST(v.body AS TEXT), '$.entries') e
    )
    SELECT member_id, -sum(points) AS used, (SELECT l.spent FROM leases l JOIN counters c USING (counter_code, epoch)
        WHERE l.member_id = said.member_id) AS spent
    FROM said WHERE points < 0 AND kind IN ('REDEEM', 'ADJUST')
        OR kind = 'RESTORE' AND corrects IN (SELECT entry_id FROM said)
    GROUP BY member_id HAVING used > coalesce(spent, 0)
"""
_LATE = """
    SELECT member_id FROM leases WHERE tenant_id = ? AND written_off > 0 AND spent + written_off > granted
"""
_SAID = """
    SELECT 1 FROM reviews WHERE tenant_id = ? AND kind = 'OVER_LIMIT'
    AND json_extract(facts, '$.spent."' || ? || '"') IS NOT NULL
"""
_QUARANTINED = """
    SELECT o.code, i.kind, o.detail FROM outcomes o JOIN inbox i ON i.tenant_id = o.tenant_id
        AND i.counter_code = o.counter_code AND i.epoch = o.epoch AND i.seq = o.seq
    WHERE o.tenant_id = ? AND o.status = 'QUARANTINED'
"""
_OUR_FAULT = frozenset({"SHAPE", "INVARIANT", "CONFLICT", "PLACE-WRONG", "BODY-UNREADABLE", "EXPIRY-FOREIGN"})
_RECEIVED = "SELECT counter_code, epoch, seq, hash FROM inbox WHERE tenant_id = ?"
_HELD = "SELECT counter_code, epoch, seq, subject FROM held_subjects WHERE tenant_id = ?"
_AFTER = """
    SELECT json_extract(e.value, '$.entry_id') FROM events v, json_each(CAST(v.body AS TEXT), '$.entries') e
    WHERE (v.epoch, v.seq) > (?, ?) AND json_extract(e.value, '$.member_id') = ?
"""
_POSTED = "SELECT 1 FROM entries WHERE tenant_id = ? AND entry_id = ?"
_UNSEEN = """
    SELECT o.counter_code, o.epoch, o.seq FROM outcomes o WHERE o.tenant_id = ? AND o.status = 'QUARANTINED'
    AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.tenant_id = o.tenant_id
        AND json_extract(r.facts, '$.counter') = o.counter_code AND json_extract(r.facts, '$.epoch') = o.epoch
        AND json_extract(r.facts, '$.seq') = o.seq)
"""


def g1_saved_means_saved(counter: Counter) -> None:
    """Every bill whose receipt was given is there."""
    here = {row[0] for row in counter.disk.rows("SELECT bill_id FROM bills")}
    missing = counter.receipts.keys() - here
    assert not missing, f"G1 {counter.code} has lost bills {sorted(missing)}"


def g2_all_or_nothing(counter: Counter) -> None:
    """Bills, their lines, tenders, events and print jobs belong together; entries stand in events."""
    ((bills, lines, unpaid, events, prints),) = counter.disk.rows(_HALVES)
    assert bills == lines == events == prints, f"G2 {counter.code}: {bills=} {lines=} {events=} {prints=}"
    assert not unpaid, f"G2 {counter.code}: {unpaid} bills without a tender"
    ((entries, sealed),) = counter.disk.rows(_ENTRIES)
    assert entries == sealed, f"G2 {counter.code}: {entries} entries, {sealed} sealed"


def g3_one_effect(world: World) -> None:
    """No entry stands twice at the server."""
    twice = world.centre.disk.rows("SELECT entry_id FROM entries GROUP BY tenant_id, entry_id HAVING count(*) > 1")
    assert not twice, f"G3 applied twice: {twice}"


def g4_no_points_from_nothing(name: str, disk: Disk) -> None:
    """Balances are what lots and debts come to."""
    unbalanced = disk.rows(_UNBALANCED)
    assert not unbalanced, f"G4 {name}: {unbalanced}"


def g4_every_point_was_posted(world: World) -> None:
    """At the server balances are the sum of the entries, too."""
    unposted = world.centre.disk.rows(_UNPOSTED, TENANT)
    assert not unposted, f"G4 server: {unposted}"


def g6_bounded_overdraft(world: World) -> None:
    """A card is overdrawn by no more than floors, write-offs and goods that came back: nothing, by default."""
    given_up = _by_member(world, _GIVEN_UP)
    for member_id, points in given_up.items():
        more = max(0, points - world.written_off.get(member_id, 0))
        world.risked[member_id] += more
        world.seen["rights written off"] += more > 0
    world.written_off = dict(given_up)
    if not world.is_trusted:
        return
    reversed_ = _by_member(world, _REVERSED)
    for member_id, points in _by_member(world, _OVERDRAWN).items():
        bound = len(STORES) * world.floor_max + world.risked[member_id] + reversed_.get(member_id, 0)
        assert points <= bound, f"G6 {member_id} is overdrawn by {points}, of {bound}"
        world.seen["an overdraft"] += 1


def g9_nothing_is_thrown_away(world: World) -> None:
    """What was ever taken in is there, the same; what cannot be posted is shown to a person."""
    found = {row[:3]: bytes(row[3]) for row in world.centre.disk.rows(_RECEIVED, TENANT)}
    lost = [place for place, link in world.received.items() if found.get(place) != link]
    assert not lost, f"G9 the server has lost {lost}"
    world.received = found
    unseen = world.centre.disk.rows(_UNSEEN, TENANT)
    assert not unseen, f"G9 quarantined and not shown: {unseen}"


def g3_forks_are_real(world: World) -> None:
    """No machine is taken for two while nobody has copied its file."""
    found = world.centre.disk.rows("SELECT facts FROM reviews WHERE tenant_id = ? AND kind = 'FORK'", TENANT)
    assert world.may_fork or not found, f"G3 taken for two: {found}"


def g5_own_events_on_top(world: World, counter: Counter) -> None:
    """A counter that was just told everything knows that, and what it did itself since."""
    link = counter.link() if counter.is_active and not world.may_fork else None
    if link is None:
        return
    with world.centre.store.reading() as truth, counter.desk.store.reading() as uow:
        is_behind = link.position != feed.position_of(truth.journal.head())
        if is_behind or any(_is_its_own(one, counter) for one in uow.shared.reviews(is_open=True)):
            return
        known = dict(world.centre.disk.rows(_KNOWN, TENANT))
        for member_id, points in counter.disk.rows(_STANDING, link.told.epoch, link.told.seq):
            if member_id in known and points != known[member_id]:
                ahead = _foretold(world, counter, member_id)
                assert points == known[member_id] + ahead, (
                    f"G5 {counter.code}: {member_id} has {points}, not {known[member_id]} with {ahead}"
                )


def _foretold(world: World, counter: Counter, member_id: str) -> int:
    """What a counter expects of a bill it has not sent: on top of what it was told the bill leads to a new tier."""
    centre = world.centre.disk
    posted = {one for (one,) in centre.rows("SELECT entry_id FROM entries WHERE member_id = ?", member_id)}
    counted = {one for (one,) in centre.rows("SELECT change_id FROM tier_changes WHERE member_id = ?", member_id)}
    if not {one for (one,) in counter.disk.rows(_RISEN, member_id)} - counted:
        return 0
    return GIFT * len({one for (one,) in counter.disk.rows(_UNSEALED_GIFTS, member_id, GIFT)} - posted)


def _is_its_own(review: Review, counter: Counter) -> bool:
    """About this counter's own events, and not about another's of its store."""
    return review.facts.get("counter", counter.code) == counter.code


def g6_rights_are_held(counter: Counter) -> None:
    """No counter has used more of its rights than it had."""
    overused = counter.disk.rows(_OVERUSED)
    assert not overused, f"G6 {counter.code} used more than it held: {overused}"


def g6_rights_are_counted(counter: Counter) -> None:
    """What this epoch used and did not give back is what the counter says it used, or less."""
    uncounted = counter.disk.rows(_UNCOUNTED)
    assert not uncounted, f"G6 {counter.code} used more than it says: {uncounted}"


def g6_what_is_overdrawn_is_said(world: World) -> None:
    """Without a floor, points that were not there were spent late, and a person is told."""
    if world.is_trusted and not world.floor_max:
        reversed_ = _by_member(world, _REVERSED)
        for member_id in _by_member(world, _OVERDRAWN):
            is_said = world.centre.disk.rows(_SAID, TENANT, member_id)
            assert is_said or member_id in reversed_, f"G6 {member_id} is overdrawn, and nobody is told"


def g6_late_spends_are_said(world: World) -> None:
    """Rights that were used after they had been written off were not a counter's any more, and a person is told."""
    for (member_id,) in world.centre.disk.rows(_LATE, TENANT):
        assert world.centre.disk.rows(_SAID, TENANT, member_id), f"G6 late spends of {member_id}: nobody is told"


def g9_only_what_is_strange_waits(world: World) -> None:
    """An event of this program is kept waiting for what happened to its member or counter, never for its shape."""
    found = world.centre.disk.rows(_QUARANTINED, TENANT)
    strange = [row for row in found if row[0] in _OUR_FAULT or (row[0] == "KIND-UNKNOWN" and row[1] != NEWER_KIND)]
    if world.may_fork:  # two machines gave one number, or one did before and after it was put back
        strange = [row for row in strange if "bills.number" not in row[2]]
    assert not strange, f"G9 quarantined without need: {strange}"


def g9_what_depends_waits(world: World) -> None:
    """Nothing is posted of a member about whom the same counter said something before that still waits."""
    for code, epoch, seq, subject in world.centre.disk.rows(_HELD, TENANT):
        sealed_by = [one for one in world.counters if one.code == code and _has(one, world.received, epoch, seq)]
        for counter in sealed_by:  # of two that live as one, the other knows nothing of it
            later = counter.disk.rows(_AFTER, epoch, seq, subject)
            for (entry_id,) in later:
                posted = world.centre.disk.rows(_POSTED, TENANT, entry_id)
                assert not posted, f"G9 {entry_id} of {code} is posted before {epoch}/{seq}, which waits"


def _has(counter: Counter, received: Mapping[tuple[str, int, int], bytes], epoch: int, seq: int) -> bool:
    """Whether what was taken in from there is this machine's."""
    found = counter.disk.rows("SELECT hash FROM events WHERE epoch = ? AND seq = ?", epoch, seq)
    return [bytes(link) for (link,) in found] == [received.get((counter.code, epoch, seq))]


def g10_nobody_begins_again(world: World, counter: Counter) -> None:
    """While no file was put back a counter is told everything once."""
    position = next((one for (one,) in counter.disk.rows("SELECT position FROM links")), 0)
    assert world.may_fork or position >= counter.position, f"G10 {counter.code} is told everything again"
    counter.position = position


def _by_member(world: World, sql: str) -> Mapping[str, int]:
    return dict(world.centre.disk.rows(sql, TENANT))  # type: ignore[arg-type]


def check(world: World) -> None:
    """What holds at every moment, looked at where something has moved."""
    if world.centre.disk.has_moved():
        g3_one_effect(world)
        g3_forks_are_real(world)
        g4_no_points_from_nothing("server", world.centre.disk)
        g4_every_point_was_posted(world)
        g6_bounded_overdraft(world)
        g6_what_is_overdrawn_is_said(world)
        g6_late_spends_are_said(world)
        g9_nothing_is_thrown_away(world)
        g9_only_what_is_strange_waits(world)
        g9_what_depends_waits(world)
    for counter in world.counters:
        if counter.disk.has_moved():
            g1_saved_means_saved(counter)
            g2_all_or_nothing(counter)
            g4_no_points_from_nothing(counter.code, counter.disk)
            g6_rights_are_held(counter)
            if not world.floor_max:
                g6_rights_are_counted(counter)
            g10_nobody_begins_again(world, counter)
