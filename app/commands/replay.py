"""replay: ring up a file of real shop baskets and report what they came to."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.bootstrap import replay_desk
from app.commands.refusing import UNUSABLE, refuse
from app.commands.stopping import INTERRUPTED, Stop, listening
from app.domain.bill import Bill
from app.domain.errors import DomainError
from app.domain.formats import money, points
from app.domain.points import value_minor
from app.replay.baskets import BadRow, Basket, UnreadableFileError, baskets, read_rows
from app.replay.progress import Progress
from app.replay.ringing import Ringer
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.members import sweeps
from app.settings import Settings


@dataclass(slots=True)
class Summary:
    """What a replay came to. Points in hundredths, money in minor units."""

    bills: int = 0
    earned: int = 0
    redeemed: int = 0
    redeemed_minor: int = 0
    net_minor: int = 0
    bad: int = 0

    def add(self, bill: Bill) -> None:
        self.bills += 1
        self.earned += bill.earned_points
        self.redeemed += bill.redeemed_points
        self.redeemed_minor += bill.redeemed_minor
        self.net_minor += bill.net_minor


def replay(settings: Settings, file: Path, *, limit: int | None, data: Path | None) -> int:
    """Exit status: 0 when every readable basket is rung up, 2 when file or store cannot be used, 130 when stopped."""
    try:
        return _replay(settings, file, limit=limit, data=data)
    except UnreadableFileError as wrong:
        print(wrong, file=sys.stderr)
    except StoreFault as fault:
        refuse(fault)
    return UNUSABLE


def _replay(settings: Settings, file: Path, *, limit: int | None, data: Path | None) -> int:
    started = time.monotonic()
    progress = Progress(sys.stderr, _count(file, limit))
    with replay_desk(settings, data) as (ringer, notices), listening() as stop:
        for notice in notices:
            print(notice, file=sys.stderr)
        summary = ring_all(ringer, file, limit=limit, progress=progress, stop=stop)
        if stop.asked:
            print(f"stopped after {summary.bills:,} bills; run it again to go on", file=sys.stderr)
            return INTERRUPTED
        _report(ringer.desk, summary, seconds=time.monotonic() - started)
    return 0


def ring_all(ringer: Ringer, file: Path, *, limit: int | None, progress: Progress, stop: Stop) -> Summary:
    """Ring up the file's baskets in order. What cannot be read or sold is said with its line, and the rest goes on."""
    summary = Summary()
    for found in baskets(read_rows(file)):
        if stop.asked or summary.bills == limit:
            break
        bad = found if isinstance(found, BadRow) else _ring(ringer, found, summary, progress)
        if bad is not None:
            summary.bad += 1
            progress.say(f"line {bad.number}: {bad.why}")
    progress.close()
    return summary


def _ring(ringer: Ringer, basket: Basket, summary: Summary, progress: Progress) -> BadRow | None:
    try:
        rung = ringer.ring(basket)
    except DomainError as refusal:
        return BadRow(basket.rows[0].number, refusal.message)
    summary.add(rung.bill)
    progress.advance(is_new=rung.is_new)
    return None


def _count(file: Path, limit: int | None) -> int:
    """How many bills the file has at most. Reading it once before anything is opened also says whether it can be."""
    found = (one for one in baskets(read_rows(file)) if isinstance(one, Basket))
    return sum(1 for _ in islice(found, limit))


def _report(desk: Desk, summary: Summary, *, seconds: float) -> None:
    sweeps.expire_all(desk)
    with desk.store.reading() as uow:
        outstanding = uow.ledger.outstanding()
        program = uow.programs.in_force(desk.clock.now())
    liability = value_minor(outstanding, rate=program.redemption.rate, currency=program.currency)
    print(f"bills            {summary.bills:,}")
    print(f"sold             {money(summary.net_minor)}")
    print(f"points earned    {points(summary.earned)}")
    print(f"points redeemed  {points(summary.redeemed)} = {money(summary.redeemed_minor)}")
    print(f"outstanding      {points(outstanding)} points, a liability of {money(liability)}")
    print(f"bad rows         {summary.bad:,}")
    print(f"seconds          {seconds:,.1f} ({summary.bills / max(seconds, 0.001):,.0f} bills a second)")
