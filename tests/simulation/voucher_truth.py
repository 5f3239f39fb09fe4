"""What must hold of vouchers in a chain, seen by one who looks into every store at once."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.vouchers import MoveKind
from app.services.keeping import books
from server.ledgers import books as server_books
from tests.simulation.centre import TENANT
from tests.simulation.counter import Counter
from tests.simulation.disk import Disk
from tests.simulation.ending import joined
from tests.simulation.world import World

_MOVES = """
    SELECT m.voucher_id, m.kind, m.cause, v.reward_id FROM voucher_moves m
    JOIN vouchers v ON v.tenant_id = m.tenant_id AND v.voucher_id = m.voucher_id
"""
_AT_THE_SERVER = "SELECT voucher_id FROM vouchers WHERE tenant_id = ? AND holder = '' AND status = 'PENDING'"
_AT_A_COUNTER = """
    SELECT v.voucher_id FROM vouchers v JOIN counters c ON c.counter_code = v.holder AND c.epoch = v.holder_epoch
    WHERE v.holder = ? AND v.status IN ('PENDING', 'BLANK')
"""
_HELD = """
    SELECT voucher_id, reward_id, status = 'BLANK' FROM vouchers
    WHERE tenant_id = ? AND holder = ? AND status IN ('PENDING', 'BLANK')
"""
_MOVED = """
    SELECT member_id, -sum(points) FROM entries WHERE tenant_id = ? AND kind IN ('REWARD', 'RESTORE')
    GROUP BY member_id
"""
_COST = """
    SELECT member_id, sum(json_extract(facts, '$.cost')) FROM vouchers
    WHERE tenant_id = ? AND status IN ('PENDING', 'FULFILLED') GROUP BY member_id
"""
_STANDING = "SELECT voucher_id, status, used_for FROM vouchers WHERE status <> 'BLANK'"
_CANCELLED = "SELECT bill_id FROM refunds WHERE tenant_id = ? AND kind = 'CANCEL'"
_TOLD = "SELECT json_extract(facts, '$.voucher') FROM reviews WHERE tenant_id = ? AND kind = 'VOUCHER_TWICE'"
_GAVE = "SELECT bill_id FROM bill_rules WHERE tenant_id = ?"
_BROUGHT = """
    SELECT json_extract(facts, '$.entry_id'), status = 'PENDING' AND (holder = '' OR NOT wanted) FROM vouchers
    WHERE tenant_id = ? AND json_extract(facts, '$.cost') = 0
