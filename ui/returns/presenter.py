"""Returning's decisions: which bill, which goods, what that moves, and giving it back exactly so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Protocol

from app.domain.codes import CodeKind, classify
from app.domain.errors import Code, DomainError
from app.domain.giving_back import ReturnLimits
from app.services.papers import returned
from app.services.returns import returns
from app.services.returns.returnable import Returnable
from app.services.returns.returns import Agreed, Consequence, Returned
from ui.actions import Do
from ui.context import CounterContext, PrintedReceipt
from ui.errors import Notice, Tone, notice_of, unprinted_return
from ui.returns import showing, wording
from ui.returns.choice import Choice
from ui.returns.evidence import Evidence
from ui.returns.finding import Finder
from ui.returns.showing import Shown
from ui.returns.state import ReturnState
from ui.returns.unseen import Unseen
from ui.words import tr
from ui.work import Topic, Work


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is on the counter's bill."""

    member_id: str
    name: str


class View(Protocol):
    def show_state(self, state: ReturnState) -> None: ...
    def focus_box(self) -> None: ...
    def focus_lines(self) -> None: ...
    def focus_unseen(self) -> None: ...


class Returner:
    """`on_done` hears whose points a return moved; `on_paper` of each paper that came out, or of one that did not."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        view: View,
        visitor: Callable[[], Visitor | None],
        on_done: Callable[[str], None],
        on_paper: Callable[[PrintedReceipt | None], None],
    ) -> None:
        self._context, self._work, self._view = context, work, view
        self._visitor, self._on_done, self._on_paper = visitor, on_done, on_paper
        self._notice: Notice | None = None
        self._choice: Choice | None = None
        self._seen: Consequence | None = None
        self._marked, self._key, self._given = 0, "", ""
        self._is_saving = False
        self._finder = Finder(
            context, work, found=self._found, refused=self._not_found, asking=self._is_asking, unseen=self._not_seen
        )
        self.unseen = Unseen(context, work, say=self._tell, refused=self._refuse)
        self._evidence = Evidence(context, work, say=self._tell, refused=self._refuse)
        self.commands: dict[Do, Callable[[], None]] = {
            Do.FIND_RETURN: view.focus_box,
            Do.LAST_BILL: self._open_last,
            Do.TICK: self.tick,
            Do.MORE: partial(self._change, 1),
            Do.FEWER: partial(self._change, -1),
            Do.RETURN_ALL: self._take_all,
            Do.WAY_BACK: self._another_way,
            Do.GIVE_BACK: self.give_back,
            Do.EVIDENCE: self._write_evidence,
        }

    def open(self) -> None:
        """Nothing is chosen yet."""
        self._finder.stop()
        self.unseen.close()
        self._choice, self._seen, self._notice, self._given = None, None, None, ""
        self._show()
        self._view.focus_box()

    def back(self) -> bool:
        """Give up waiting for the server's answer, or what was typed of a bill that cannot be seen."""
        if self._finder.stop():
            self._say(Tone.INFO, wording.NOT_ASKED)
        elif self.unseen.close():
            self._tell(None)
            self._view.focus_box()
        else:
            return False
        return True

    def do(self, what: Do) -> None:
        self.commands[what]()

    def scanned(self, text: str) -> None:
        """A receipt opens its bill, a card its member's last one here."""
        code, self._given = classify(text), ""
        self.unseen.close()
        if code.kind is CodeKind.BILL:
            self._finder.by_number(code.text)
        elif code.kind is CodeKind.CARD:
            self._finder.last_of_card(code.text)
        else:
            self._say(Tone.WARN, wording.NOT_A_BILL)

    def mark(self, index: int) -> None:
        if index >= 0 and index != self._marked:
            self._marked = index
            self._show()

    def tick(self, index: int | None = None) -> None:
        """All that is left of a line, or none of it."""
        if self._choice is None:
            return
        self._marked = self._marked if index is None else index
        all_of_it = Decimal(0) if self._choice.of_line(self._marked) else self._left
        self._choose(self._choice.with_line(self._marked, all_of_it))

    def give_back(self) -> None:
        """Do what is shown; whoever has to agree is asked first."""
        if self.unseen.view is not None:
            self.unseen.give_back()
        elif self._choice is None or not self._choice.quantities:
            self._say(Tone.INFO, wording.NOT_YET)
        elif self._seen is None:
            self._say(Tone.INFO, wording.WORKING)
        elif self._seen.asks:
            what = wording.approval(self._choice.found, self._seen, self._choice.found.currency)
            self._context.session.ask_approval(
                what, self._commit, declined=partial(self._say, Tone.INFO, wording.DECLINED)
            )
        else:
            self._commit(None)

    @property
    def _limits(self) -> ReturnLimits:
        return self._context.return_limits

    @property
    def _left(self) -> Decimal:
        return self._choice.found.lines[self._marked].quantity if self._choice else Decimal(0)

    def _open_last(self) -> None:
        visitor = self._visitor()
        if visitor is None:
            self._say(Tone.INFO, wording.NO_CUSTOMER)
        else:
            self._given = ""
            self._finder.last_of(visitor.member_id)

    def _is_asking(self) -> None:
        self._choice, self._seen = None, None
        self._notice = Notice(Tone.INFO, tr(wording.ASKING, number=self._finder.asked))
        self._show()

    def _found(self, found: Returnable) -> None:
        self._marked = 0
        self._notice = None if found.is_open else Notice(Tone.INFO, tr(wording.NOTHING_LEFT))
        self._choose(Choice(found))
        if found.is_open:
            self._view.focus_lines()

    def _not_found(self, error: Exception) -> None:
        self._choice, self._seen = None, None
        self._refuse(error)
        self._view.focus_box()

    def _not_seen(self, number: str) -> None:
        """There is no line: cash may go back all the same, for the server to check."""
        self._choice, self._seen, self._notice = None, None, None
        self.unseen.open(number, self._unseen_opened)

    def _unseen_opened(self) -> None:
        self._show()
        self._view.focus_unseen()

    def _tell(self, notice: Notice | None) -> None:
        self._notice = notice
        self._show()

    def _change(self, by: int) -> None:
        if self._choice is not None:
            self._choose(self._choice.with_line(self._marked, self._choice.of_line(self._marked) + by))

    def _take_all(self) -> None:
        if self._choice is not None:
            self._choose(self._choice.with_all())

    def _another_way(self) -> None:
        if self._choice is not None:
            self._choose(self._choice.in_next_way())

    def _choose(self, choice: Choice) -> None:
        """Something else comes back than was shown: it is worked out anew, and confirmed anew."""
        if choice.quantities:
            self._notice = None
        self._choice, self._seen, self._key = choice, None, self._context.desk.ids.entity()
        self._show()
        if choice.quantities:
            self._preview(choice)

    def _preview(self, choice: Choice) -> None:
        desk, staff, limits = self._context.desk, self._context.cashier, self._limits
        bill_id = choice.found.bill.bill_id
        self._work.latest(
            "return",
            lambda: returns.preview_lines(desk, bill_id, choice.amounts, staff=staff, limits=limits, way=choice.way),
            self._see,
            self._refuse,
        )

    def _see(self, seen: Consequence) -> None:
        self._seen = seen
        self._show()

    def _commit(self, approved_by: str | None) -> None:
        choice, seen = self._choice, self._seen
        if choice is None or seen is None or self._is_saving:
            return
        self._is_saving = True
        desk = self._context.desk.approved(approved_by) if approved_by else self._context.desk
        bill_id, amounts, key, staff = choice.found.bill.bill_id, choice.amounts, self._key, self._context.cashier
        agreed = Agreed(seen, self._limits)
        self._work.write(
            lambda: returns.return_lines(desk, bill_id, amounts, key=key, staff=staff, agreed=agreed, way=choice.way),
            partial(self._returned, choice, seen),
            self._not_returned,
            changes=Topic.BILLS,
        )

    def _write_evidence(self) -> None:
        if self._choice is not None:
            self._evidence.write(self._choice.found.bill)

    def _returned(self, choice: Choice, seen: Consequence, made: Returned) -> None:
        self._is_saving = False
        self._choice, self._seen = None, None
        bill, currency = choice.found.bill, choice.found.currency
        self._given = wording.given(seen, currency)
        self._notice = Notice(Tone.GOOD, wording.done(bill.number, seen, currency))
        self._show()
        self._view.focus_box()
        if bill.member_id is not None:
            self._on_done(bill.member_id)
        self._work.paper(
            lambda: self._context.receipts.print_paper(returned.RETURN, made.refund_id),
            self._on_paper,
            self._not_printed,
        )

    def _not_returned(self, error: Exception) -> None:
        self._is_saving = False
        self._refuse(error)
        if isinstance(error, DomainError) and error.code is Code.CHANGED and self._choice is not None:
            self._seen = None
            self._show()
            self._preview(self._choice)

    def _not_printed(self, error: Exception) -> None:
        self._notice = unprinted_return(error)
        self._on_paper(None)
        self._show()

    def _refuse(self, error: Exception) -> None:
        self._notice = notice_of(error)
        self._show()

    def _say(self, tone: Tone, text: str) -> None:
        self._notice = Notice(tone, tr(text))
        self._show()

    def _show(self) -> None:
        visitor = self._visitor()
        last_of = visitor.name if visitor else ""
        if self._choice is None:
            state = showing.nothing_open(self._notice, self.unseen.view, last_of=last_of, given=self._given)
        else:
            shown = Shown(self._choice, self._seen, self._notice, self._marked, last_of)
            state = showing.opened(shown, calendar=self._context.desk.calendar, limits=self._limits)
        self._view.show_state(state)
