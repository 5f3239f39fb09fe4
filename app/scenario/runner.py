"""The runner: one case's steps through the real services on a fresh in-memory store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.scenario import answers
from app.scenario.accounts import Accounts
from app.scenario.answers import Result
from app.scenario.drives import joined, progressed
from app.scenario.fields import Fields
from app.scenario.happenings import STAFF, swept, told
from app.scenario.named import Named
from app.scenario.rewards import Vouchers
from app.scenario.sales import Sales
from app.scenario.steps import RACED, Step, read_step
from app.scenario.told_cases import priced_case
from app.scenario.world import ScenarioClock
from app.services.desk import Desk
from app.services.members import sweeps


@dataclass(slots=True)
class CaseRunner:
    """Runs one case. Cards and bills go by the names the file gives them."""

    desk: Desk
    clock: ScenarioClock
    program: Program
    named: Named = field(init=False)
    accounts: Accounts = field(init=False)
    verbs: Mapping[str, Callable[[Fields], Result]] = field(init=False)

    def __post_init__(self) -> None:
        self.named = Named(self.desk)
        self.accounts = Accounts(self.desk, self.program, self.named)
        self.verbs = self._verbs()

    def run(self, steps: Iterable[Step]) -> Iterator[Result]:
        for number, step in enumerate(steps):
            yield {"step": number, "op": step.op, **self._answer(step)}

    def _answer(self, step: Step) -> Result:
        if step.fields.has("at"):
            self._wait_until(step)
        try:
            return {"error": None, "message": None, **self.verbs[step.op](step.fields)}
        except DomainError as refusal:
            return {"error": refusal.code.value, "message": refusal.message, **self._accepted(refusal)}

    def _wait_until(self, step: Step) -> None:
        """Let time pass. Tiers that have run out fall by themselves; a sweep says how many did."""
        before = self.clock.now()
        self.clock.advance(step.fields.instant("at", self.program.calendar))
        if self.clock.now() > before and step.op != "sweep":
            sweeps.review_tiers(self.desk, staff=STAFF)

    def _accepted(self, refusal: DomainError) -> Result:
        """For a cap, the largest amount that would have been accepted."""
        if refusal.code is not Code.OVER_CAP:
            return {}
        points, minor = (int(refusal.facts[name]) for name in ("max_points", "max_minor"))
        return {
            "max_redeemable_points": answers.points(points),
            "max_redeemable_amount": answers.money(minor, self.program.currency),
        }

    def _verbs(self) -> Mapping[str, Callable[[Fields], Result]]:
        desk, number, key = self.desk, self.named.number, self.named.key
        accounts, vouchers = self.accounts, Vouchers(desk)
        sales = Sales(desk, self.program.currency, self.named, accounts, vouchers)
        return {
            "card": accounts.card,
            "credit": accounts.credit,
            "quote": sales.quote,
            "sale": sales.sale,
            "hold": sales.hold,
            "discard_held": sales.discard_held,
            "refund": sales.refund,
            "cancel": sales.cancel,
            "redeem_reward": accounts.redeem_reward,
            "case": lambda step: priced_case(step, self.program, now=self.clock.now()),
            "take_reward": lambda step: vouchers.take(number(step.text("card")), step, key=key(step)),
            "hand_over": lambda step: vouchers.hand_over(step, key=key(step)),
            "cancel_voucher": lambda step: vouchers.cancel(step, key=key(step)),
            "voucher": vouchers.look,
            "balance": accounts.balance,
            "tier": accounts.tier,
            "expiry_date": accounts.expiry_date,
            "activity": lambda step: told(desk, number(step.text("card")), step),
            "participate": lambda step: joined(desk, number(step.text("card")), step, self.program.currency),
            "progress": lambda step: progressed(desk, number(step.text("card")), step, self.program.currency),
            "sweep": lambda _: swept(desk),
            "merge": accounts.merge,
            "race": self._race,
        }

    def _race(self, step: Fields) -> Result:
        """Run the operations at the same moment, each on a connection of its own."""
        raced = [read_step(one, allowed=RACED) for one in step.items("ops")]
        start = threading.Barrier(len(raced))

        def one(racer: Step) -> Result:
            start.wait()
            return self._answer(racer)

        with ThreadPoolExecutor(len(raced)) as pool:
            said = list(pool.map(one, raced))
        failed = sum(answer["error"] is not None for answer in said)
        return {
            "succeeded": len(said) - failed,
            "failed": failed,
            "balance": self.accounts.balance_of(self.named.card_of(raced[0].fields)),
        }
