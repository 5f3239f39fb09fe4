"""The first day of every world: a chain with customers, a counter that is alone, and a neighbour at the same server."""

from __future__ import annotations

import functools
from dataclasses import replace

from app.services.members import adjustments, members
from app.services.members.members import Enrolment
from app.services.programs.program import publish
from server.identity import stores
from tests.simulation.clocks import NumberedIds
from tests.simulation.world import PROGRAM, STAFF, STORES, FirstDay, World

JOINED = 2  # counters that belong to the chain from the start; the last one joins with a history, if it does


@functools.cache
def first_day() -> FirstDay:
    """A chain as it begins: two counters of it, one that is alone, and a tenant with the same numbers."""
    world = World()
    with world.centre.store.writing() as unit:
        for store_id in sorted(set(STORES)):
            stores.add(unit.scope, store_id=store_id, name=store_id.title(), at=0)
    publish(world.centre.desk, PROGRAM, staff=STAFF)
    _settle_neighbour(world)
    for counter in world.counters:
        publish(counter.desk, PROGRAM, staff=STAFF)
    for counter in world.counters[:JOINED]:
        world.enrol(counter)
        counter.exchange()
    cards = tuple(_known_to_all(world, f"+91988888888{digit}") for digit in range(2))
    centre = replace(world.keep_server(), ids=world.centre.ids.made)
    first = FirstDay(centre, tuple(world.keep(counter) for counter in world.counters), world.pairings, cards)
    world.close()
    return first


def _known_to_all(world: World, phone: str) -> str:
    """A customer whom the counters of the chain know, with points to spend; the number of their card."""
    first = world.counters[0]
    holder = members.enrol(first.desk, Enrolment("Meena Iyer", phone=phone), staff=STAFF)
    assert holder.card is not None
    number = holder.card.number
    first.exchange()
    adjustments.adjust(world.centre.desk, number, points=400_00, reason="gift", staff=STAFF, key=number)
    for counter in world.counters[:JOINED]:
        counter.exchange()
    return number


def _settle_neighbour(world: World) -> None:
    """Whatever forgets whose it is meets another tenant's rows under the same numbers and phones."""
    desk = replace(world.centre.other, ids=NumberedIds(50))
    for _ in range(6):
        publish(desk, PROGRAM, staff=STAFF)
    for digit, name in enumerate(("Ravi", "Sita", "Omar")):
        holder = members.enrol(desk, Enrolment(name, phone=f"+91987654321{digit}"), staff=STAFF)
        assert holder.card is not None
        number = holder.card.number
        adjustments.adjust(desk, number, points=77_00, reason="gift", staff=STAFF, key=number)
