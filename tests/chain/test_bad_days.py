"""Bad days: a line that loses, doubles and cuts, days without any, lost ends, copied files, starts cut short."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.ports import Bond, ChainPoint
from server.databases.database import SqliteDatabase
from sync import push, snapshots
from sync.line_fault import LineFault
from sync.refused import No, Refused
from sync.trouble import trouble_of
from tests.chain.counters import Chain, ChainCounter, open_counter
from tests.server import callers
from tests.server.running import PLENTY, running_server
from tests.wire.steps import CutRequest, CutResponse, DropRequest, DropResponse, Duplicate, Garble, Pass, Refuse

Two = tuple[ChainCounter, ChainCounter]
TRIES_MAX = 200
WEATHER = {
    Pass(): 8,
    Refuse(): 1,
    DropRequest(): 1,
    DropResponse(): 1,
    Duplicate(): 2,
    CutRequest(): 1,
    CutResponse(): 1,
    Garble(): 1,
}


def through(counter: ChainCounter) -> None:
    """Sync until it has come through, whatever the line does."""
    for _ in range(TRIES_MAX):
        try:
            counter.sync()
        except (LineFault, Refused):
            continue
        return
    raise AssertionError("the line was never good for long enough")


@pytest.mark.parametrize("seed", range(3))
def test_a_bad_line_changes_nothing(seed: int, pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    cards = [first.enrol(f"Member {n}") for n in range(4)]
    through(first)
    through(second)
    for counter in pair_of:
        assert counter.line is not None
        counter.line.weather(seed, WEATHER)
    for round_ in range(3):
        for n, card in enumerate(cards):
            seller = pair_of[(n + round_) % 2]
            seller.sell(card, ("General", 100 * (n + 1)))
        through(first)
        through(second)
    through(first)
    assert first.slim() == second.slim() == chain.slim()
    assert sum(chain.points(first.member_id(card)) for card in cards) == 3 * (3 + 6 + 9 + 12) * 100
    assert chain.reviews() == []


def test_days_without_a_line(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    first.credit(card, 500_00)
    first.sync()
    second.sync()
    assert first.scan(card) == 500_00
    for _ in range(5):
        chain.clock.advance(days=1)
        first.sell(card, ("General", 100), redeem=50_00)
        second.sell(card, ("General", 100))
    first.sync()
    second.sync()
    first.sync()
    assert first.slim() == second.slim() == chain.slim()
    assert chain.reviews() == []
    assert chain.points(first.member_id(card)) == first.available(card)


def test_leases_rest_after_a_week_of_silence_until_everything_is_known(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    card = first.enrol()
    first.credit(card, 100_00)
    first.sync()
    first.scan(card)
    assert first.usable(card) == 100_00
    chain.clock.advance(days=8)
    assert first.usable(card) == 0
    first.sync()
    assert first.usable(card) == 100_00


def test_a_lost_end_begins_an_epoch_that_uses_none_of_the_old_leases(chain: Chain, tmp_path: Path) -> None:
    folder = tmp_path / "A1"
    with open_counter(folder, chain, has_shop=True) as first:
        first.pair()
        card = first.enrol()
        first.credit(card, 100_00)
        first.sync()
        first.scan(card)
        bill = first.sell(card, ("General", 100)).bill
        first.sync()
    shutil.copytree(folder, tmp_path / "copy")
    with open_counter(folder, chain) as first:
        first.sell(card, ("General", 200))
        first.sync()
        member_id = first.member_id(card)
    side = (folder / "till.db.tail").read_bytes()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "copy", folder)
    (folder / "till.db.tail").write_bytes(side)
    with open_counter(folder, chain) as first:
        assert first.epoch() == 3
        assert first.usable(card) == 0
        first.cancel(bill.bill_id)
        first.sell(card, ("General", 300))
        first.sync()
        assert first.whole(member_id) == chain.whole(member_id)
        assert first.link().leases_since > 0


def test_a_copied_file_is_found_and_stopped_and_goes_on_once_it_is_paired_again(chain: Chain, tmp_path: Path) -> None:
    with open_counter(tmp_path / "A1", chain, has_shop=True) as first:
        first.pair()
        card = first.enrol()
        first.sync()
    shutil.copytree(tmp_path / "A1", tmp_path / "clone")
    with open_counter(tmp_path / "A1", chain) as first, open_counter(tmp_path / "clone", chain) as clone:
        first.sell(card, ("General", 100))
        first.sync()
        clone.sell(card, ("General", 200))
        assert not clone.sync()
        assert clone.link().bond is Bond.FORKED
        assert "FORK" in [review.kind for review in clone.reviews()]
        assert clone.sell(card, ("General", 300)).bill.earned_points == 9_00
        assert "FORK" in chain.reviews()
        clone.pair()
        assert clone.sync()
        assert clone.link().bond is Bond.ACTIVE
        assert "NEVER_SENT" in [review.kind for review in clone.reviews()]
        with pytest.raises(Refused) as refused:
            first.sync()
        assert refused.value.meaning in (No.SHUT_OUT, No.SIGN_IN)


def killing(times: int) -> Callable[[], None]:
    left = [times]

    def strike() -> None:
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt

    return strike


@pytest.mark.parametrize("strike_at", [1, 2, 3, 4, 5])
def test_joining_with_a_history_survives_being_killed(
    strike_at: int, chain: Chain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_counter(tmp_path / "other", chain, code="B1") as other:
        other.pair()
        other.sync()
    with open_counter(tmp_path / "A1", chain, has_shop=True) as alone:
        cards = [alone.enrol(f"Member {n}") for n in range(20)]
        for n in range(200):
            alone.sell(cards[n % 20], ("General", 100))
        alone.pair()
        strike = killing(strike_at)
        alone.cycle.batch_max = 60
        steps = [(push, "acknowledge"), *((snapshots, name) for name in ("adopt_chunk", "end_many", "stand_at"))]
        for module, name in steps:
            done = getattr(module, name)

            def struck(*given: object, done: Callable[..., object] = done, **more: object) -> object:
                strike()
                return done(*given, **more)

            monkeypatch.setattr(module, name, struck)
        with pytest.raises(KeyboardInterrupt):
            alone.sync()
        alone.sell(cards[0], ("General", 100))
    with open_counter(tmp_path / "A1", chain) as alone:
        alone.cycle.batch_max = 60
        assert alone.sync()
        assert alone.link().bond is Bond.ACTIVE
        assert alone.slim() == chain.slim()
        assert sum(image.points for image in chain.slim()) == (200 * 3 + 3) * 100 + 75
        assert chain.reviews() == []
        assert alone.last() > ChainPoint(2, 0)


@contextmanager
def narrow(folder: Path, bytes_max: int) -> Iterator[ChainCounter]:
    """A counter of a server that takes no more than so many bytes at a time."""
    with closing(SqliteDatabase(folder / "server")) as database:
        database.prepare()
        limits = replace(PLENTY, body_bytes_max=bytes_max)
        with running_server(database, limits) as running, callers.Wire(running) as wire:
            chain = Chain(running, callers.Shop.open(wire))
            with open_counter(folder / "A1", chain, has_shop=True) as counter:
                counter.pair()
                yield counter


def test_what_is_too_much_at_once_is_sent_in_parts(tmp_path: Path) -> None:
    with narrow(tmp_path, 6000) as counter:
        card = counter.enrol()
        for n in range(120):
            counter.sell(card, ("General", 100 + n))
        assert counter.sync()
        assert counter.waiting() == 0
        assert counter.chain is not None
        assert counter.slim() == counter.chain.slim()


def test_what_is_too_much_by_itself_waits_and_is_said(tmp_path: Path) -> None:
    with narrow(tmp_path, 1000) as counter:
        counter.sell(None, *(("General", 100 + n * n) for n in range(200)))
        waiting = counter.waiting()
        with pytest.raises(Refused) as no:
            counter.sync()
        assert no.value.meaning is No.TOO_LARGE
        assert trouble_of(no.value).sentence
        assert 0 < counter.waiting() <= waiting
