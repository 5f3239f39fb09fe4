"""People: the pages about customers and what they bring back, joined to the counter whose bill stands behind them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from app.domain.member import Holder
from ui.actions import Do
from ui.billing.presenter import Counter
from ui.commands import Commands
from ui.context import CounterContext, PrintedReceipt
from ui.slips import SlipPrinting
from ui.theme import wear
from ui.work import Work

if TYPE_CHECKING:
    from ui.members.page import MembersPage
    from ui.returns.page import ReturnsPage
    from ui.returns.presenter import Visitor


class People:
    """Each page is made, and put among `pages`, when it is first asked for.

    `attach` shows the counter with somebody on its bill; `on_paper` hears of papers.
    """

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        commands: Commands,
        counter: Counter,
        pages: QStackedWidget,
        attach: Callable[[Holder], None],
        on_paper: Callable[[PrintedReceipt | None], None],
    ) -> None:
        self._context, self._work, self._key_commands = context, work, commands
        self._counter = counter
        self._pages = pages
        self._attach = attach
        self._on_paper = on_paper
        self.commands: dict[Do, Callable[[], None]] = {Do.RETURN: self._open_returns, Do.PROFILE: self._open_members}

    @cached_property
    def returns_page(self) -> ReturnsPage:
        from ui.returns.page import ReturnsPage

        page = ReturnsPage(
            self._context, self._work, self._key_commands, self._visitor, self._counter.member_changed, self._on_paper
        )
        self._pages.addWidget(page)
        wear(page)
        return page

    @cached_property
    def members_page(self) -> MembersPage:
        from ui.members.page import MembersPage

        slips = SlipPrinting(
            self._context.receipts,
            self._work,
            told=lambda notice: page.strip.show_notice(notice),
            printed=self._on_paper,
        )
        page = MembersPage(
            self._context,
            self._work,
            self._key_commands,
            self._attach,
            self._counter.member_changed,
            slips.print_slip,
        )
        self._pages.addWidget(page)
        wear(page)
        return page

    def _open_returns(self) -> None:
        self._pages.setCurrentWidget(self.returns_page)
        self.returns_page.open()

    def _open_members(self) -> None:
        visitor = self._visitor()
        self._pages.setCurrentWidget(self.members_page)
        self.members_page.open(visitor.member_id if visitor else None)

    def _visitor(self) -> Visitor | None:
        from ui.returns.presenter import Visitor

        profile = self._counter.sale.bill.profile
        return Visitor(profile.holder.member.member_id, profile.holder.member.name) if profile else None
