"""Leases at the server: a card scanned at a counter, rights given when there is time, rights written off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.member import Member
from app.services.chain import granting
from app.services.chain.granting import Holding
from app.services.desk import Desk
from app.services.ports import CounterLease
from app.services.posting import Page
from app.services.records import to_micros
from server.identity import devices
from server.ledgers import feed
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerStore, ServerUnit
from server.rights import recalls
from server.rights.voucher_holds import free
from server.telling.pull import Reader, States
from server.web.problems import Problem
from sync.protocol import ToldRows, Topic


@dataclass(frozen=True, slots=True)
class Scan:
    """A card before a counter, and the rights (hundredths of points) that would do for its bill."""

    wanted: int
    member_id: str | None = None
    card_number: str | None = None


def top_up(desk: Desk, reader: Reader, scan: Scan) -> ToldRows:
    """Give a counter what it can have, and tell it all of the member. What others hold unused is asked back."""
    store = server_store(desk)
    with store.writing() as unit:
        page = Page.open(desk, unit)
        member = _found(unit, scan)
        holding = holding_of(unit, reader.counter_code)
        account = page.account(member)
        granted = granting.top_up(unit, member.member_id, holding, account, wanted=scan.wanted, at=page.at)
        for counter_code in granted.holders:
            recalls.ask(unit.scope, counter_code, member.member_id, at=to_micros(page.at))
        _acquaint(unit, page, reader, member)
        if unit.changes.subjects or granted.holders:
            page.close("grant", {"of": reader.counter_code, "member": member.member_id, "points": granted.points})
        return _told(unit, reader, member, recalled=bool(granted.holders), at=desk.clock.now())


def _found(unit: ServerUnit, scan: Scan) -> Member:
    if scan.card_number is not None:
        holder = unit.members.by_card(scan.card_number)
    else:
        holder = unit.members.by_id(unit.members.holder_of_points(scan.member_id or ""))
    if holder is None:
        raise Problem(404, "MEMBER-UNKNOWN", "That member is not known here yet. Nothing was changed.")
    return holder.member


def holding_of(unit: ServerUnit, counter_code: str) -> Holding:
    """The counter in the epoch it was last heard of in."""
    device = devices.by_code(unit.scope, counter_code)
    assert device is not None, "only an enrolled counter asks"
    return Holding(counter_code, max(device.epoch, _last_epoch(unit, counter_code)))


def _last_epoch(unit: ServerUnit, counter_code: str) -> int:
    return max((one.epoch for one in unit.leases.of_counter(counter_code)), default=0)


def _acquaint(unit: ServerUnit, page: Page, reader: Reader, member: Member) -> None:
    """Whoever is seen at a store for the first time travels there whole from now on."""
    new = feed.acquaint(
        unit.scope,
        store_id=reader.store_id,
        member_ids=[member.member_id],
        position=feed.position_of(page.head) + 1,
        at=to_micros(page.at),
    )
    unit.changes.member(*new)


def _told(unit: ServerUnit, reader: Reader, member: Member, *, recalled: bool, at: datetime) -> ToldRows:
    head = unit.journal.head()
    states, position = States(unit, unit.members.sealer, reader, 0, head), feed.position_of(head)
    subjects = [(Subject(Topic.MEMBER, member.member_id), position)]
    if states.leases({member.member_id}):
        subjects.append((Subject(Topic.LEASE, member.member_id, reader.counter_code), position))
    return ToldRows(
        position=position,
        included=Chains(unit.scope).included(reader.counter_code),
        rows=states.rows(subjects),
        server_ms=to_micros(at) // 1000,
        recalled=recalled,
    )


def write_off(desk: Desk, counter_code: str) -> int:
    """Keep nothing aside any more for a counter that is lost or long silent. Returns points (hundredths)."""
    with server_store(desk).writing() as unit:
        return write_off_within(desk, unit, counter_code)


def write_off_within(desk: Desk, unit: ServerUnit, counter_code: str) -> int:
    """The same, together with what made it necessary."""
    page = Page.open(desk, unit)
    points = end(unit, unit.leases.of_counter(counter_code))
    if free(unit, counter_code) or points:
        page.close("write_off", {"of": counter_code, "points": points})
    return points


def end(unit: ServerUnit, held: Sequence[CounterLease]) -> int:
    """Write these off, and ask for none of them any more."""
    points = granting.write_off(unit, held)
    for one in held:
        recalls.settle(unit.scope, one.counter_code, one.member_id)
    return points


def begin_epoch(unit: ServerUnit, counter_code: str, epoch: int) -> int:
    """A counter that lost the end of its chain cannot use its old rights: they are written off."""
    free(unit, counter_code, before_epoch=epoch)
    return end(unit, [one for one in unit.leases.of_counter(counter_code) if one.epoch < epoch])


def server_store(desk: Desk) -> ServerStore:
    assert isinstance(desk.store, ServerStore), "the server's desk"
    return desk.store