"""
_USES = (MoveKind.SPENT.value, MoveKind.HANDED_OVER.value)
_ENDS = (MoveKind.CANCELLED.value, MoveKind.EXPIRED.value)
_STOCK = {"cream": 2, "cinema": 1}


@dataclass
class Risks:
    """What people chose to risk when they gave a counter up: vouchers it might use, and stock it might give out."""

    vouchers: set[str] = field(default_factory=set)
    blanks: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def take(self, world: World, counter: Counter) -> None:
        for voucher_id, reward_id, is_blank in world.centre.disk.rows(_HELD, TENANT, counter.code):
            self.vouchers.add(voucher_id)
            if is_blank:
                self.blanks[reward_id].add(voucher_id)


@dataclass
class _Life:
    """All that any store knows to have happened to one voucher."""

    reward_id: str = ""
    is_issued: bool = False
    used_for: set[str] = field(default_factory=set)
    came_back: set[str] = field(default_factory=set)
    is_over: bool = False

    @property
    def uses(self) -> set[str]:
        return self.used_for - self.came_back


def check(world: World, risks: Risks) -> None:
    """What holds at every moment, looked at where something has moved."""
    if not any(disk.has_moved() for disk in _disks(world)):
        return
    lives = _lives(world)
    v1_used_once(lives, risks)
    v2_no_more_than_there_are(lives, risks)
    v3_one_may_use_it(world, risks)
    v4_points_are_what_vouchers_cost(world)


def v1_used_once(lives: dict[str, _Life], risks: Risks) -> None:
    """On one live bill in the whole chain, and not on one when its points were given back."""
    for voucher_id, life in lives.items():
        if voucher_id not in risks.vouchers:
            assert len(life.uses) + life.is_over <= 1, f"V1 {voucher_id} used twice, or given back as well: {life}"


def v2_no_more_than_there_are(lives: dict[str, _Life], risks: Risks) -> None:
    for reward_id, stock in _STOCK.items():
        out = sum(life.is_issued and not life.is_over for life in lives.values() if life.reward_id == reward_id)
        assert out <= stock + len(risks.blanks[reward_id]), f"V2 {out} of {reward_id} are out; there are {stock}"


def v3_one_may_use_it(world: World, risks: Risks) -> None:
    """No two desks could use a voucher at one instant, nor give out one of the same stock."""
    may: dict[str, list[str]] = defaultdict(list)
    for (voucher_id,) in world.centre.disk.rows(_AT_THE_SERVER, TENANT):
        may[voucher_id].append("server")
    for counter in world.counters:
        for (voucher_id,) in counter.disk.rows(_AT_A_COUNTER, counter.code):
            may[voucher_id].append(counter.code)
    twice = {one: who for one, who in may.items() if len(who) > 1 and one not in risks.vouchers}
    assert not twice, f"V3 several may use one voucher: {twice}"


def v4_points_are_what_vouchers_cost(world: World) -> None:
    """At the server each member is short of what their live vouchers cost, to the hundredth."""
    moved = {member: points for member, points in world.centre.disk.rows(_MOVED, TENANT) if points}
    cost = {member: points for member, points in world.centre.disk.rows(_COST, TENANT) if points}
    assert moved == cost, f"V4 vouchers took {moved} and cost {cost}"


def check_end(world: World) -> None:
    """Once everybody has said everything."""
    there = {row[0]: row for row in world.centre.disk.rows(f"{_STANDING} AND tenant_id = ?", TENANT)}
    for counter in joined(world):
        for row in counter.disk.rows(_STANDING):
            assert there.get(row[0]) == row, f"V5 {counter.code} believes {row}, the server {there.get(row[0])}"
    back = {bill_id for (bill_id,) in world.centre.disk.rows(_CANCELLED, TENANT)}
    stuck = [row for row in there.values() if row[2] in back]
    assert not stuck, f"V6 the bill came back, the voucher did not: {stuck}"
    _v7_what_was_used_twice_is_said(world)
    _v9_bills_have_what_they_brought(world, back)
    for name, faults in _faults(world):
        assert not faults, f"V8 {name}: {faults}"


def _v7_what_was_used_twice_is_said(world: World) -> None:
    codes = dict(world.centre.disk.rows("SELECT voucher_id, code FROM vouchers WHERE tenant_id = ?", TENANT))
    said = {code for (code,) in world.centre.disk.rows(_TOLD, TENANT)}
    twice = [one for one, life in _lives_in([world.centre.disk]).items() if len(life.uses) > 1]
    unsaid = [one for one in twice if codes[one] not in said]
    assert not unsaid, f"V7 used twice, and nobody is told: {unsaid}"


def _v9_bills_have_what_they_brought(world: World, back: set[str]) -> None:
    """One voucher for each rule that gave one; where the bill has been cancelled it is gone, or was asked back."""
    gave = Tally(bill_id for (bill_id,) in world.centre.disk.rows(_GAVE, TENANT))
    brought = list(world.centre.disk.rows(_BROUGHT, TENANT))
    assert Tally(bill_id for bill_id, _ in brought) == gave, f"V9 rules gave {gave}, and there are {brought}"
    good = [bill_id for bill_id, is_good in brought if bill_id in back and is_good]
    assert not good, f"V9 cancelled, and what they brought is good: {good}"


def _faults(world: World) -> Iterator[tuple[str, object]]:
    yield "server", server_books.verify(world.centre.desk).faults
    for counter in world.counters:
        yield counter.code, books.verify(counter.desk).faults


def _disks(world: World) -> list[Disk]:
    return [world.centre.disk, *(counter.disk for counter in world.counters)]


def _lives(world: World) -> dict[str, _Life]:
    return _lives_in(_disks(world))


def _lives_in(disks: list[Disk]) -> dict[str, _Life]:
    lives: dict[str, _Life] = defaultdict(_Life)
    for disk in disks:
        for voucher_id, kind, cause, reward_id in disk.rows(_MOVES):
            life = lives[voucher_id]
            life.reward_id, life.is_issued = reward_id, life.is_issued or kind == MoveKind.ISSUED.value
            if kind in _USES:
                life.used_for.add(cause)
            elif kind == MoveKind.RETURNED.value:
                life.came_back.add(cause)
            life.is_over = life.is_over or kind in _ENDS
    return lives
