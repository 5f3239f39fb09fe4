"""print cards: enrol and find the members of a list, and put all their cards into one PDF."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

from app.bootstrap import card_shop, open_till
from app.commands.refusing import UNUSABLE
from app.commands.stopping import INTERRUPTED, Stop, listening
from app.domain.errors import DomainError
from app.replay.progress import Progress
from app.services.keeping.faults import StoreFault
from app.settings import Settings
from printing import labels
from printing.cards.batch import Draw, Job, Stopped, Summary, on_labels, on_stock, print_batch
from printing.cards.batch_file import UnreadableFile
from printing.cards.pdf import Stock
from printing.cards.template_file import TemplateFault, find_template

SOME_BAD = 1
_STOCKS = {"plastic": Stock.PLASTIC, "bleed": Stock.BLEED, "sheet": Stock.SHEET}
_LABELS = "labels-"


@dataclass(slots=True)
class _Watcher:
    """Draws how far each half of the work is, and says whether Ctrl+C was pressed."""

    stop: Stop
    bars: dict[str, Progress] = field(default_factory=dict)

    def step(self, what: str, done: int, total: int) -> None:
        bar = self.bars.setdefault(what, Progress(sys.stderr, total, noun=what))
        while bar.done < done:
            bar.advance(is_new=True)
        if done == total:
            bar.close()

    def is_stopped(self) -> bool:
        return self.stop.asked


def print_cards(settings: Settings, options: argparse.Namespace) -> int:
    """Exit status: 0 when every row has its card, 1 when some have none, 2 when nothing was printed, 130 if stopped."""
    out = Path(options.out)
    try:
        job = Job(out, _draw(settings, options))
        with open_till(settings) as till, listening() as stop:
            summary = print_batch(till.desk, Path(options.file), job, _Watcher(stop), staff=settings.cashier)
    except Stopped:
        print("Stopped. Who was enrolled is kept, no card counts as printed; run it again to go on.", file=sys.stderr)
        return INTERRUPTED
    except (UnreadableFile, TemplateFault, DomainError, StoreFault, OSError) as wrong:
        print(_said(wrong, out), file=sys.stderr)
        return UNUSABLE
    return _report(summary, out)


def _draw(settings: Settings, options: argparse.Namespace) -> Draw:
    """Raises TemplateFault."""
    if options.stock.startswith(_LABELS):
        return on_labels(labels.sheet(options.stock.removeprefix(_LABELS)))
    template = find_template(options.template or settings.card_template, (settings.cards_folder,))
    for words in template.said:
        print(words, file=sys.stderr)
    return on_stock(template, card_shop(settings), _STOCKS[options.stock])


def _said(wrong: Exception, out: Path) -> str:
    if isinstance(wrong, OSError):
        return f"{out} cannot be written: {wrong.strerror or wrong}. No card counts as printed."
    return f"{wrong.sentence} [{wrong.code}]" if isinstance(wrong, StoreFault) else str(wrong)


def _report(summary: Summary, out: Path) -> int:
    for bad in summary.bad:
        print(f"line {bad.line}: {bad.why}", file=sys.stderr)
    print(f"printed          {summary.printed:,}")
    print(f"of them copies   {summary.copies:,}")
    print(f"newly enrolled   {summary.enrolled:,}")
    print(f"bad rows         {len(summary.bad):,}")
    print(f"file             {out if summary.printed else 'none: no row had a card to print'}")
    return SOME_BAD if summary.bad else 0
