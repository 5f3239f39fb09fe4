"""kill -9 of a counter at a statement of its sync: what it sold and what it was told are whole, and there once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from app.domain.quote import MAX
from server.ledgers import feed
from server.ledgers.store import ServerStore
from sync.protocol import Topic
from tests.chain.counters import Chain
from tests.faults.agreement import drained, troubles
from tests.faults.lives import KILLED, Lives, Seller, lives, opened_seller
from tests.server import callers
from tests.server.running import Running

KILLS = int(os.environ.get("KILLS", "12"))  # `make kills` asks for more
STRIDE = 1 if KILLS > 100 else 5
EPOCH = 2


@dataclass
class Day:
    """A counter that lives in a process of its own while it syncs, and one that nothing happens to."""

    folder: Path
    chain: Chain
    process: Lives
    other: Seller
    cards: list[str] = field(default_factory=list)
    kills: int = 0
    scanned_to: int = 0  # members may be told as of there: an answer out of turn moves no cursor

    @property
    def url(self) -> str:
        return self.chain.running.base_url

    @property
    def store(self) -> ServerStore:
        return self.chain.running.parts.database.store(self.chain.office.tenant_id)

    def sell(self, *, is_said: bool) -> None:
        """Both counters sell; the other one says so, and this one when it is not what it is going to die of."""
        with opened_seller(self.folder, self.url, chain=self.chain) as seller:
            self.cards.append(seller.enrol(f"Member {len(self.cards)}"))
            seller.sell(self.cards[-1], ("General", 500))
            seller.sell(self.cards[0], ("General", 300), redeem=MAX)
            if is_said:
                seller.does("push")
        assert self.other.sync()
        for card in self.cards[-4:-1]:
            self.other.sell(card, ("General", 400), redeem=MAX)
        assert self.other.sync()

    def attempt(self, what: str, at: int) -> bool:
        """Whether the counter lived through it."""
        self.process.begin(f"{self.folder} {self.url} {what} {at}")
        status = self.process.ended()
        assert status in (0, KILLED), self.process.said
        self.kills += status == KILLED
        with opened_seller(self.folder, self.url, chain=self.chain) as seller:
            assert seller.epoch() == EPOCH, "a death is no loss"
            assert troubles(self.store, seller, self.other) == []
            assert list(self._between(seller)) == []
        return status == 0

    def _between(self, seller: Seller) -> Iterator[str]:
        """Members that are not told as of where the counter stands: a page without its cursor, or the other way."""
        link = seller.link()
        with self.store.reading() as unit, seller.store.reading() as uow:
            found = feed.stretch(unit.scope, counter_code="A1", after=0, head=link.position, limit=10_000)
            for subject, position in found.rows:
                told = uow.shared.told(subject.subject)
                if subject.topic == Topic.MEMBER and position <= link.position and told is None:
                    yield f"{subject.subject} at {position} is not told"
            for member_id in uow.members.ids_after("", limit=10_000):
                told = uow.shared.told(member_id)
                if told is not None and told.position > max(link.position, self.scanned_to):
                    yield f"{member_id} is told as of {told.position}, the cursor stands at {link.position}"

    def ends(self) -> None:
        """What the deaths have left goes through."""
        with opened_seller(self.folder, self.url, chain=self.chain) as seller:
            for one in (seller, self.other, seller):
                assert one.sync()
            assert drained(self.store, seller, self.other) == []
            assert seller.reviews() == self.other.reviews() == []
        assert self.chain.reviews() == []


@pytest.fixture
def trouble(running: Running, tmp_path: Path) -> Iterator[Day]:
    with (
        callers.Wire(running) as wire,
        lives("tests.faults.mortal_counter", dict(os.environ), tmp_path / "stderr.txt") as process,
    ):
        chain = Chain(running, callers.Shop.open(wire))
        with opened_seller(tmp_path / "A1", running.base_url, chain=chain, has_shop=True) as first:
            first.pair()
            assert first.sync()
        with opened_seller(tmp_path / "B1", running.base_url, code="B1", chain=chain) as other:
            other.pair()
            assert other.sync()
            day = Day(tmp_path / "A1", chain, process, other)
            yield day
            day.ends()


@pytest.mark.parametrize("what", ["push", "pull", "scan"])
def test_a_counter_killed_at_any_statement(what: str, trouble: Day) -> None:
    while trouble.kills < KILLS // 3:
        trouble.sell(is_said=what != "push")
        for at in count(1, STRIDE):
            if trouble.attempt(of(what, trouble), at):
                break


def of(what: str, day: Day) -> str:
    """A scan is of a member: of the first one, who has points for both."""
    if what != "scan":
        return what
    with opened_seller(day.folder, day.url, chain=day.chain) as seller:
        assert seller.sync()
        day.scanned_to = 1 << 40
        return f"scan:{seller.member_id(day.cards[0])}"
