"""Stores as a counter knows them: its own by name in a chain; on its own there is none."""

from __future__ import annotations

from dataclasses import replace

from app.services.chain.stores import KnownStores, every_store, known_stores
from tests.desks import memory_shop
from tests.unit.services.chains import joined


def test_a_shop_on_its_own_has_no_store_to_tell_apart():
    with memory_shop() as shop:
        found = known_stores(shop.desk)
        assert (found, found.every) == (KnownStores({}, are_all=True), {})
        assert every_store(shop.desk.store) == ()


def test_a_counter_of_a_chain_knows_its_own_by_name_and_not_which_others_there_are():
    with memory_shop() as shop:
        link = joined(shop, acked=0)
        found = known_stores(shop.desk)
        assert (found.names, found.every) == ({link.store_id: link.store_name}, None)
        assert every_store(shop.desk.store) is None


def test_a_store_that_was_told_no_name_is_called_by_its_id():
    with memory_shop() as shop:
        link = joined(shop, acked=0)
        with shop.desk.store.writing() as uow:
            uow.links.put(replace(link, store_name=""))
        assert known_stores(shop.desk).names == {link.store_id: link.store_id}
