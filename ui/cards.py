"""Cards: having a member's card printed, in the printing lane, and what is said when it was or was not."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.codes import format_card_number
from ui.context import CounterContext, PrintedCard
from ui.errors import Notice, Tone, uncarded
from ui.words import said, tr
from ui.work import Work


class CardPrinting:
    """`told` hears how each print went; `printed` is given what came out."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        *,
        told: Callable[[Notice], None],
        printed: Callable[[PrintedCard], None],
    ) -> None:
        self._context = context
        self._work = work
        self._told = told
        self._printed = printed

    def print_card(self, number: str) -> None:
        """The card's first print, or the next copy; nobody waits for it."""
        press, staff = self._context.cards, self._context.cashier
        if press is None:
            self._told(Notice(Tone.INFO, tr("This counter prints no cards.")))
            return
        self._work.paper(
            lambda: press.print_card(number, staff=staff),
            lambda card: self._came_out(number, card),
            lambda error: self._told(uncarded(error)),
        )

    def _came_out(self, number: str, card: PrintedCard) -> None:
        facts = {"card": format_card_number(number), "printer": card.printer}
        if card.copy:
            words = tr("Card {card} is printed, copy {n}: {printer}.", n=card.copy + 1, **facts)
        else:
            words = tr("Card {card} is printed: {printer}.", **facts)
        self._told(Notice(Tone.WARN if card.said else Tone.GOOD, " ".join([words, *map(said, card.said)])))
        self._printed(card)
