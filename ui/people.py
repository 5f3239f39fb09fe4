"""People: the pages about customers and what they bring back, joined to the counter whose bill stands behind them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.member import Holder
from ui.actions import Do
from ui.billing.presenter import Counter
from ui.commands import Commands
from ui.context import CounterContext, PrintedReceipt
from ui.members.page import MembersPage
from ui.returns.page import ReturnsPage
from ui.returns.presenter import Visitor
from ui.slips import SlipPrinting
from ui.work import Work


class People:
    """`turn` shows a page of the window, `attach` the counter with somebody on its bill; `on_paper` hears of papers."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        commands: Commands,
        counter: Counter,
        turn: Callable[[QWidget], None],
        attach: Callable[[Holder], None],
        on_paper: Callable[[PrintedReceipt | None], None],
    ) -> None:
        self._counter = counter
        self._turn = turn
        self.returns_page = ReturnsPage(context, work, commands, self._visitor, counter.member_changed, on_paper)
        slips = SlipPrinting(
            context.receipts, work, told=lambda notice: self.members_page.strip.show_notice(notice), printed=on_paper
        )
        self.members_page = MembersPage(context, work, commands, attach, counter.member_changed, slips.print_slip)
        self.pages: tuple[QWidget, ...] = (self.returns_page, self.members_page)

    @property
    def commands(self) -> dict[Do, Callable[[], None]]:
        returner, keeper = self.returns_page.returner, self.members_page.keeper
        return {
            Do.RETURN: self._open_returns,
            Do.PROFILE: self._open_members,
            **{do: partial(returner.do, do) for do in returner.commands},
            **{do: partial(keeper.do, do) for do in keeper.commands},
        }

    def scanned(self, page: QWidget | None, text: str) -> bool:
        """A scan while one of these pages is open is that page's; False where it is none of them."""
        if page is self.returns_page:
            self.returns_page.returner.scanned(text)
        elif page is self.members_page:
            self.members_page.keeper.scanned(text)
        return page in self.pages

    def back(self, page: QWidget | None) -> bool:
        """A step back inside one of these pages; False where there is none."""
        return page is self.members_page and self.members_page.keeper.back()

    def _open_returns(self) -> None:
        self._turn(self.returns_page)
        self.returns_page.open()

    def _open_members(self) -> None:
        visitor = self._visitor()
        self._turn(self.members_page)
        self.members_page.open(visitor.member_id if visitor else None)

    def _visitor(self) -> Visitor | None:
        profile = self._counter.sale.bill.profile
        return Visitor(profile.holder.member.member_id, profile.holder.member.name) if profile else None
