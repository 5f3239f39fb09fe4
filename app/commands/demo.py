"""demo: a day's story in the real window, offscreen, leaving numbered pictures, receipts and a summary."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import demo_shop, sample_month
from app.bootstrap import opened_till
from app.commands.counter import OpenCounter, opened_counter
from app.commands.refusing import UNUSABLE
from app.domain.codes import card_number
from app.domain.formats import money, points
from app.services.keeping import books
from app.services.keeping.faults import StoreFault
from app.settings import Settings

if TYPE_CHECKING:
    from ui.hand import Hand


def demo(settings: Settings, out: Path) -> int:
    """Exit status: 0 when the whole day went as told, 2 when it could not be shown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            shop = replace(settings, data_dir=folder)
            with opened_till(shop) as till:
                sample_month.begin(till.desk)
            with opened_counter(shop) as counter:
                _tell(counter, out)
            shutil.copytree(Path(folder) / "receipts", out / "receipts", dirs_exist_ok=True)
    except (StoreFault, OSError) as fault:
        print(fault, file=sys.stderr)
        return UNUSABLE
    return 0


def _tell(counter: OpenCounter, out: Path) -> None:
    from ui.hand import Hand
    from ui.story import Cards, day

    cards = Cards(
        repeat=demo_shop.RAVI,
        other=demo_shop.MEENA,
        poor=demo_shop.FARHAN,
        lost=demo_shop.LOST,
        fresh=card_number("7000999900"),
        stranger=card_number("7999999999"),
        pin=demo_shop.MANAGER_PIN,
    )
    hand = Hand(counter.window, counter.is_idle)
    morning = counter.till.desk.clock.now()
    for picture in day(hand, cards, out):
        print(picture)
    summary = _summary(counter, hand, morning)
    (out / "summary.txt").write_text(summary, "utf-8")
    print(summary, end="")


def _summary(counter: OpenCounter, hand: Hand, morning: datetime) -> str:
    with counter.till.desk.store.reading() as uow:
        bills = [bill for bill in uow.bills.all() if bill.occurred_at >= morning]
    verdict = books.verify(counter.till.desk)
    rows = [
        f"{bill.number}  {money(bill.net_minor):>12}  earned {points(bill.earned_points):>7}  "
        f"redeemed {points(bill.redeemed_points):>7}"
        for bill in bills
    ]
    return "\n".join(
        [
            f"{len(bills)} bills with {hand.keys} keys and {hand.scans} scans",
            *rows,
            f"books: {verdict.entries} entries, {'sound' if verdict.sound else 'NOT sound'}",
            "",
        ]
    )
