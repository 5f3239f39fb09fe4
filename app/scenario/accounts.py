"""Accounts: what a case does to its members beside their bills, and what it asks of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.codes import card_number
from app.domain.errors import invalid
from app.domain.money import Currency
from app.domain.points import to_hundredths
from app.domain.program import Program
from app.domain.tiers import Metrics
from app.scenario import answers
from app.scenario.answers import Result
from app.scenario.fields import Fields
from app.scenario.happenings import STAFF
from app.scenario.named import Named
from app.services.desk import Desk
from app.services.members import adjustments, members, merging
from app.services.members.members import Enrolment
from app.services.sales.visitors import current_metrics


@dataclass(frozen=True, slots=True)
class Accounts:
    desk: Desk
    program: Program
    named: Named

    @property
    def currency(self) -> Currency:
        return self.program.currency

    def card(self, step: Fields) -> Result:
        name, referrer = step.text("card"), step.optional_text("referrer")
        if referrer is not None and referrer != name:
            self.named.number(referrer)
        if name in self.named.cards:
            self._link_known(name, referrer, step)
            return {}
        if referrer == name:
            raise invalid("A card cannot refer itself. Nothing was changed.")
        number = card_number(self.desk.ids.card_digits())
        friend = self.named.cards[referrer] if referrer else None
        tier, birthday = step.optional_text("tier"), step.optional_text("birthday")
        enrolment = Enrolment(name, card_number=number, referrer_card=friend, tier=tier, birthday=birthday)
        members.enrol(self.desk, enrolment, staff=STAFF)
        self.named.cards[name] = number
        return {}

    def _link_known(self, name: str, referrer: str | None, step: Fields) -> None:
        if referrer is None or step.has("tier"):
            raise invalid(f"Card {name} is already there. Nothing was changed.")
        members.link_referrer(self.desk, self.named.cards[name], referrer_card=self.named.number(referrer), staff=STAFF)

    def credit(self, step: Fields) -> Result:
        points = to_hundredths(step.amount("points"))
        if points <= 0:
            raise invalid("A credit gives points. Nothing was changed.")
        expires_at = step.instant("expires_at", self.program.calendar) if step.has("expires_at") else None
        made = adjustments.adjust(
            self.desk,
            self.named.number(step.text("card")),
            points=points,
            reason="credit",
            staff=STAFF,
            key=self.named.key(step),
            expires_at=expires_at,
            policy_expiry=step.has("use_policy_expiry") and step.boolean("use_policy_expiry"),
        )
        return {"balance": answers.points(made.balance)}

    def redeem_reward(self, step: Fields) -> Result:
        made = adjustments.redeem_reward(
            self.desk,
            self.named.number(step.text("card")),
            cost=to_hundredths(step.amount("points_cost")),
            reward="reward",
            min_tier=step.optional_text("min_tier"),
            staff=STAFF,
            key=self.named.key(step),
        )
        return {"points_redeemed": answers.points(-made.points), "balance": answers.points(made.balance)}

    def merge(self, step: Fields) -> Result:
        sources = [self.named.number(name) for name in step.texts("from")]
        into = self.named.number(step.text("into"))
        return {"balance": answers.points(merging.merge(self.desk, sources, into=into, staff=STAFF))}

    def balance(self, step: Fields) -> Result:
        number = self.named.number(step.text("card"))
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
            holder = members.required(uow, self.named.number(step.text("card")))
            account = uow.ledger.full_account(holder.member.member_id)
            at = self.desk.instant(uow.journal.head())
            return holder.member.tier, current_metrics(uow, holder.member, account, self.program, at)

    def expiry_date(self, step: Fields) -> Result:
        earned_at = step.instant("earned_at", self.program.calendar)
        gone_on = self.program.expiry.gone_on(self.program.calendar.day_of(earned_at))
        return {"expires_on": gone_on.isoformat() if gone_on else None}

    def balance_of(self, number: str | None) -> str:
        if number is None:
            return answers.points(0)
        with self.desk.store.reading() as uow:
            member = members.required(uow, number).member
            account = uow.ledger.full_account(member.member_id)
            return answers.points(account.available(self.desk.instant(uow.journal.head())))
