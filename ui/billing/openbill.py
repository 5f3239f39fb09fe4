"""The open bill: lines, customer and points to use, and the steps that led there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.quote import MAX, Redeem
from app.domain.rewards import BillVoucher
from app.services.members.profiles import Profile
from app.services.sales.checkout import SaleRequest

STEPS_MAX = 200


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved that so much is taken off by hand."""

    by: str
    by_hand_minor: int


@dataclass(frozen=True, slots=True)
class OpenBill:
    """A bill nobody has paid yet. `redeem` is hundredths of points, or the most allowed.

    `is_typed` says that the number of the customer's card was typed.
    """

    lines: tuple[CartLine, ...] = ()
    profile: Profile | None = None
    redeem: Redeem = 0
    discount: BillDiscount | None = None
    approval: Approval | None = None
    voucher: BillVoucher | None = None
    is_typed: bool = False

    @property
    def member_id(self) -> str | None:
        return self.profile.holder.member.member_id if self.profile else None

    @property
    def cart(self) -> Cart:
        return Cart(self.lines, self.discount, self.voucher)

    @property
    def request(self) -> SaleRequest:
        card = self.profile.holder.card if self.profile else None
        return SaleRequest(self.cart, card.number if card else None, self.member_id, self.redeem, self.is_typed)

    @property
    def redeems_most(self) -> bool:
        return self.redeem is MAX

    def with_line(self, line: CartLine) -> OpenBill:
        return replace(self, lines=(*self.lines, line))

    def in_place(self, index: int, line: CartLine) -> OpenBill:
        return replace(self, lines=(*self.lines[:index], line, *self.lines[index + 1 :]))

    def laid(self, voucher: BillVoucher | None) -> OpenBill:
        """With a reward's voucher on it, or without."""
        return replace(self, voucher=voucher)

    def discounted(self, discount: BillDiscount | None) -> OpenBill:
        return replace(self, discount=discount)

    def line_discounted(self, index: int, discount: BillDiscount | None) -> OpenBill:
        return self.in_place(index, replace(self.lines[index], discount=discount))

    def with_approval(self, approval: Approval | None) -> OpenBill:
        return replace(self, approval=approval)

    def without_line(self, index: int) -> OpenBill:
        return replace(self, lines=self.lines[:index] + self.lines[index + 1 :])

    def attached(self, profile: Profile, *, is_typed: bool = False) -> OpenBill:
        """For another customer: what the one before wanted to redeem is not theirs to spend."""
        theirs = profile.holder.member.member_id
        redeem = self.redeem if self.member_id == theirs else 0
        voucher = self.voucher if self.member_id in (None, theirs) else None
        return replace(self, profile=profile, redeem=redeem, voucher=voucher, is_typed=is_typed)

    def knowing(self, profile: Profile) -> OpenBill:
        """The same bill, with what is known of its member now."""
        return replace(self, profile=profile) if self.member_id == profile.holder.member.member_id else self

    def detached(self) -> OpenBill:
        return replace(self, profile=None, redeem=0, voucher=None, is_typed=False)

    def redeeming(self, redeem: Redeem) -> OpenBill:
        return replace(self, redeem=redeem)


BLANK = OpenBill()


class Steps:
    """The bill as it stands, the bills it was before, and those that were taken back; the oldest are forgotten."""

    def __init__(self, bill: OpenBill) -> None:
        self._past: list[OpenBill] = []
        self._future: list[OpenBill] = []
        self.bill = bill

    def step(self, bill: OpenBill) -> None:
        self._past = [*self._past, self.bill][-STEPS_MAX:]
        self._future = []
        self.bill = bill

    def know(self, profile: Profile) -> None:
        """Something is known of a member that was not before: no step, for nobody took one."""
        self._past = [one.knowing(profile) for one in self._past]
        self._future = [one.knowing(profile) for one in self._future]
        self.bill = self.bill.knowing(profile)

    def undo(self) -> bool:
        """Whether there was a step to take back."""
        if not self._past:
            return False
        self._future.append(self.bill)
        self.bill = self._past.pop()
        return True

    def redo(self) -> bool:
        if not self._future:
            return False
        self._past.append(self.bill)
        self.bill = self._future.pop()
        return True
