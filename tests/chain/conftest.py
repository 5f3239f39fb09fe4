"""A running server for counters to talk to, and a chain on it for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from pathlib import Path

import pytest

from server.databases.database import SqliteDatabase
from tests.chain.counters import Chain, ChainCounter, open_counter
from tests.server import callers
from tests.server.running import Running, running_server

Opening = Callable[..., ChainCounter]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database) as running:
            yield running


@pytest.fixture
def chain(running: Running) -> Iterator[Chain]:
    with callers.Wire(running) as wire:
        yield Chain(running, callers.Shop.open(wire))


@pytest.fixture
def counter(chain: Chain, tmp_path: Path) -> Iterator[Opening]:
    """Opens a counter by its code; all of them are closed at the end."""
    with ExitStack() as stack:

        def opened(code: str = "A1", *, has_shop: bool = False) -> ChainCounter:
            opening: AbstractContextManager[ChainCounter] = open_counter(
                tmp_path / code, chain, code=code, has_shop=has_shop
            )
            return stack.enter_context(opening)

        yield opened


@pytest.fixture
def pair_of(counter: Opening) -> tuple[ChainCounter, ChainCounter]:
    """Two counters of one chain: the first brought its rules, the second came new."""
    first = counter("A1", has_shop=True)
    first.pair()
    first.sync()
    second = counter("B1")
    second.pair()
    second.sync()
    return first, second
