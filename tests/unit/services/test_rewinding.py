"""Rewinding: a server that was restored has lost what it acknowledged, and gets it again."""

from __future__ import annotations

from dataclasses import replace

from app.services.acknowledging import NEVER_SENT, raise_review, rewind
from app.services.ports import Bond, ChainPoint, Link
from tests.desks import Shop, memory_shop

LINK = Link("https://server.test", "shop", "north", "North", "client", "audience", bytes(32), Bond.ACTIVE)
ACKED = replace(LINK, position=40, seen=44, acked=ChainPoint(2, 9))


def joined(shop: Shop) -> Shop:
    with shop.store.writing() as uow:
        uow.links.put(ACKED)
    return shop


def link_of(shop: Shop) -> Link | None:
    with shop.store.reading() as uow:
        return uow.links.get()


def test_what_was_lost_is_sent_again_and_everything_is_told_from_the_start() -> None:
    with memory_shop() as shop:
        assert rewind(joined(shop).desk, ChainPoint(2, 4))
        assert link_of(shop) == replace(ACKED, position=0, seen=0, acked=ChainPoint(2, 4))


def test_what_can_never_be_sent_is_not_sent_again() -> None:
    with memory_shop() as shop:
        raise_review(joined(shop).desk, NEVER_SENT, "2/4", {"until_epoch": 2, "until": 9})
        assert not rewind(shop.desk, ChainPoint(2, 4))
        assert link_of(shop) == ACKED
