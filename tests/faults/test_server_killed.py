"""kill -9 of the server at a statement of a push, a pull or a top-up: nothing acknowledged is lost or there twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from app.domain.quote import MAX
from sync.line_fault import LineFault
from tests.faults.agreement import Kept, drained, troubles
from tests.faults.lives import KILLED, MortalServer, Seller, lives, opened_seller, wire_to
from tests.server.processes import environment

KILLS = int(os.environ.get("KILLS", "12"))  # for each kind of database; `make kills` asks for more
STRIDE = 1 if KILLS > 100 else 9
PLENTY = {"sign_ins_per_minute": 100_000, "requests_per_minute": 1_000_000}


@dataclass
class Day:
    """A server that dies, and a counter that sells through it."""

    server: MortalServer
    kept: Kept
    seller: Seller
    cards: list[str] = field(default_factory=list)
    kills: int = 0

    def sell(self) -> None:
        """Two bills, one of them paid with all the points it may be; the last one of a new member's."""
        number = len(self.cards)
        self.cards.append(self.seller.enrol(f"Member {number}"))
        self.seller.sell(self.cards[number // 2], ("General", 300), redeem=MAX)
        self.seller.sell(self.cards[number], ("General", 500))

    def attempt(self, dies_in: str, at: int) -> bool:
        """Whether the server lived through it."""
        self.seller.called(self.server.begin(dies_in, at))
        is_through = self.seller.came_through() and self.scanned()
        if is_through:
            self.server.lives.kill()
        else:
            assert self.server.lives.ended() == KILLED
            self.kills += 1
        with self.kept.opened(self.server.tenant_id) as store:
            assert troubles(store, self.seller) == []
            if is_through:
                assert drained(store, self.seller) == []
        return is_through

    def scanned(self) -> bool:
        """Rights to the oldest card that has points, for the next bill."""
        try:
            self.seller.scan(self.cards[len(self.cards) // 2])
        except LineFault:
            return False
        return True


@contextmanager
def day(folder: Path, kept: Kept, **settings: object) -> Iterator[Day]:
    known = environment(folder / "server", **PLENTY, **settings)
    with lives("tests.faults.mortal_server", known, folder / "stderr.txt") as process:
        server = MortalServer(process)
        with wire_to(server.begin()) as wire:
            chain = server.chain(wire)
            with opened_seller(folder / "A1", server.url, chain=chain, has_shop=True) as seller:
                seller.pair()
                assert seller.sync()
                server.lives.kill()
                yield Day(server, kept, seller)


@pytest.fixture(params=["sqlite", "postgres"])
def trouble(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Day]:
    if request.param == "sqlite":
        with day(tmp_path, Kept(tmp_path / "server")) as found:
            yield found
        return
    place = request.getfixturevalue("postgres")
    with day(tmp_path, Kept(tmp_path / "server", place), database=place.app_dsn) as found:
        yield found


def test_a_server_killed_at_any_statement(trouble: Day) -> None:
    for dies_in in ("receive", "pull", "top_up"):
        before = trouble.kills
        while trouble.kills < before + KILLS // 3:
            trouble.sell()
            for at in count(1, STRIDE):
                if trouble.attempt(dies_in, at):
                    break
    assert trouble.kills >= KILLS // 3 * 3
