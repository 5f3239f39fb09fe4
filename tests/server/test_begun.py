"""Begun: what counters of an older protocol are told of versions that wait for their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.entries import EntryKind
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.programmes import FIRST, Programme, ProgrammeStatus
from app.services.chain.images import image_from_plain
from app.services.members import adjustments
from app.services.posting import Page
from app.services.programs.program import publish
from app.services.programs.program_codec import program_from_json
from app.services.sales.extending import extend
from server.telling import begun, pull
from server.telling.pull import Reader
from sync.protocol import DATES_SINCE, Topic
from tests.desks import PROGRAM, STAFF
from tests.server.tills import STORE, Office

OLD = Reader("A1", STORE, protocol=DATES_SINCE - 1)


def told(office: Office, reader: Reader, *, after: int = 0) -> dict[str, object]:
    page = pull.pull(office.store, reader, after=after, limit=500, server_ms=0)
    found = [program_from_json(row.state["program"]) for row in page.rows if row.state and row.topic == Topic.PROGRAM]
    return {str(one.version): one.holds_from for one in found}


def test_an_old_counter_hears_of_a_version_when_it_begins(office: Office) -> None:
    office.till("A1")
    begins = office.clock.today + timedelta(days=2)
    publish(office.desk, replace(PROGRAM, enabled=False), staff=STAFF, holds_from=begins)
    assert told(office, OLD) == {"1": None}
    assert told(office, replace(OLD, protocol=DATES_SINCE)) == {"1": None, "2": begins}
    begun.tell_begun(office.desk)
    assert told(office, OLD) == {"1": None}

    with office.store.reading() as unit:
        before = unit.journal.head().last_seq
    office.clock.advance(begins)
    begun.tell_begun(office.desk)
    begun.tell_begun(office.desk)

    assert told(office, OLD, after=before) == {"2": None}
    with office.store.reading() as unit:
        assert unit.journal.head().last_seq == before + 1


def test_an_old_counter_hears_of_no_programmes_and_lets_points_end_too_early_at_most(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    till.send(office)
    coins = Programme("coins", "Coins", status=ProgrammeStatus.SUSPENDED)
    idle = replace(PROGRAM, expiry=Expiry(ExpiryMode.INACTIVITY, 3), programme=coins)
    publish(office.desk, idle, staff=STAFF)
    adjustments.adjust(office.desk, card, points=5_00, reason="r", staff=STAFF, key="k", policy_expiry=True)
    office.clock.advance(office.clock.today + timedelta(days=1))
    with office.store.writing() as unit:
        page, holder = Page.open(office.desk, unit), unit.members.by_card(card)
        assert holder is not None
        extend(page, holder.member, idle, cause="bill", card_number=card)
        page.close("adjust", {})

    old, new = (pull.pull(office.store, replace(OLD, protocol=one), after=0, limit=500, server_ms=0) for one in (3, 4))
    (before, after) = ({row.subject: row.state for row in page.rows if row.state} for page in (old, new))
    rules = program_from_json(before["2"]["program"])
    assert (rules.expiry.mode, rules.enabled, rules.programme) == (ExpiryMode.MONTHS, False, FIRST)
    assert program_from_json(after["2"]["program"]).programme == coins
    known = image_from_plain(before[till.member_id(card)]), image_from_plain(after[till.member_id(card)])
    assert [len(one.lots) for one in known] == [1, 2]
    assert [lot.first_expires_at is None for lot in known[0].lots + known[1].lots[:1]] == [True, False]
    assert [line.entry.kind for line in known[0].lines] == [EntryKind.ADJUST]
