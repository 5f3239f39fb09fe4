"""Jobs: what the server does by itself, and that each is done by one process at a time."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.domain.entries import EntryKind
from app.domain.lease import NO_LEASE
from app.services.journal import canonical, link_hash
from app.services.members import adjustments, sweeps
from app.services.records import to_micros
from server import alarms, jobs, turns
from server.identity import devices
from server.identity.status import DeviceStatus
from server.intake.repricing import reprice
from server.rights import idle, leases
from server.rights.leases import Scan
from server.telling.pull import Reader
from tests.desks import STAFF
from tests.server.tills import STORE, Office, Till, memory_office


def known(office: Office, till: Till, points: int) -> tuple[str, str]:
    card = till.enrol()
    till.send(office)
    adjustments.adjust(office.desk, card, points=points, reason="gift", staff=STAFF, key=card)
    return card, till.member_id(card)


def outstanding(office: Office, member_id: str) -> dict[str, int]:
    with office.store.reading() as unit:
        return {one.counter_code: one.lease.outstanding for one in unit.leases.of_member(member_id)}


def test_counters_of_a_store_share_half_of_a_card_and_ask_for_no_more(office: Office) -> None:
    first, _ = office.till("A1"), office.till("B1")
    office.till("C1", store_id="elsewhere")
    _, member_id = known(office, first, 1000_00)
    _, poor = known(office, first, 99_00)
    assert idle.grant_idle(office.desk) == 400_00
    assert outstanding(office, member_id) == {"A1": 200_00, "B1": 200_00}
    assert outstanding(office, poor) == {}
    assert idle.grant_idle(office.desk) == 0
    office.clock.advance(office.clock.today.replace(year=2027))
    assert idle.grant_idle(office.desk) == 0


def test_rights_of_the_lost_and_the_silent_are_written_off(office: Office) -> None:
    lost, silent = office.till("A1"), office.till("B1")
    _, member_id = known(office, lost, 1000_00)
    for till in (lost, silent):
        leases.top_up(office.desk, Reader(till.code, STORE), Scan(300_00, member_id=member_id))
    jobs.write_off(office.desk)
    assert outstanding(office, member_id) == {"A1": 300_00, "B1": 300_00}
    with office.store.writing() as unit:
        device = devices.by_code(unit.scope, "A1")
        assert device is not None
        devices.change(unit.scope, replace(device, status=DeviceStatus.LOST), version=device.version)
    jobs.write_off(office.desk)
    assert outstanding(office, member_id) == {"A1": 0, "B1": 300_00}
    lost.wait(days=15)
    jobs.write_off(office.desk)
    assert outstanding(office, member_id) == {"A1": 0, "B1": 0}


def test_points_expire_and_tiers_are_reviewed(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    till.sell(card, ("Medicines", 2000))
    till.send(office)
    till.wait(days=500)
    jobs.expire(office.desk)
    jobs.review_tiers(office.desk)
    with office.store.reading() as unit:
        holder = unit.members.by_card(card)
        assert holder is not None
        assert (holder.member.points, holder.member.tier) == (0, "Bronze")
    office.sound()
    with memory_office(program=None) as empty:
        jobs.review_tiers(empty.desk)
        jobs.give_birthdays(empty.desk)


def test_after_a_week_off_each_lot_expires_once_whoever_sweeps(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four processes wake up at once, and what they find takes several transactions."""
    till = office.till("A1")
    cards = [till.enrol() for _ in range(3)]
    for day in range(3):
        for card in cards:
            till.sell(card, ("Medicines", 100 + day))
        till.wait(days=1)
    till.send(office)
    till.wait(days=365 + 7)
    monkeypatch.setattr(sweeps, "LOTS_A_SWEEP_MAX", 2)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(jobs.expire, [office.desk] * 4))
    with office.store.reading() as unit:
        gone = [one.entry.corrects for one in unit.ledger.all() if one.entry.kind is EntryKind.EXPIRE]
        assert unit.ledger.outstanding() == 0
    assert len(gone) == len(set(gone)) == 9
    office.sound()


def test_a_bill_that_says_something_else_than_it_comes_to_is_raised_once(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    till.sell(card, ("Medicines", 100))
    till.sell(card, ("Medicines", 200))
    enrolment, honest, dear = till.waiting()
    body = json.loads(dear.body)
    body["bill"]["net_minor"] += 100
    sealed = canonical(body)
    dear = replace(dear, body=sealed, hash=link_hash(dear.previous_hash, sealed))
    assert {one.status for one in office.take(till.signed([enrolment, honest, dear])).results} == {"APPLIED"}
    jobs.price_again(office.desk)
    assert not reprice(office.desk)
    ((kind, facts),) = office.reviews()
    assert (kind, facts["differences"]) == ("PRICE", {"net_minor": [201_00, 200_00]})


def test_an_alarm_stands_while_its_cause_does(office: Office) -> None:
    till = office.till("A1")
    with office.store.writing() as unit:
        assert alarms.look(unit.scope, at=to_micros(office.clock.now())) == []
    till.wait(days=2)
    jobs.look(office.desk)
    jobs.look(office.desk)
    with office.store.reading() as unit:
        assert [(one.kind, one.subject) for one in alarms.open_alarms(unit.scope)] == [("SILENT", "A1")]
    with office.store.writing() as unit:
        device = devices.by_code(unit.scope, "A1")
        assert device is not None
        now = to_micros(office.clock.now())
        devices.change(unit.scope, replace(device, last_seen_at=now, clock_offset_ms=-400_000), version=device.version)
        assert [one.kind for one in alarms.look(unit.scope, at=now)] == ["CLOCK"]
    with office.store.reading() as unit:
        assert [one.kind for one in alarms.open_alarms(unit.scope)] == ["CLOCK"]


def test_a_job_is_done_by_one_process_at_a_time(office: Office) -> None:
    with office.store.writing() as unit:
        assert turns.take(unit.scope, "expire", holder="one", at=100, until=200)
        assert not turns.take(unit.scope, "expire", holder="other", at=150, until=250)
        assert turns.take(unit.scope, "expire", holder="other", at=200, until=300)
        assert turns.position(unit.scope, "expire") == 0
        turns.move(unit.scope, "expire", 7)
        turns.move(unit.scope, "reprice", 9)
        assert (turns.position(unit.scope, "expire"), turns.position(unit.scope, "reprice")) == (7, 9)


def test_nobody_has_rights_before_somebody_asks(office: Office) -> None:
    till = office.till("A1")
    _, member_id = known(office, till, 100_00)
    with office.store.reading() as unit:
        assert unit.leases.get(member_id, counter_code="A1", epoch=2) == NO_LEASE
