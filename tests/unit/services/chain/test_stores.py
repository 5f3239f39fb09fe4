"""Stores as a counter knows them: by the names its server tells, its own without that; on its own there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.chain.stores import KnownStores, every_store, stores_of
from app.services.ports import ToldStore
from tests.desks import Shop, memory_shop
from tests.unit.services.chains import joined

NORTH, SOUTH = ToldStore("n", "North", is_open=True), ToldStore("o", "bazaar", is_open=True)


def known(shop: Shop) -> KnownStores:
    with shop.desk.store.reading() as uow:
        return stores_of(uow)


def told(shop: Shop, *stores: ToldStore) -> KnownStores:
    with shop.desk.store.writing() as uow:
        uow.stores.put_all(stores)
    return known(shop)


def test_a_shop_on_its_own_has_no_store_to_tell_apart():
    with memory_shop() as shop:
        found = known(shop)
        assert (found, found.every, found.offered) == (KnownStores({}, are_all=True), {}, [])
        assert every_store(shop.desk.store) == {}


def test_a_counter_that_is_told_no_stores_knows_its_own_by_name_and_not_which_others_there_are():
    with memory_shop() as shop:
        link = joined(shop, acked=0)
        found = known(shop)
        assert (found.names, found.every, found.own) == ({link.store_id: link.store_name}, None, link.store_id)
        assert every_store(shop.desk.store) is None


def test_a_store_that_was_told_no_name_is_called_by_its_id():
    with memory_shop() as shop:
        link = joined(shop, acked=0)
        with shop.desk.store.writing() as uow:
            uow.links.put(replace(link, store_name=""))
        assert known(shop).names == {link.store_id: link.store_id}


def test_a_counter_that_was_told_the_stores_knows_every_one_by_its_name():
    with memory_shop() as shop:
        link = joined(shop, acked=0)
        found = told(shop, NORTH, SOUTH)
        assert found.offered == [("o", "bazaar"), (link.store_id, link.store_name), ("n", "North")]
        assert [found.called(one) for one in ("n", "nobody")] == ["North", "nobody"]
        assert every_store(shop.desk.store) == found.every
        assert {*(found.every or ())} == {link.store_id, "n", "o"}


def test_a_name_that_changes_is_told_again_and_a_closed_store_keeps_its_name():
    with memory_shop() as shop:
        joined(shop, acked=0)
        told(shop, NORTH, SOUTH)
        found = told(shop, replace(NORTH, name="North Road", is_open=False))
        assert (found.called("n"), found.called("o")) == ("North Road", "bazaar")
        assert "n" not in dict(found.offered)


@pytest.mark.parametrize("name", ["North", "बाज़ार"])
def test_stores_of_one_name_are_told_apart(name):
    with memory_shop() as shop:
        joined(shop, acked=0)
        found = told(shop, replace(NORTH, name=name), replace(SOUTH, name=name))
        assert (found.called("n"), found.called("o")) == (f"{name} (n)", f"{name} (o)")
