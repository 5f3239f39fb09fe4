"""Choosing points: how many a customer wants to use, when it is neither all nor none."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from app.domain.errors import DomainError
from app.domain.formats import points
from app.domain.point_words import PointWords
from app.domain.points import to_hundredths
from app.domain.quote import Quote
from ui import point_words
from ui.billing.sale import Sale
from ui.billing.stage import Mode, Stage
from ui.billing.state import PointsView
from ui.billing.views import points_worth
from ui.errors import Tone
from ui.words import tr

DIGITS_MAX = 12


def hundredths(text: str) -> int | None:
    """Hundredths of points as typed; None for what is no number of points."""
    bare = text.replace(",", "").strip()
    if not (bare.isascii() and bare.replace(".", "", 1).isdigit()) or len(bare) > DIGITS_MAX:
        return None
    try:
        return to_hundredths(Decimal(bare))
    except (DomainError, InvalidOperation):
        return None


class PointsChoice:
    """The pane behind Shift+F8: filled with the most allowed, typed over with less."""

    def __init__(self, stage: Stage, sale: Sale) -> None:
        self.typed = ""
        self._stage = stage
        self._sale = sale

    def open(self) -> None:
        quote = self._sale.quote
        if self._sale.bill.profile is None or quote is None:
            self._stage.say(
                Tone.INFO, tr("Put a customer and an item on the bill first; then choose the points to use.")
            )
            return
        self.typed = points(quote.limits.max_points).replace(",", "")
        self._stage.turn(Mode.POINTS)

    def type(self, text: str) -> None:
        self.typed = text
        self._stage.changed()

    def use(self) -> None:
        wanted = hundredths(self.typed)
        if wanted is None:
            self._stage.say(Tone.WARN, tr("That is not a number of points. Type it in digits, like 500."))
            return
        self._stage.mode = Mode.RING
        self._sale.step(self._sale.bill.redeeming(wanted))

    @property
    def view(self) -> PointsView:
        quote, wanted = self._sale.quote, hundredths(self.typed)
        words = PointWords.of(self._sale.program)
        title, use = _named(words)
        if quote is None:
            return PointsView(title, use, self.typed, "", "", "")
        worth = points_worth(wanted, self._sale.program) if wanted is not None else ""
        most = words.own(quote.limits.max_points) or points(quote.limits.max_points)
        return PointsView(title, use, self.typed, most, worth, _problem(wanted, quote, words))


def _named(words: PointWords) -> tuple[str, str]:
    """The title of the pane, and its button."""
    if words.are_own:
        return tr("{points} to use", points=point_words.name(words)), tr("Use these")
    return tr("Points to use"), tr("Use these points")


def _problem(wanted: int | None, quote: Quote, words: PointWords) -> str:
    if wanted is None:
        return tr("Type a number") if words.are_own else tr("Type a number of points")
    return tr("More than can be used on this bill") if wanted > quote.limits.max_points else ""
