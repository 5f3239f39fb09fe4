"""Rewards at the counter: what this customer can have now, and vouchers scanned or chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from app.domain.errors import Code, DomainError
from app.domain.rewards import Why
from app.domain.vouchers import Voucher, VoucherStatus
from app.services.chain.standing import LinkState
from app.services.members import profiles
from app.services.members.profiles import Profile
from app.services.rewards import rewards
from app.services.rewards.giving_out import PAPER
from app.services.rewards.rewards import Offer, Wish
from app.services.rewards.voucher_records import VoucherRecord
from ui.billing.openbill import OpenBill
from ui.billing.sale import Sale
from ui.billing.stage import CUSTOMER, SAVED, Mode, Stage
from ui.context import CounterContext, PrintedReceipt
from ui.errors import Tone
from ui.words import tr
from ui.work import Topic, Work

_NOBODY_TO_ASK = frozenset({LinkState.ALONE, LinkState.TRAINING})
_TO_ASK = frozenset({Code.UNKNOWN_VOUCHER, Code.VOUCHER_ELSEWHERE})
_LIST = "rewards"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane lists: first the vouchers a member still has, then the catalogue."""

    vouchers: Sequence[Voucher] = ()
    offers: Sequence[Offer] = ()


class RewardChoice:
    """The second pane behind Shift+F8. What is given out is printed at once; nobody waits for that."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        stage: Stage,
        sale: Sale,
        *,
        printed: Callable[[PrintedReceipt | None], None],
    ) -> None:
        self.shown = Shown()
        self._context = context
        self._work = work
        self._stage = stage
        self._sale = sale
        self._printed = printed

    def open(self) -> None:
        """List what the customer on the bill can have."""
        member_id, quote = self._sale.bill.member_id, self._sale.quote
        if member_id is None:
            self._stage.say(Tone.INFO, tr("No card on this bill. Scan one first; then choose a reward."))
            return
        desk, bill_minor = self._context.desk, quote.net_minor if quote else None

        def read() -> Shown:
            every = rewards.of_member(desk, member_id)
            still = [one.voucher for one in every if one.status == VoucherStatus.PENDING.value and one.voucher]
            return Shown(still, rewards.offers(desk, Wish(member_id=member_id), bill_minor=bill_minor))

        self._work.latest(_LIST, read, self._list, self._stage.refuse)

    def _list(self, shown: Shown) -> None:
        self.shown = shown
        self._stage.turn(Mode.REWARDS)

    def choose(self, index: int) -> None:
        """Enter on a row: use a voucher, or change points for a reward."""
        shown = self.shown
        if index < len(shown.vouchers):
            self.use(shown.vouchers[index].code)
        elif index - len(shown.vouchers) < len(shown.offers):
            self._redeem(shown.offers[index - len(shown.vouchers)])

    def _redeem(self, offer: Offer) -> None:
        desk, reward, bill = self._context.acting_desk, offer.reward, self._sale.bill
        card = bill.profile.holder.card if bill.profile else None
        wish = Wish(card.number if card else None, bill.member_id)
        staff, key, line = self._context.cashier, desk.ids.entity(), self._context.line
        asks = any(one.why is Why.OFFLINE for one in offer.obstacles)
        ready = partial(line.fetch_reward, reward.reward_id) if asks else _nothing

        def give_out(_: None) -> None:
            self._work.write(
                lambda: rewards.redeem(desk, wish, reward.reward_id, staff=staff, key=key),
                self._given_out,
                self._refuse,
                changes=Topic.MEMBERS,
            )

        self._stage.awaiting(SAVED)
        self._work.far(_LIST, ready, give_out, self._refuse)

    def _given_out(self, voucher: Voucher) -> None:
        self._stage.arrived(SAVED)
        self._stage.say(
            Tone.GOOD, tr("{reward}: the voucher is printed, the points are used.", reward=voucher.reward.name)
        )
        self._work.paper(
            lambda: self._context.receipts.print_paper(PAPER, voucher.voucher_id), self._printed, self._stage.refuse
        )
        self._look_again()
        self.open()

    # A voucher that was scanned, typed or chosen

    def use(self, code: str) -> None:
        """Put a voucher on the bill, or hand over what it is for; the server is asked where this counter has to."""
        self._stage.awaiting(CUSTOMER)
        self._work.far("voucher", partial(self._find, code), self._found, self._refuse)

    def _find(self, code: str) -> tuple[VoucherRecord, Profile]:
        try:
            return self._usable(code)
        except DomainError as refusal:
            state = self._context.line.standing().state
            if refusal.code not in _TO_ASK or state in _NOBODY_TO_ASK:
                raise
            self._context.line.fetch_voucher(code)
            return self._usable(code)

    def _usable(self, code: str) -> tuple[VoucherRecord, Profile]:
        desk = self._context.desk
        record = rewards.find(desk, code)
        member_id = rewards.can_use(desk, record.voucher_id)
        return record, profiles.profile(desk, member_id)

    def _found(self, found: tuple[VoucherRecord, Profile]) -> None:
        record, profile = found
        self._stage.arrived(CUSTOMER)
        voucher, bill = record.voucher, self._sale.bill
        assert voucher is not None, "what was found was issued"
        theirs = profile.holder.member.member_id
        if bill.member_id not in (None, theirs):
            self._stage.interrupt(
                Tone.WARN,
                tr(
                    "This voucher is {name}'s, who is not on this bill. Nothing was changed; scan their card first.",
                    name=profile.holder.member.name,
                ),
            )
        elif not voucher.reward.goes_on_bills:
            self._hand_over(voucher, bill if bill.member_id else bill.attached(profile))
        else:
            self._lay(voucher, bill if bill.member_id else bill.attached(profile))

    def _lay(self, voucher: Voucher, bill: OpenBill) -> None:
        self._stage.mode = Mode.RING
        if bill.voucher == voucher.on_bill:
            self._sale.step(bill.laid(None))
            self._stage.say(Tone.INFO, tr("The voucher is off this bill. It is still good."))
        elif bill.lines:
            self._sale.step(bill.laid(voucher.on_bill))
            self._stage.say(Tone.GOOD, tr("{reward} is on this bill.", reward=voucher.reward.name))
        else:
            self._sale.step(bill)
            self._stage.say(
                Tone.INFO,
                tr("{reward}: add the items first, then scan the voucher again.", reward=voucher.reward.name),
            )

    def _hand_over(self, voucher: Voucher, bill: OpenBill) -> None:
        desk, staff = self._context.acting_desk, self._context.cashier
        key = desk.ids.entity()
        if bill is not self._sale.bill:
            self._sale.step(bill)
        self._work.write(
            lambda: rewards.hand_over(desk, voucher.voucher_id, staff=staff, key=key),
            lambda _: self._handed(voucher),
            self._refuse,
            changes=Topic.MEMBERS,
        )

    def _handed(self, voucher: Voucher) -> None:
        self._stage.mode = Mode.RING
        words = tr("{reward}: hand it over now. The voucher is used.", reward=voucher.reward.name)
        self._stage.say(Tone.GOOD, words)

    def _look_again(self) -> None:
        profile = self._sale.bill.profile
        if profile is not None:
            desk, holder = self._context.desk, profile.holder
            card = holder.card.number if holder.card else None
            self._work.latest(
                "again",
                lambda: profiles.profile(desk, holder.member.member_id, card_number=card),
                self._sale.know,
                lambda _: None,  # what is shown stays; the price says what is wrong, if anything is
            )

    def _refuse(self, error: Exception) -> None:
        self._stage.refuse(error)
        for fact in (CUSTOMER, SAVED):
            self._stage.arrived(fact)


def _nothing() -> None:
    """Nobody has to be asked."""
