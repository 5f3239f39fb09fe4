"""Outside bills: bills that another billing program makes, and that earn and use points here under its own numbers."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.cart import Cart
from app.domain.errors import Code, DomainError, invalid
from app.domain.formats import points as show_points
from app.domain.ledger import Posting
from app.domain.member import Holder, Member
from app.domain.points import value_minor
from app.domain.quote import Taken
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.returns.refunding import restore, standing_redemption
from app.services.sales.checkout import Sold
from app.services.sales.sale import Sale, current_member
from app.services.sales.visitors import holder_of

VERB = "outside bill"
NUMBER_MAX = 100


@dataclass(frozen=True, slots=True)
class OutsideBill:
    """A bill as its own program numbers it. The cart's amounts are what the customer is charged, discounts taken off.

    It is for the card shown, or the member named.
    """

    number: str
    cart: Cart
    card_number: str | None = None
    member_id: str | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """Points used against an outside bill, or given back of it. Points in hundredths, money in minor units."""

    bill_id: str
    member_id: str
    points: int
    worth_minor: int
    balance: int


def bill_id_of(uow: UnitOfWork, number: str) -> str | None:
    """The id an outside bill has here since it first earned or used points."""
    return uow.effects.result(VERB, number)


def redeem(desk: Desk, bill: OutsideBill, points: int, *, staff: str) -> Used:
    """Use points (hundredths, > 0) against a bill before it earns. Refused as at a till: cap, minimum, what is usable.

    Raises DUPLICATE when points stand used against that bill, or it has earned already.
    """
    if points <= 0:
        raise invalid("Points to use are more than 0. Nothing was taken.")
    with desk.store.writing() as uow:
        known, page, holder = bill_id_of(uow, bill.number), Page.open(desk, uow), _holder(uow, bill)
        if known is not None and _taken(page, holder, known):
            raise _duplicate(f"Points have been used against bill {bill.number} already.", known)
        sale = _opened(page, bill, holder, redeem=points, bill_id=known)
        sale.redeem()
        used = Used(
            sale.bill_id, holder.member.member_id, points, sale.quote.redeemed_minor, _balance(page, holder.member)
        )
        _file(uow, bill.number, sale.bill_id, known)
        page.close(
            "redeem", {"bill": used.bill_id, "outside": bill.number, "worth_minor": used.worth_minor, "staff": staff}
        )
    return used


def earn(desk: Desk, bill: OutsideBill, *, staff: str) -> Sold:
    """Let a bill earn, once. What points have paid of it earns only if the program says so.

    Raises DUPLICATE the second time.
    """
    with desk.store.writing() as uow:
        known, page, holder = bill_id_of(uow, bill.number), Page.open(desk, uow), _holder(uow, bill)
        taken = 0 if known is None else _taken(page, holder, known)
        sale = _opened(page, bill, holder, redeem=Taken(taken), bill_id=known)
        sale.earn()
        made = sale.bill(staff=staff, tenders=())
        _file(uow, bill.number, sale.bill_id, known)
        written = sale.write(made, {"outside": bill.number})
        return Sold(written, vouchers=tuple(sale.brought))


def undo_redemption(desk: Desk, bill_id: str, points: int | None, *, staff: str) -> Used:
    """Give back points (hundredths; None: all that stand) used against a bill that has not earned."""
    with desk.store.writing() as uow:
        page, redemption = Page.open(desk, uow), standing_redemption(uow.ledger.by_cause(bill_id))
        if redemption is None:
            raise DomainError(Code.UNKNOWN_BILL, "That bill is not in our list. Nothing was changed; check its number.")
        member = current_member(uow, redemption.entry.member_id)
        standing = _standing(page, member, redemption)
        wanted = standing if points is None else points
        if not 0 <= wanted <= standing:
            raise _over_refund(standing)
        if wanted:
            restoration, program = desk.ids.entity(), uow.programs.in_force(page.at)
            restore(page, member, redemption, wanted, cause=restoration, program=program)
            page.close("restore", {"bill": bill_id, "restoration": restoration, "staff": staff})
        return Used(bill_id, member.member_id, wanted, _worth(page, wanted), _balance(page, member))


def _holder(uow: UnitOfWork, bill: OutsideBill) -> Holder:
    holder = holder_of(uow, card_number=bill.card_number, member_id=bill.member_id)
    assert holder is not None, "an outside bill is somebody's"
    return holder


def _opened(page: Page, bill: OutsideBill, holder: Holder, *, redeem: int | Taken, bill_id: str | None) -> Sale:
    program = page.uow.programs.in_force(page.at).for_charged_amounts()
    return Sale.open(page, bill.cart, holder, program=program, redeem=redeem, bill_id=bill_id)


def _taken(page: Page, holder: Holder, bill_id: str) -> int:
    """What stands used (hundredths) of the member's points against a bill that is known and has not earned."""
    if page.uow.bills.get(bill_id) is not None:
        raise _duplicate("That bill has earned its points already.", bill_id)
    redemption = standing_redemption(page.uow.ledger.by_cause(bill_id))
    assert redemption is not None, "a bill is known for what it earned or used"
    payer = current_member(page.uow, redemption.entry.member_id)
    standing = _standing(page, payer, redemption)
    if standing and payer.member_id != holder.member.member_id:
        raise invalid("That bill was paid with points of another card. Nothing was changed; use that card.")
    return standing


def _standing(page: Page, member: Member, redemption: Posting) -> int:
    """What has not been given back of a redemption."""
    return sum(use.points for use in page.whole_account(member).uses_of(redemption.entry.entry_id))


def _file(uow: UnitOfWork, number: str, bill_id: str, known: str | None) -> None:
    if known is None:
        uow.effects.record(VERB, number, bill_id)


def _balance(page: Page, member: Member) -> int:
    return page.account(member).available(page.at)


def _worth(page: Page, points: int) -> int:
    program = page.uow.programs.in_force(page.at)
    return value_minor(points, rate=program.redemption.rate, currency=program.currency)


def _duplicate(what: str, bill_id: str) -> DomainError:
    return DomainError(Code.DUPLICATE, f"{what} Nothing was changed; look the bill up.", {"bill_id": bill_id})


def _over_refund(standing: int) -> DomainError:
    return DomainError(
        Code.OVER_REFUND,
        f"Only {show_points(standing)} points stand used against that bill. Nothing was given back; ask for that many.",
        {"points": standing},
    )
