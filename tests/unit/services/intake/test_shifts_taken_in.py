"""Shifts of a counter as its server takes them in: kept whole, read strictly, and never in the way of a bill."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.domain.shift import CashCount, MoveKind
from app.services import intake
from app.services.chain import outbox
from app.services.intake import Incoming
from app.services.keeping import books
from app.services.plain import NotPlainError, to_plain
from app.services.ports import ChainPoint
from app.services.posting import Page
from app.services.shifts import shifts
from tests.contract import facts
from tests.desks import STAFF, Shop, memory_shops
from tests.server.tills import Office, memory_office


@pytest.fixture
def office() -> Iterator[Office]:
    with memory_office() as office:
        yield office


def one_shift(shop: Shop) -> shifts.KeptReport:
    shifts.open_shift(shop.desk, float_minor=100_00, staff=STAFF, key=shop.desk.ids.entity())
    shop.sell(None, ("General", 40))
    shifts.move(shop.desk, MoveKind.DROP, amount_minor=20_00, reason="Safe", staff=STAFF, key=shop.desk.ids.entity())
    made = shifts.count(shop.desk, CashCount((), 120_00), staff=STAFF, key=shop.desk.ids.entity())
    return shifts.close(shop.desk, count_id=made.count_id, note="", staff=STAFF, key=shop.desk.ids.entity())


def test_the_server_keeps_reports_as_they_were_sealed(office: Office) -> None:
    till = office.till("A1")
    kept = one_shift(till)
    opening = shifts.open_shift(till.desk, float_minor=100_00, staff=STAFF, key="next")
    answer = till.send(office)
    assert {one.status for one in answer.results} == {"APPLIED"}
    with office.store.reading() as unit:
        assert unit.shifts.every() == [kept]
        assert unit.shifts.current("A1") == opening
    office.sound()


def test_at_the_counter_itself_it_stands_already() -> None:
    with memory_shops("here") as (shop,):
        kept = one_shift(shop)
        before = shop.tables()
        with shop.store.writing() as uow:
            page = Page.open(shop.desk, uow)
            for event in uow.journal.events():
                if event.kind.startswith("shift"):
                    taken = Incoming(event.kind, facts_of(event.body), event.occurred_at, event.occurred_at)
                    intake.take_in(page, taken, keeps_facts=False)
        assert shop.tables() == before
        assert kept.report.number == 1


def facts_of(body: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(body)
    return found


BODY = {"counter": "B1", "epoch": 1, "seq": 9, "at": 0, "staff": "asha"}
REPORT = to_plain(facts.report().report)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("shift-open", {"shift": "s1"}),
        ("shift-open", {"shift": "s1", "float_minor": True}),
        ("shift-open", {"shift": "s1", "float_minor": -1}),
        ("shift-open", {"shift": "s1", "float_minor": 1 << 62}),
        ("shift-open", {"shift": 7, "float_minor": 1}),
        ("shift-close", {}),
        ("shift-close", {"report": {**REPORT, "more": 1}}),
        ("shift-close", {"report": {**REPORT, "number": 0}}),
        ("shift-close", {"report": {**REPORT, "number": 1_000_001}}),
    ],
)
def test_what_is_no_shift_is_not_taken_in(shop: Shop, kind: str, body: dict[str, Any]) -> None:
    at = shop.clock.now()
    with pytest.raises(NotPlainError), shop.store.writing() as uow:
        intake.take_in(Page.open(shop.desk, uow), Incoming(kind, {**BODY, **body}, at, at), keeps_facts=True)


def test_a_report_that_was_changed_is_noticed(shop: Shop) -> None:
    one_shift(shop)
    assert books.verify(shop.desk).faults == ()
    with shop.store.writing() as uow:
        uow.shifts.close(facts.report("made up", 99))
    assert books.verify(shop.desk).faults == ("report made up stands in no sealed event",)


def test_what_waits_of_a_shift_is_told_in_words(shop: Shop) -> None:
    one_shift(shop)
    with shop.store.writing() as uow:
        uow.links.put(replace(facts.link(), acked=ChainPoint(0, 0)))
    waiting = {one.kind: (one.subject, one.amount_minor) for one in outbox.outbox(shop.desk).unsent}
    assert waiting["shift-open"] == ("", 100_00)
    assert waiting["shift-move"] == ("Safe", 20_00)
    assert waiting["shift-close"] == ("Z0001", None)
