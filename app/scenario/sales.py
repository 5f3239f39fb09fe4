"""Sales: what a case rings up, puts aside, takes back and cancels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from app.domain.bill import Tender, TenderKind
from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.domain.money import Currency
from app.scenario import answers
from app.scenario.accounts import Accounts
from app.scenario.answers import Result
from app.scenario.carts import cart_of, redeem_of
from app.scenario.fields import Fields
from app.scenario.happenings import STAFF
from app.scenario.named import Named
from app.scenario.rewards import Vouchers
from app.services.desk import Desk
from app.services.returns import returns
from app.services.returns.returns import Returned
from app.services.sales import carts, checkout
from app.services.sales.checkout import SaleRequest


@dataclass(frozen=True, slots=True)
class Sales:
    """`holds` are the bills put aside, each with the card it was for."""

    desk: Desk
    currency: Currency
    named: Named
    accounts: Accounts
    vouchers: Vouchers
    holds: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    def quote(self, step: Fields) -> Result:
        request = SaleRequest(self._cart(step), card_number=self.named.optional_card(step))
        return answers.quoted(checkout.quote_sale(self.desk, request), self.currency)

    def sale(self, step: Fields) -> Result:
        name = step.text("bill")
        with self.named.claiming(name, key=step.optional_text("key")):
            request = SaleRequest(self._cart(step), self.named.optional_card(step), redeem=redeem_of(step))
            tenders = self._tenders(request, step)
            bill = checkout.commit_sale(self.desk, request, key=self.named.key(step), staff=STAFF, tenders=tenders).bill
        brought = self.vouchers.brought(bill, name)
        self.named.bills.setdefault(name, bill.bill_id)
        if name in self.holds:
            self._discard(name)
        return {**answers.sold(bill, self.currency), **brought}

    def _cart(self, step: Fields) -> Cart:
        return self.vouchers.on_cart(cart_of(step, self.currency), step)

    def _tenders(self, request: SaleRequest, step: Fields) -> tuple[Tender, ...]:
        """All of the bill in the way it names; exact cash where it names none."""
        if not step.has("paid_by"):
            return ()
        payable = checkout.quote_sale(self.desk, request).payable_minor
        return (Tender(step.choice("paid_by", TenderKind), payable, payable),)

    def hold(self, step: Fields) -> Result:
        cart, number = self._cart(step), self.named.optional_card(step)
        checkout.quote_sale(self.desk, SaleRequest(cart, number))
        name = step.text("bill")
        if name in self.holds:
            self._discard(name)
        held = carts.hold(self.desk, cart=cart, member_id=None, label=name)
        self.holds[name] = (held.held_id, number)
        return {"balance": self.accounts.balance_of(number)}

    def discard_held(self, step: Fields) -> Result:
        name = step.text("bill")
        if name not in self.holds:
            raise DomainError(Code.UNKNOWN_BILL, f"Bill {name} is not on hold. Nothing was changed.")
        return {"balance": self.accounts.balance_of(self._discard(name))}

    def _discard(self, name: str) -> str | None:
        """Drop a held bill; returns the card it was for."""
        held_id, number = self.holds.pop(name)
        carts.discard(self.desk, held_id)
        return number

    def refund(self, step: Fields) -> Result:
        bill_id, key = self.named.bill(step), self.named.key(step)
        if step.has("lines"):
            amounts = Counter[str]()
            for line in step.items("lines"):
                amounts[line.text("id")] += self.currency.to_minor(line.amount("amount"))
            done = returns.return_lines(self.desk, bill_id, amounts, key=key, staff=STAFF)
        else:
            amount = self.currency.to_minor(step.amount("amount"))
            done = returns.return_amount(self.desk, bill_id, amount, key=key, staff=STAFF)
        return self._returned(done)

    def cancel(self, step: Fields) -> Result:
        return self._returned(returns.cancel(self.desk, self.named.bill(step), staff=STAFF))

    def _returned(self, done: Returned) -> Result:
        return {**answers.returned(done), **self.vouchers.lapsed(done)}
