"""replay: ring up a file of real shop baskets and report what they came to."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from app.bootstrap import replay_desk
from app.domain.bill import Bill
from app.domain.errors import DomainError
from app.domain.formats import money, points
from app.domain.points import value_minor
from app.replay.baskets import BadRow, Basket, Row, UnreadableFileError, baskets, read_rows
from app.replay.ringing import Ringer
from app.services import sweeps
from app.services.desk import Desk
from app.services.faults import StoreFault
from app.settings import Settings

UNREADABLE = 2
BAD_ROWS_SHOWN_MAX = 20
BAR_WIDTH = 30


@dataclass(slots=True)
class Summary:
    """What a replay came to. Points in hundredths, money in minor units."""

    bills: int = 0
    earned: int = 0
    redeemed: int = 0
    redeemed_minor: int = 0
    net_minor: int = 0
    bad: list[BadRow] = field(default_factory=list)

    def add(self, bill: Bill) -> None:
        self.bills += 1
        self.earned += bill.earned_points
        self.redeemed += bill.redeemed_points
        self.redeemed_minor += bill.redeemed_minor
        self.net_minor += bill.net_minor


@dataclass(slots=True)
class ProgressBar:
    """A bar with an estimate of the time left, on standard error, at most ten times a second."""

    total: int
    started: float = field(default_factory=time.monotonic)
    drawn: float = 0.0

    def show(self, done: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or (now - self.drawn < 0.1 and done < self.total):
            return
        self.drawn = now
        filled = BAR_WIDTH * done // max(1, self.total)
        left = (now - self.started) / max(1, done) * (self.total - done)
        bar = "█" * filled + "·" * (BAR_WIDTH - filled)
        end = "\n" if done >= self.total else ""
        print(f"\r{bar} {done:,}/{self.total:,} bills, {left:,.0f} s left ", end=end, file=sys.stderr, flush=True)


def replay(settings: Settings, file: Path, *, limit: int | None, data: Path | None) -> int:
    """Exit status: 0 when every readable basket is rung up, 2 when the file or the store cannot be used."""
    started = time.monotonic()
    try:
        total = _count(file, limit)
        with replay_desk(settings, data) as (desk, ringer):
            summary = ring_all(ringer, file, limit=limit, bar=ProgressBar(total))
            _report(desk, summary, seconds=time.monotonic() - started)
    except UnreadableFileError as wrong:
        print(wrong, file=sys.stderr)
        return UNREADABLE
    except StoreFault as fault:
        print(fault.sentence, file=sys.stderr)
        return UNREADABLE
    return 0


def ring_all(ringer: Ringer, file: Path, *, limit: int | None, bar: ProgressBar) -> Summary:
    """Ring up the file's baskets in order. What cannot be read or sold is noted with its line, and the rest goes on."""
    summary = Summary()
    for basket in islice(baskets(_good(read_rows(file), summary.bad)), limit):
        try:
            summary.add(ringer.ring(basket))
        except DomainError as refusal:
            summary.bad.append(BadRow(basket.rows[0].number, refusal.message))
        bar.show(summary.bills)
    return summary


def _count(file: Path, limit: int | None) -> int:
    found: Iterator[Basket] = baskets(_good(read_rows(file), []))
    return sum(1 for _ in islice(found, limit))


def _good(rows: Iterator[Row | BadRow], bad: list[BadRow]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, BadRow):
            bad.append(row)
        else:
            yield row


def _report(desk: Desk, summary: Summary, *, seconds: float) -> None:
    while sweeps.expire(desk):
        pass
    with desk.store.reading() as uow:
        outstanding = uow.ledger.outstanding()
        program = uow.programs.current()
    liability = value_minor(outstanding, rate=program.redemption.rate, currency=program.currency)
    for bad in summary.bad[:BAD_ROWS_SHOWN_MAX]:
        print(f"line {bad.number}: {bad.why}", file=sys.stderr)
    print(f"bills            {summary.bills:,}")
    print(f"sold             {money(summary.net_minor)}")
    print(f"points earned    {points(summary.earned)}")
    print(f"points redeemed  {points(summary.redeemed)} = {money(summary.redeemed_minor)}")
    print(f"outstanding      {points(outstanding)} points, a liability of {money(liability)}")
    print(f"bad rows         {len(summary.bad):,}")
    print(f"seconds          {seconds:,.1f} ({summary.bills / max(seconds, 0.001):,.0f} bills a second)")
