"""Replication: bills of one counter told to another through the server, and a bill's way while both are at work.

The peer is PouchDB replicating the same bills, as documents, from one store to another through its own server.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random

from app.services.chain.images import whole_image
from app.services.members import members, profiles
from bench.centre import running_centre
from bench.chain import AGENT, Counter, carts
from bench.cluster import Cluster
from bench.figures import Figure, Times
from bench.pushes import chain_of
from sync.line import CounterLine

BILLS, MEMBERS = 10_000, 1_000
TIMES_PEER_MIN = 3.0
ROUNDS, VISIBLE_S_MAX = 40, 2.0
_PEER = Path(__file__).with_name("pouchdb")
_WAIT_S_MAX = 60.0


def replication_figures(folder: Path, cluster: Cluster, *, bills: int = BILLS) -> list[Figure]:
    with ExitStack() as stack:
        centre = stack.enter_context(running_centre(folder / "replication", cluster, "replication"))
        first, second = chain_of(stack, folder / "replication", centre, 2)
        cards = first.enrol(5_000_000, MEMBERS)
        first.sync()
        second.sync()
        first.ring(cards, bills)
        seconds = _told(first, second)
        _require_equal(first, second, cards)
        peer = _peer_seconds(folder, first)
        return [_replication(bills, seconds, peer), _visible(first, second, cards)]


def _told(first: Counter, second: Counter) -> float:
    started = time.perf_counter()
    first.send()
    second.sync()
    seconds = time.perf_counter() - started
    first.sync()
    return seconds


def _require_equal(first: Counter, second: Counter, cards: list[str]) -> None:
    for card in (cards[0], cards[-1]):
        images = []
        for counter in (first, second):
            member_id = members.find_card(counter.desk, card)[0].member.member_id
            with counter.desk.store.reading() as uow:
                images.append(whole_image(uow, member_id))
        assert images[0] == images[1], "both counters know the same of a member"


def _replication(bills: int, seconds: float, peer: float | None) -> Figure:
    ours = bills / seconds
    ratio = ours / (bills / peer) if peer else 0.0
    return Figure(
        path=f"{bills:,} bills from one counter to another through the server",
        measured=f"{seconds:.1f} s, {ours:,.0f} bills/s",
        floor=f"PouchDB, same bills: {peer:.1f} s" if peer else "PouchDB: not measured, it needs node and npm",
        ratio=f"{ratio:.2f}" if peer else "–",
        held_to=f"≥ {TIMES_PEER_MIN:.0f} × PouchDB",
        held=ratio >= TIMES_PEER_MIN,
    )


def _peer_seconds(folder: Path, counter: Counter) -> float | None:
    """None, said loudly, where the peer cannot be had."""
    if not _has_peer():
        print("!!! PouchDB is NOT measured: node, npm or the network is missing", file=sys.stderr, flush=True)
        return None
    file, data = folder / "bills.jsonl", folder / "pouchdb"
    data.mkdir()
    with counter.desk.store.reading() as uow, file.open("w") as lines:
        for event in (one for one in uow.journal.events() if one.kind == "bill"):
            lines.write(json.dumps({"_id": event.event_id, **json.loads(event.body)}) + "\n")
    command = ["node", str(_PEER / "replicate.js"), str(file), str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=900)
    return float(json.loads(done.stdout.strip().splitlines()[-1])["seconds"])


def _has_peer() -> bool:
    if shutil.which("node") is None or shutil.which("npm") is None:
        return False
    if (_PEER / "node_modules").exists():
        return True
    command = ["npm", "ci", "--no-audit", "--no-fund"]
    return subprocess.run(command, cwd=_PEER, capture_output=True, check=False).returncode == 0


# While both are at work


def _visible(first: Counter, second: Counter, cards: list[str]) -> Figure:
    """From the moment a bill is saved at one counter until the other's window would show its points."""
    dice, seconds = Random(20260101), []
    baskets = carts()
    with _line(first), _line(second):
        time.sleep(1)
        for number in range(ROUNDS):
            card = cards[dice.randrange(len(cards))]
            sold = first.sell(baskets[number % len(baskets)], card)
            seconds.append(_seconds_until(second, card, (sold.bill.balance_after, sold.bill.pending_after)))
            time.sleep(dice.random() / 4)
    times = Times(sorted(seconds))
    return Figure(
        path="a bill of one counter visible at another",
        measured=f"p50 {times.p50_ms:.0f}, p99 {times.p99_ms:.0f}",
        floor="–",
        ratio="–",
        held_to=f"p99 ≤ {VISIBLE_S_MAX:.0f} s",
        held=times.p99_ms <= VISIBLE_S_MAX * 1000,
    )


@contextmanager
def _line(counter: Counter) -> Iterator[CounterLine]:
    """The counter's own threads, as its window runs them."""
    line = CounterLine(counter.desk, counter.address, agent=AGENT, dice=Random(1).random, clock=counter.offset)
    counter.home.commits.listeners.append(lambda _: line.saved())
    line.start()
    try:
        yield line
    finally:
        line.close()


def _seconds_until(counter: Counter, card: str, standing: tuple[int, int]) -> float:
    started = time.perf_counter()
    member_id = members.find_card(counter.desk, card)[0].member.member_id
    while _standing(counter, member_id) != standing:
        assert time.perf_counter() - started < _WAIT_S_MAX, "the bill never came"
        time.sleep(0.005)
    return time.perf_counter() - started


def _standing(counter: Counter, member_id: str) -> tuple[int, int]:
    profile = profiles.profile(counter.desk, member_id)
    return profile.available, profile.pending
