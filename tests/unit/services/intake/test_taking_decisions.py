"""What stays in the chain: a decision made at a counter settles the same thing at the server, a void moves nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.services import intake
from app.services.intake import Incoming, Note, Taken
from app.services.keeping import checking
from app.services.keeping.checking import Choice, ReviewKind
from app.services.ports import Review
from app.services.posting import Page
from app.services.sales import carts
from tests.desks import STAFF, Shop, cart, memory_shops


def raised(shop: Shop, review_id: str, **facts: object) -> None:
    with shop.store.writing() as uow:
        uow.shared.put_review(Review(review_id, ReviewKind.QUARANTINED, facts, shop.clock.today))


def take_last(here: Shop, there: Shop, *, keeps_facts: bool = True) -> Taken:
    """Post the last event of one into the other."""
    with there.store.reading() as uow:
        *_, event = uow.journal.events()
    at, body = event.occurred_at, json.loads(event.body)
    with here.store.writing() as uow:
        page = Page.open(replace(here.desk, is_server=True), uow)
        taken = intake.take_in(
            page,
            Incoming(event.kind, body, at, at, timedelta(0), is_history=False, numbering=7),
            keeps_facts=keeps_facts,
        )
        page.close("push", {})
    assert taken.spent == {}
    return taken


def open_ids(shop: Shop) -> list[str]:
    return [one.review_id for one in checking.reviews(shop.desk).to_check]


@pytest.mark.parametrize("name", ["r1", "QUARANTINED/2/118"])
def test_the_same_thing_is_settled_at_the_server_whatever_it_calls_it(name: str) -> None:
    with memory_shops("here", "there") as (here, there):
        raised(here, "r1", counter="A1", epoch=2, seq=118)
        raised(here, "r2", counter="B2", epoch=2, seq=118)
        raised(here, "r3", counter="A1", epoch=2, seq=119)
        raised(there, name)
        checking.settle(there.desk, name, choice=Choice.LEAVE_OUT, staff=STAFF)
        take_last(here, there)
        assert open_ids(here) == ["r2", "r3"]
        (settled,) = checking.reviews(here.desk).settled
        assert (settled.choice, settled.staff) == ("LEAVE_OUT", STAFF)


def test_at_the_counter_itself_it_is_settled_already() -> None:
    with memory_shops("here", "there") as (here, there):
        raised(here, "r1")
        raised(there, "r1")
        checking.settle(there.desk, "r1", choice=Choice.LEAVE_OUT, staff=STAFF)
        take_last(here, there, keeps_facts=False)
        assert open_ids(here) == ["r1"]


@pytest.mark.parametrize("first", [Choice.LEAVE_OUT, Choice.SEND_AGAIN])
def test_the_first_choice_holds_and_another_is_told(first: Choice) -> None:
    with memory_shops("here", "there") as (here, there):
        for shop in (here, there):
            raised(shop, "r1")
        checking.settle(here.desk, "r1", choice=first, staff="Asha")
        checking.settle(there.desk, "r1", choice=Choice.LEAVE_OUT, staff="Ravi")
        taken = take_last(here, there)
        (kept,) = checking.reviews(here.desk).settled
        sides = {"here": {"choice": "LEAVE_OUT", "by": "Ravi"}, "server": {"choice": first, "by": "Asha"}}
        told = Note("DECIDED_TWICE", {"review": "r1", "of": "QUARANTINED", **sides})
        assert (kept.choice, taken.decided) == (first, [])
        assert taken.notes == ([] if first is Choice.LEAVE_OUT else [told])


def test_a_void_moves_nothing() -> None:
    with memory_shops("here", "there") as (here, there):
        carts.void(there.desk, cart=cart(("General", 100)), member_id=None, staff=STAFF)
        before = here.standing()
        take_last(here, there)
        assert here.standing() == before
