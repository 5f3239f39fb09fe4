"""Rewards of a scenario: the catalogue as its settings say it, and what its members do with their vouchers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.domain.bill import Bill
from app.domain.brought import named_rewards
from app.domain.cart import Cart
from app.domain.errors import DomainError
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.rewards import COUNT_MAX, VALID_DAYS_MAX, Reward, RewardKind, check_rewards
from app.domain.tiers import TierScheme
from app.scenario import answers
from app.scenario.answers import Result
from app.scenario.fields import CENT, HUNDRED, Fields, minor_of, period_of, points_of
from app.services.desk import Desk
from app.services.members import profiles
from app.services.returns.returns import Returned
from app.services.rewards import rewards
from app.services.rewards.brought_vouchers import came_with
from app.services.rewards.rewards import Wish
from app.services.rewards.voucher_records import VoucherRecord
from app.services.rewards.voucher_rights import unknown

STAFF = "scenario"
INSTANT = timedelta(microseconds=1)
_KNOWN = frozenset(
    {"id", "name", "kind", "cost", "value", "percent", "category", "min_tier", "stock", "member_max", "min_bill"}
    | {"valid_days", "from", "until", "terms", "partner"}
)


def catalogue_of(config: Fields, currency: Currency, tiers: TierScheme) -> tuple[Reward, ...]:
    """Raises MalformedError for a catalogue that could not be published."""
    found = tuple(_reward(one, currency) for one in config.items("rewards"))
    try:
        check_rewards(found, tiers)
    except DomainError as refusal:
        config.fail("rewards", " ".join(refusal.message.split()))
    return found


def refuse_unknown(config: Fields, program: Program) -> None:
    """Raises MalformedError for a rule that gives a voucher of a reward there is not."""
    known = {one.reward_id for one in program.rewards}
    for name in sorted(named_rewards(program.rules) - known):
        config.fail("decision_rules", f"there is no reward {name!r}")


def _reward(fields: Fields, currency: Currency) -> Reward:
    fields.only(_KNOWN)
    reward_id = fields.text("id")
    return Reward(
        reward_id=reward_id,
        name=fields.text("name", reward_id),
        kind=fields.choice("kind", RewardKind),
        cost=points_of(fields, "cost", least=CENT),
        value_minor=minor_of(fields, "value", currency) if fields.has("value") else 0,
        percent=fields.decimal("percent", least=CENT, most=HUNDRED) if fields.has("percent") else None,
        category=fields.optional_text("category"),
        min_tier=fields.optional_text("min_tier"),
        stock=fields.whole("stock", most=COUNT_MAX) if fields.has("stock") else None,
        member_max=fields.whole("member_max", least=1, most=COUNT_MAX) if fields.has("member_max") else None,
        min_bill_minor=minor_of(fields, "min_bill", currency) if fields.has("min_bill") else 0,
        valid_days=fields.whole("valid_days", most=VALID_DAYS_MAX) if fields.has("valid_days") else None,
        period=period_of(fields),
        terms=fields.text("terms", ""),
        partner=fields.text("partner", ""),
    )


@dataclass(frozen=True, slots=True)
class Vouchers:
    """The vouchers of one case by the names that the file gives them."""

    desk: Desk
    ids: dict[str, str] = field(default_factory=dict)

    def take(self, number: str, step: Fields, *, key: str) -> Result:
        """A member changes points for a reward of the catalogue."""
        made = rewards.redeem(self.desk, Wish(number), step.text("reward"), staff=STAFF, key=key)
        self.ids.setdefault(step.text("voucher"), made.voucher_id)
        return {"points_redeemed": answers.points(made.cost), **self._after(self._record(made.voucher_id))}

    def hand_over(self, step: Fields, *, key: str) -> Result:
        return self._after(rewards.hand_over(self.desk, self._id(step), staff=STAFF, key=key))

    def cancel(self, step: Fields, *, key: str) -> Result:
        return self._after(rewards.cancel(self.desk, self._id(step), staff=STAFF, key=key))

    def look(self, step: Fields) -> Result:
        return self._after(self._record(self._id(step)))

    def brought(self, bill: Bill, name: str) -> Result:
        """The names of those that rules gave with a bill: its own, and the reward's; and rewards there were none of.

        Nothing where there are neither. The second voucher of a reward has a 2 behind its name, and so on.
        """
        found: dict[str, str] = {}
        given = Counter[str]()
        with self.desk.store.reading() as uow:
            for one in came_with(uow, bill):
                given[one.reward_id] += 1
                found[_nth(f"{name}/{one.reward_id}", given[one.reward_id])] = one.voucher_id
        for named, voucher_id in found.items():
            self.ids.setdefault(named, voucher_id)
        told = {"vouchers": sorted(found), "lacking": list(bill.lacking)}
        return {name: names for name, names in told.items() if names}

    def lapsed(self, done: Returned) -> Result:
        """The names of those that go with what comes back; nothing where there are none."""
        names = {voucher_id: name for name, voucher_id in reversed(self.ids.items())}
        return {"vouchers": sorted(names[one] for one in done.vouchers)} if done.vouchers else {}

    def on_cart(self, cart: Cart, step: Fields) -> Cart:
        """The cart with the voucher that a step lays on it, if any."""
        if not step.has("voucher"):
            return cart
        voucher = self._record(self._id(step)).voucher
        assert voucher is not None, "what has a name was given out"
        return replace(cart, voucher=voucher.on_bill)

    def _last_day(self, expires_at: datetime | None) -> str | None:
        return None if expires_at is None else self.desk.calendar.day_of(expires_at - INSTANT).isoformat()

    def _id(self, step: Fields) -> str:
        voucher_id = self.ids.get(step.text("voucher"))
        if voucher_id is None:
            raise unknown()
        return voucher_id

    def _record(self, voucher_id: str) -> VoucherRecord:
        return rewards.get(self.desk, voucher_id)

    def _after(self, record: VoucherRecord) -> Result:
        """Where a voucher stands, what its member has then, and how many of its reward are left."""
        voucher = record.voucher
        assert voucher is not None, "what has a name was given out"
        with self.desk.store.reading() as uow:
            member_id = uow.members.holder_of_points(voucher.member_id)
        offers = rewards.offers(self.desk, Wish(member_id=member_id))
        return {
            "status": record.status,
            "good_until": self._last_day(voucher.expires_at),
            "left": _left(offers, record.reward_id),
            "balance": answers.points(profiles.profile(self.desk, member_id).available),
        }


def _nth(name: str, number: int) -> str:
    return name if number == 1 else f"{name}/{number}"


def _left(offers: Iterable[rewards.Offer], reward_id: str) -> int | None:
    return next((one.left for one in offers if one.reward.reward_id == reward_id), None)
