"""People: the pages about customers and what they bring back, joined to the counter whose bill stands behind them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.actions import Do
from ui.billing.presenter import Counter
from ui.commands import Commands
from ui.context import CounterContext, PrintedReceipt
from ui.returns.page import ReturnsPage
from ui.returns.presenter import Visitor
from ui.work import Work


class People:
    """`turn` shows a page of the window; `on_paper` hears of each paper that came out, or of one that did not."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        commands: Commands,
        counter: Counter,
        turn: Callable[[QWidget], None],
        on_paper: Callable[[PrintedReceipt | None], None],
    ) -> None:
        self._counter = counter
        self._turn = turn
        self.returns_page = ReturnsPage(context, work, commands, self._visitor, counter.member_changed, on_paper)
        self.pages: tuple[QWidget, ...] = (self.returns_page,)

    @property
    def commands(self) -> dict[Do, Callable[[], None]]:
        returner = self.returns_page.returner
        return {
            Do.RETURN: self._open_returns,
            **{do: partial(returner.do, do) for do in returner.commands},
        }

    def scanned(self, page: QWidget | None, text: str) -> bool:
        """A scan while one of these pages is open is that page's; False where it is none of them."""
        if page is self.returns_page:
            self.returns_page.returner.scanned(text)
            return True
        return False

    def _open_returns(self) -> None:
        self._turn(self.returns_page)
        self.returns_page.open()

    def _visitor(self) -> Visitor | None:
        profile = self._counter.sale.bill.profile
        return Visitor(profile.holder.member.member_id, profile.holder.member.name) if profile else None
