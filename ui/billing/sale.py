"""The sale: the open bill with what it comes to, priced again elsewhere after every step."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.bill import Bill
from app.domain.errors import DomainError
from app.domain.program import Program
from app.domain.quote import MAX, Quote
from app.services.desk import Desk
from app.services.members.profiles import Profile
from app.services.programs.program import current
from app.services.sales.checkout import quote_sale
from ui.billing.openbill import BLANK, OpenBill, Steps
from ui.billing.stage import PRICE, Stage
from ui.errors import Notice, Tone
from ui.sentences import split
from ui.words import said, tr
from ui.work import Work


@dataclass(frozen=True, slots=True)
class Priced:
    """A quote, and the program version it was made with."""

    quote: Quote
    program: Program


def price(desk: Desk, bill: OpenBill, known: Program) -> Priced:
    quote = quote_sale(desk, bill.request)
    return Priced(quote, known if quote.program_version == known.version else current(desk))


class Sale:
    """`quote` is the newest answer, `is_priced` whether it is the one for the bill as it stands."""

    def __init__(self, desk: Desk, work: Work, stage: Stage, program: Program) -> None:
        self.program = program
        self.quote: Quote | None = None
        self.paid: Bill | None = None
        self.key = desk.ids.entity()
        self._desk = desk
        self._work = work
        self._stage = stage
        self._steps = Steps(BLANK)
        self._priced: OpenBill | None = None
        self._said_minor: int | None = None

    @property
    def bill(self) -> OpenBill:
        return self._steps.bill

    @property
    def is_priced(self) -> bool:
        return self.quote is not None and self._priced is self.bill

    def step(self, bill: OpenBill) -> None:
        self.paid = None
        self._steps.step(bill)
        self.reprice()

    def undo(self) -> bool:
        taken_back = self._steps.undo()
        if taken_back:
            self.reprice()
        return taken_back

    def redo(self) -> bool:
        done_again = self._steps.redo()
        if done_again:
            self.reprice()
        return done_again

    def start_over(self, bill: OpenBill = BLANK, *, paid: Bill | None = None) -> None:
        """Another bill, with nothing to undo; the one just paid stays in sight until the first step."""
        self.paid = paid
        self._steps = Steps(bill)
        self.reprice()

    def know(self, profile: Profile) -> None:
        """Price the bill again with what is now known of its member; said aloud when another sum is to be paid."""
        self._steps.know(profile)
        if self.bill.profile is profile:
            self._said_minor = self.quote.payable_minor if self.quote is not None else None
            self.reprice()

    def price_by(self, program: Program) -> None:
        """Other rules are in force than this bill was begun with."""
        self._said_minor = self.quote.payable_minor if self.quote is not None else None
        self.program = program
        self.reprice()

    def reprice(self) -> None:
        """Ask what the bill comes to. Another bill is another sale to the ledger, so it takes a key of its own."""
        bill = self.bill
        self.key = self._desk.ids.entity()
        if not bill.lines:
            self.quote = self._priced = None
            self._work.latest(PRICE, lambda: None, lambda _: self._stage.arrived(PRICE), self._stage.refuse)
            self._stage.changed()
            return
        self._stage.awaiting(PRICE)
        self._work.latest(
            PRICE,
            lambda: price(self._desk, bill, self.program),
            lambda priced: self._show(bill, priced),
            lambda error: self._refuse(bill, error),
        )
        self._stage.changed()

    def _show(self, bill: OpenBill, priced: Priced) -> None:
        self.quote, self.program, self._priced = priced.quote, priced.program, bill
        said, self._said_minor = self._said_minor, None
        if said not in (None, priced.quote.payable_minor):
            to_pay = priced.program.currency.text(priced.quote.payable_minor)
            self._stage.notice = Notice(
                Tone.INFO, tr("What this card can pay has changed: now {to_pay} to pay.", to_pay=to_pay)
            )
        self._stage.changed()
        self._stage.arrived(PRICE)

    def _refuse(self, bill: OpenBill, error: Exception) -> None:
        """A step the rules do not allow is taken back; points that are now too many become the most allowed."""
        self._stage.refuse(error)
        self._stage.arrived(PRICE)
        if not isinstance(error, DomainError):
            return
        if bill.redeem and not bill.redeems_most:
            self._stage.say(Tone.WARN, tr("{why} Using the most allowed.", why=said(split(error.message)[0])))
            self.step(bill.redeeming(MAX))
        else:
            self.undo()
