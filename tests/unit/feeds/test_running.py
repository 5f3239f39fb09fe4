"""Feeds on threads of their own: a folder is looked at by itself, and a fault ends nothing."""

from __future__ import annotations

import logging
import time

from app.feeds import running
from app.feeds.folder import WatchedFolder
from app.feeds.running import running_feeds
from app.services.keeping.faults import StoreFull
from app.services.sales import carts
from tests.desks import memory_shop


def until(is_so, *, within_s=10.0):
    end = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def test_a_file_that_is_dropped_comes_in_by_itself_whatever_went_wrong_before(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(running, "LOOK_EVERY_S", 0.01)
    monkeypatch.setattr("app.feeds.folder.STILL_S", 0.05)
    look, faults = WatchedFolder.look, [StoreFull("no room"), ValueError("unforeseen")]

    def stumbling(watched):
        if faults:
            raise faults.pop(0)
        look(watched)

    monkeypatch.setattr(WatchedFolder, "look", stumbling)
    (tmp_path / "7.txt").write_text("General;9\n")
    told = []
    with memory_shop() as shop, running_feeds(shop.desk, folder=tmp_path, port=0, token_file=tmp_path / "t") as feeds:
        until(lambda: carts.held(shop.desk))
        feeds.listen(told.append)
        until(lambda: told)
        assert (tmp_path / "taken/7.txt").exists()
    assert not (tmp_path / "t").exists()
    assert [one.levelno for one in caplog.records] == [logging.WARNING, logging.ERROR]
    caplog.clear()
