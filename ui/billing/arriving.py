"""Arriving: bills of another program that wait. They are announced when the counter is free, and taken by a key."""

from __future__ import annotations

from collections import deque

from app.domain.errors import DomainError
from app.services.sales import totals
from app.services.sales.arrivals import News, Told, lines_of
from ui.billing.sale import Sale
from ui.billing.shelf import Shelf
from ui.billing.stage import Mode, Stage
from ui.billing.wording import news_words
from ui.context import CounterContext
from ui.errors import Tone
from ui.words import tr

UNSAID_MAX = 50
_TONES = {News.BILL: Tone.INFO, News.FULL: Tone.WARN}


class Arriving:
    """Nothing of this touches a bill that is being rung up, nor a word that is being said about it."""

    def __init__(self, context: CounterContext, stage: Stage, sale: Sale, shelf: Shelf) -> None:
        self._context = context
        self._stage = stage
        self._sale = sale
        self._shelf = shelf
        self._unsaid: deque[Told] = deque(maxlen=UNSAID_MAX)

    @property
    def has_more(self) -> bool:
        return bool(self._unsaid)

    def hear(self, told: Told) -> None:
        """Something came, or did not: the shelf is counted at once, the strip says it as soon as it is free."""
        if told.news is News.BILL:
            self._shelf.count()
            self._unsaid = deque((one for one in self._unsaid if one.news is not News.BILL), UNSAID_MAX)
        self._unsaid.append(told)
        self.say()

    def say(self) -> None:
        """What is to be said next, where nobody is in the middle of anything."""
        if self._unsaid and self._is_free:
            told = self._unsaid.popleft()
            self._stage.say(_TONES.get(told.news, Tone.BAD), news_words(told, self._sale.program.currency))

    def paste(self, text: str) -> None:
        """Totals somebody copied in the other program, as the lines of a bill that has none yet."""
        if not self._context.is_companion:
            self._stage.say(Tone.INFO, tr("Totals are taken where another program makes the bills. Nothing was added."))
            return
        bill, program = self._sale.bill, self._sale.program
        if bill.lines:
            self._stage.say(Tone.WARN, tr("A bill is open. Nothing was added; hold it with F4 or finish it first."))
            return
        try:
            found = totals.read(text, categories=program.categories, currency=program.currency)
        except DomainError as refusal:
            self._stage.refuse(refusal)
            return
        self._stage.mode = Mode.RING
        for line in lines_of(self._context.desk, found):
            bill = bill.with_line(line)
        self._sale.step(bill)

    @property
    def _is_free(self) -> bool:
        is_here = not self._context.session.is_locked
        return is_here and not self._sale.bill.lines and self._stage.mode is Mode.RING and self._stage.notice is None
