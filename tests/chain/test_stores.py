"""Stores over a real line: the counters of a chain know each by its name, and older ones go on without."""

from __future__ import annotations

from dataclasses import replace

from app.services.chain.stores import KnownStores, stores_of
from sync.protocol import PROTOCOL, STORES_SINCE
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.chain.meddling import older_server
from tests.server import callers


def joined(counter: Opening, code: str = "A1", *, has_shop: bool = True) -> ChainCounter:
    till = counter(code, has_shop=has_shop)
    till.pair()
    till.sync()
    return till


def known(till: ChainCounter) -> KnownStores:
    with till.store.reading() as uow:
        return stores_of(uow)


def opened(chain: Chain, name: str) -> str:
    made = callers.done(chain.office.wire.post("/api/v1/stores", {"name": name}, chain.office.owner))
    return str(made["store_id"])


def change(chain: Chain, store_id: str, verb: str, **changes: str) -> None:
    wire, owner, path = chain.office.wire, chain.office.owner, f"/api/v1/stores/{store_id}"
    headers = {"If-Match": wire.get(path, owner).headers["ETag"]}
    callers.done(wire.call(verb, path, owner, headers=headers, json=changes))


def test_a_newcomer_knows_every_store_by_its_name_and_all_hear_of_another(counter: Opening, chain: Chain) -> None:
    first, north = joined(counter), opened(chain, "North")
    newcomer = joined(counter, "B1", has_shop=False)
    assert known(newcomer).called(north) == "North"
    change(chain, north, "PATCH", name="North Road")
    for till in (first, newcomer):
        till.sync()
        found = known(till)
        assert (found.called(north), found.are_all) == ("North Road", True)
        assert found.names[till.link().store_id] == till.link().store_name


def test_a_store_that_is_closed_keeps_its_name_and_is_offered_no_more(counter: Opening, chain: Chain) -> None:
    till, north = joined(counter), opened(chain, "North")
    change(chain, north, "DELETE")
    till.sync()
    found = known(till)
    assert (found.called(north), [one for one, _ in found.offered]) == ("North", [till.link().store_id])


def test_at_a_server_that_does_not_tell_them_a_counter_knows_its_own_until_it_does(
    counter: Opening, chain: Chain
) -> None:
    till = counter("A1", has_shop=True)
    till.pair()
    with till.store.writing() as uow:
        uow.links.put(replace(till.link(), protocol=STORES_SINCE - 1))
    north = opened(chain, "North")
    till.cycle.through(older_server(till, protocol=STORES_SINCE - 1))
    found = known(till)
    assert (found.names, found.are_all) == ({till.link().store_id: till.link().store_name}, False)
    till.sync()
    assert (known(till).called(north), till.link().protocol) == ("North", PROTOCOL)
