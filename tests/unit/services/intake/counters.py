"""A counter that was alone, and the ledger its events are taken into."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.services import intake
from app.services.intake import Incoming, Taken, take_in
from app.services.ports import ChainPoint, Event
from app.services.posting import Page
from tests.desks import Shop

NUMBERING = 7_000_000


class Chain:
    """A counter that was alone, `there`, and the ledger its events are posted into, `here`."""

    def __init__(self, here: Shop, there: Shop) -> None:
        self.here = Shop(replace(here.desk, counter_code="HQ", is_server=True), here.clock)
        self.there = there
        self.sent = ChainPoint(1, 1)  # the program is published here already

    def send(self, *, is_history: bool = False, shift: timedelta = timedelta(0)) -> list[Taken]:
        """Post what waits, an event a transaction."""
        with self.there.store.reading() as unit:
            events = unit.journal.after(self.sent, limit=1000)
        taken = [self.post(self.incoming(one, is_history=is_history, shift=shift)) for one in events]
        if events:
            self.sent = ChainPoint(events[-1].epoch, events[-1].seq)
        self.here.clock.advance(self.there.clock.today)
        return taken

    def incoming(self, event: Event, *, is_history: bool = False, shift: timedelta = timedelta(0)) -> Incoming:
        at, now = event.occurred_at + shift, self.here.clock.today
        body = json.loads(event.body)
        return Incoming(event.kind, body, at, max(at, now), shift, is_history=is_history, numbering=NUMBERING)

    def post(self, incoming: Incoming) -> Taken:
        with self.here.store.writing() as unit:
            page = Page.open(self.here.desk, unit)
            received = page.at
            taken = intake.take_in(page, incoming, keeps_facts=True)
            page.at = max(received, incoming.received_at)
            body = {
                name: incoming.body[name] for name in ("bill", "lines", "tenders", "details") if name in incoming.body
            }
            is_bill = incoming.kind == "bill" and not incoming.is_history
            page.close("bill" if is_bill else "intake", body if is_bill else {})
        return taken

    def made_up(self, kind: str, body: dict[str, Any], *, is_history: bool = False) -> Taken:
        now = self.here.clock.today
        return self.post(Incoming(kind, body, now, now, is_history=is_history, numbering=NUMBERING))


def standing(shop: Shop, card: str) -> tuple[int, str]:
    return shop.available(card), shop.tier(card)


def take(shop: Shop, kind: str, body: dict[str, object], *, keeps_facts: bool = True, is_history: bool = False) -> None:
    with shop.desk.store.writing() as uow:
        page = Page.open(shop.desk, uow)
        whole = {"counter": "A1", "epoch": 1, **body}
        at = page.at
        take_in(page, Incoming(kind, whole, at, at, is_history=is_history), keeps_facts=keeps_facts)


def latest(shop: Shop, count: int) -> list[Event]:
    with shop.store.reading() as unit:
        return list(unit.journal.events())[-count:]
