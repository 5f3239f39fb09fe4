"""The runner: one case's steps through the real services on a fresh in-memory store."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.bill import Tender, TenderKind
from app.domain.cart import Cart
from app.domain.codes import card_number
from app.domain.errors import Code, DomainError, invalid
from app.domain.money import Currency
from app.domain.points import to_hundredths
from app.domain.program import Program
from app.domain.tiers import Metrics
from app.scenario import answers
from app.scenario.answers import Result
from app.scenario.carts import cart_of, redeem_of
from app.scenario.drives import joined, progressed
from app.scenario.fields import Fields
from app.scenario.happenings import STAFF, swept, told
from app.scenario.rewards import Vouchers
from app.scenario.steps import RACED, Step, read_step
from app.scenario.told_cases import priced_case
from app.scenario.world import ScenarioClock
from app.services.desk import Desk
from app.services.members import adjustments, members, merging
from app.services.members.members import Enrolment
from app.services.returns import returns
from app.services.sales import carts, checkout
from app.services.sales.checkout import SaleRequest
from app.services.sales.visitors import current_metrics


@dataclass(slots=True)
class CaseRunner:
    """Runs one case. Cards and bills go by the names the file gives them."""

    desk: Desk
    clock: ScenarioClock
    program: Program
    cards: dict[str, str] = field(default_factory=dict)
    bills: dict[str, str] = field(default_factory=dict)
    holds: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    claimed: dict[str, str | None] = field(default_factory=dict)
    naming: threading.Lock = field(default_factory=threading.Lock)
    vouchers: Vouchers = field(init=False)

    def __post_init__(self) -> None:
        self.vouchers = Vouchers(self.desk)

    @property
    def currency(self) -> Currency:
        return self.program.currency

    def run(self, steps: Iterable[Step]) -> Iterator[Result]:
        for number, step in enumerate(steps):
            yield {"step": number, "op": step.op, **self._answer(step)}

    def _answer(self, step: Step) -> Result:
        if step.fields.has("at"):
            self.clock.advance(step.fields.instant("at", self.program.calendar))
        try:
            return {"error": None, "message": None, **_OPS[step.op](self, step.fields)}
        except DomainError as refusal:
            return {"error": refusal.code.value, "message": refusal.message, **self._accepted(refusal)}

    def _accepted(self, refusal: DomainError) -> Result:
        """For a cap, the largest amount that would have been accepted."""
        if refusal.code is not Code.OVER_CAP:
            return {}
        points, minor = (int(refusal.facts[name]) for name in ("max_points", "max_minor"))
        return {
            "max_redeemable_points": answers.points(points),
            "max_redeemable_amount": answers.money(minor, self.currency),
        }

    def card(self, step: Fields) -> Result:
        name, referrer = step.text("card"), step.optional_text("referrer")
        if referrer is not None and referrer != name:
            self._number(referrer)
        if name in self.cards:
            self._link_known(name, referrer, step)
            return {}
        if referrer == name:
            raise invalid("A card cannot refer itself. Nothing was changed.")
        number = card_number(self.desk.ids.card_digits())
        friend = self.cards[referrer] if referrer else None
        tier, birthday = step.optional_text("tier"), step.optional_text("birthday")
        enrolment = Enrolment(name, card_number=number, referrer_card=friend, tier=tier, birthday=birthday)
        members.enrol(self.desk, enrolment, staff=STAFF)
        self.cards[name] = number
        return {}

    def _link_known(self, name: str, referrer: str | None, step: Fields) -> None:
        if referrer is None or step.has("tier"):
            raise invalid(f"Card {name} is already there. Nothing was changed.")
        members.link_referrer(self.desk, self.cards[name], referrer_card=self._number(referrer), staff=STAFF)

    def credit(self, step: Fields) -> Result:
        points = to_hundredths(step.amount("points"))
        if points <= 0:
            raise invalid("A credit gives points. Nothing was changed.")
        expires_at = step.instant("expires_at", self.program.calendar) if step.has("expires_at") else None
        made = adjustments.adjust(
            self.desk,
            self._number(step.text("card")),
            points=points,
            reason="credit",
            staff=STAFF,
            key=self._key(step),
            expires_at=expires_at,
            policy_expiry=step.has("use_policy_expiry") and step.boolean("use_policy_expiry"),
        )
        return {"balance": answers.points(made.balance)}

    def quote(self, step: Fields) -> Result:
        request = SaleRequest(self._cart(step), card_number=self._optional_card(step))
        return answers.quoted(checkout.quote_sale(self.desk, request), self.currency)

    def sale(self, step: Fields) -> Result:
        name = step.text("bill")
        with self._claimed(name, key=step.optional_text("key")):
            request = SaleRequest(self._cart(step), self._optional_card(step), redeem=redeem_of(step))
            tenders = self._tenders(request, step)
            bill = checkout.commit_sale(self.desk, request, key=self._key(step), staff=STAFF, tenders=tenders).bill
        self.bills.setdefault(name, bill.bill_id)
        if name in self.holds:
            self._discard(name)
        return {**answers.sold(bill, self.currency), **self.vouchers.brought(bill, name)}

    def _cart(self, step: Fields) -> Cart:
        return self.vouchers.on_cart(cart_of(step, self.currency), step)

    def _tenders(self, request: SaleRequest, step: Fields) -> tuple[Tender, ...]:
        """All of the bill in the way it names; exact cash where it names none."""
        if not step.has("paid_by"):
            return ()
        payable = checkout.quote_sale(self.desk, request).payable_minor
        return (Tender(step.choice("paid_by", TenderKind), payable, payable),)

    @contextmanager
    def _claimed(self, name: str, *, key: str | None) -> Iterator[None]:
        """A bill's name is one bill's, also in a race: only its own key may say it again. One refused gives it back."""
        with self.naming:
            mine = name not in self.claimed
            if not mine and (key is None or self.claimed[name] != key):
                raise invalid(f"Bill {name} is already made. Nothing was changed.")
            self.claimed[name] = key
        try:
            yield
        except DomainError:
            with self.naming:
                if mine:
                    del self.claimed[name]
            raise

    def hold(self, step: Fields) -> Result:
        cart, number = self._cart(step), self._optional_card(step)
        checkout.quote_sale(self.desk, SaleRequest(cart, number))
        name = step.text("bill")
        if name in self.holds:
            self._discard(name)
        held = carts.hold(self.desk, cart=cart, member_id=None, label=name)
        self.holds[name] = (held.held_id, number)
        return {"balance": self._balance(number)}

    def discard_held(self, step: Fields) -> Result:
        name = step.text("bill")
        if name not in self.holds:
            raise DomainError(Code.UNKNOWN_BILL, f"Bill {name} is not on hold. Nothing was changed.")
        return {"balance": self._balance(self._discard(name))}

    def _discard(self, name: str) -> str | None:
        """Drop a held bill; returns the card it was for."""
        held_id, number = self.holds.pop(name)
        carts.discard(self.desk, held_id)
        return number

    def refund(self, step: Fields) -> Result:
        bill_id, key = self._bill(step), self._key(step)
        if step.has("lines"):
            amounts = Counter[str]()
            for line in step.items("lines"):
                amounts[line.text("id")] += self.currency.to_minor(line.amount("amount"))
            done = returns.return_lines(self.desk, bill_id, amounts, key=key, staff=STAFF)
        else:
            amount = self.currency.to_minor(step.amount("amount"))
            done = returns.return_amount(self.desk, bill_id, amount, key=key, staff=STAFF)
        return answers.returned(done)

    def cancel(self, step: Fields) -> Result:
        return answers.returned(returns.cancel(self.desk, self._bill(step), staff=STAFF))

    def redeem_reward(self, step: Fields) -> Result:
        made = adjustments.redeem_reward(
            self.desk,
            self._number(step.text("card")),
            cost=to_hundredths(step.amount("points_cost")),
            reward="reward",
            min_tier=step.optional_text("min_tier"),
            staff=STAFF,
            key=self._key(step),
        )
        return {"points_redeemed": answers.points(-made.points), "balance": answers.points(made.balance)}

    def balance(self, step: Fields) -> Result:
        number = self._number(step.text("card"))
        with self.desk.store.reading() as uow:
            holder = members.required(uow, number)
            account = uow.ledger.full_account(holder.member.member_id)
            at = self.desk.instant(uow.journal.head())
            return {
                "balance": answers.points(account.available(at)),
                "pending": answers.points(account.pending(at)),
                "tier": holder.member.tier,
                "entries": len(uow.ledger.of_member(holder.member.member_id)),
            }

    def tier(self, step: Fields) -> Result:
        held, known = self._held_tier(step)
        given = step.inner("metrics")
        metrics = Metrics(
            points=to_hundredths(given.amount("points")) if given.has("points") else known.points,
            spend_minor=self.currency.to_minor(given.amount("spend")) if given.has("spend") else known.spend_minor,
            orders=int(given.amount("orders")) if given.has("orders") else known.orders,
        )
        progress = self.program.tiers.progress(self.program.tiers.upgraded(held, metrics), metrics)
        return answers.progressed(progress, self.currency)

    def _held_tier(self, step: Fields) -> tuple[str, Metrics]:
        """The tier and metrics of the card named; with metrics given and no card, the lowest tier and nothing."""
        if not step.has("card"):
            return self.program.tiers.levels[0].name, Metrics()
        with self.desk.store.reading() as uow:
            holder = members.required(uow, self._number(step.text("card")))
            account = uow.ledger.full_account(holder.member.member_id)
            at = self.desk.instant(uow.journal.head())
            return holder.member.tier, current_metrics(uow, holder.member, account, self.program, at)

    def expiry_date(self, step: Fields) -> Result:
        earned_at = step.instant("earned_at", self.program.calendar)
        gone_on = self.program.expiry.gone_on(self.program.calendar.day_of(earned_at))
        return {"expires_on": gone_on.isoformat() if gone_on else None}

    def merge(self, step: Fields) -> Result:
        sources = [self._number(name) for name in step.texts("from")]
        into = self._number(step.text("into"))
        return {"balance": answers.points(merging.merge(self.desk, sources, into=into, staff=STAFF))}

    def race(self, step: Fields) -> Result:
        """Run the operations at the same moment, each on a connection of its own."""
        raced = [read_step(one, allowed=RACED) for one in step.items("ops")]
        start = threading.Barrier(len(raced))

        def one(racer: Step) -> Result:
            start.wait()
            return self._answer(racer)

        with ThreadPoolExecutor(len(raced)) as pool:
            answers = list(pool.map(one, raced))
        failed = sum(answer["error"] is not None for answer in answers)
        return {
            "succeeded": len(answers) - failed,
            "failed": failed,
            "balance": self._balance(self._card_of(raced[0].fields)),
        }

    def _card_of(self, step: Fields) -> str | None:
        if step.has("card"):
            return self.cards.get(step.text("card"))
        bill_id = self.bills.get(step.text("bill"))
        with self.desk.store.reading() as uow:
            bill = uow.bills.get(bill_id) if bill_id else None
            return bill.card_number if bill else None

    def _number(self, name: str) -> str:
        if name not in self.cards:
            raise DomainError(
                Code.UNKNOWN_CARD, f"Card {name} is not in our list. Continue without it, or register it."
            )
        return self.cards[name]

    def _optional_card(self, step: Fields) -> str | None:
        return self._number(step.text("card")) if step.has("card") else None

    def _bill(self, step: Fields) -> str:
        name = step.text("bill")
        if name not in self.bills:
            raise DomainError(Code.UNKNOWN_BILL, f"Bill {name} is not in our list. Nothing was changed.")
        return self.bills[name]

    def _key(self, step: Fields) -> str:
        return f"key {step.text('key')}" if step.has("key") else self.desk.ids.entity()

    def _balance(self, number: str | None) -> str:
        if number is None:
            return answers.points(0)
        with self.desk.store.reading() as uow:
            member = members.required(uow, number).member
            account = uow.ledger.full_account(member.member_id)
            return answers.points(account.available(self.desk.instant(uow.journal.head())))


_OPS: dict[str, Callable[[CaseRunner, Fields], Result]] = {
    "card": CaseRunner.card,
    "credit": CaseRunner.credit,
    "quote": CaseRunner.quote,
    "sale": CaseRunner.sale,
    "hold": CaseRunner.hold,
    "discard_held": CaseRunner.discard_held,
    "refund": CaseRunner.refund,
    "cancel": CaseRunner.cancel,
    "redeem_reward": CaseRunner.redeem_reward,
    "case": lambda at, step: priced_case(step, at.program, now=at.clock.now()),
    "take_reward": lambda at, step: at.vouchers.take(at._number(step.text("card")), step, key=at._key(step)),
    "hand_over": lambda at, step: at.vouchers.hand_over(step, key=at._key(step)),
    "cancel_voucher": lambda at, step: at.vouchers.cancel(step, key=at._key(step)),
    "voucher": lambda at, step: at.vouchers.look(step),
    "balance": CaseRunner.balance,
    "tier": CaseRunner.tier,
    "expiry_date": CaseRunner.expiry_date,
    "activity": lambda runner, step: told(runner.desk, runner._number(step.text("card")), step),
    "participate": lambda runner, step: joined(runner.desk, runner._number(step.text("card")), step, runner.currency),
    "progress": lambda runner, step: progressed(runner.desk, runner._number(step.text("card")), step, runner.currency),
    "sweep": lambda runner, _: swept(runner.desk),
    "merge": CaseRunner.merge,
    "race": CaseRunner.race,
}
