"""Paperwork: the cards and slips the counter has printed, what came out of a printer, and what waits for one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.services.papers.papers import SLIP, STATEMENT
from ui.actions import Do
from ui.billing.presenter import Counter
from ui.cards import CardPrinting
from ui.context import CounterContext, PrintedCard, PrintedReceipt
from ui.errors import Notice, Tone
from ui.printers.queue import Queue
from ui.retrying import Retrying
from ui.slips import SlipPrinting
from ui.words import later, tr
from ui.work import Work

NO_CARD = later("No card on this bill. Scan one first, or find the customer with F3.")


class Paperwork:
    """For whoever is on the counter's bill; the counter is told how it went."""

    def __init__(self, context: CounterContext, work: Work, parent: QObject, counter: Counter) -> None:
        self._opens = context.opens_receipts
        self._counter = counter
        self.cards = CardPrinting(context, work, told=self._tell, printed=self._show)
        self._slips = SlipPrinting(context.receipts, work, told=self._tell, printed=self.receive)
        self.queue = Queue(context, work)
        self.retrying = Retrying(context.receipts, work, parent, self.queue.read)
        counter.on_printed = self.receive
        self.commands: dict[Do, Callable[[], None]] = {
            Do.PRINT_CARD: self._print_card,
            Do.BALANCE_SLIP: partial(self._print_slip, SLIP),
            Do.STATEMENT: partial(self._print_slip, STATEMENT),
        }

    def receive(self, receipt: PrintedReceipt | None) -> None:
        """A receipt, or what else is made of paper, was printed, or was not."""
        self.queue.read()
        if receipt is not None:
            self._show(receipt)

    def _show(self, printed: PrintedReceipt | PrintedCard) -> None:
        if self._opens and printed.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(printed.path)))

    def _print_card(self) -> None:
        """Again, for whoever is on the bill."""
        self._counter.stage.hush()
        profile = self._counter.sale.bill.profile
        if profile is None or profile.holder.card is None:
            self._counter.stage.say(Tone.INFO, tr(NO_CARD))
        else:
            self.cards.print_card(profile.holder.card.number)

    def _print_slip(self, document: str) -> None:
        """For whoever is on the bill; of a bill that is still open it says nothing."""
        self._counter.stage.hush()
        profile = self._counter.sale.bill.profile
        if profile is None:
            self._counter.stage.say(Tone.INFO, tr(NO_CARD))
        else:
            member = profile.holder.member
            self._slips.print_slip(document, member.member_id, member.name)

    def _tell(self, notice: Notice) -> None:
        """What came out is no news where something is wrong, or asked; no key is dropped for it."""
        stage = self._counter.stage
        if notice.tone is not Tone.GOOD:
            stage.notify(notice)
        elif stage.notice is None or stage.notice.tone is Tone.GOOD:
            stage.say(notice.tone, notice.text)
