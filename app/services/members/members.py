"""Members: enrol, find, link a referrer, block and replace cards, merge duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app.domain.bill import Bill
from app.domain.errors import Code, DomainError, invalid
from app.domain.lease import Usable
from app.domain.lots import Account
from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.points import value_minor
from app.domain.program import Program
from app.domain.referral import check_link
from app.domain.tiers import Fall, Progress
from app.services.authority import refuse_in_chain
from app.services.campaigns.drive_standings import Standing, standings_in
from app.services.desk import Desk
from app.services.journal import record
from app.services.members.card_numbers import free_number
from app.services.members.contacts import contacts_row, normalised_birthday, normalised_email
from app.services.members.happenings import joined, referred, seal
from app.services.members.holdings import expiring
from app.services.members.phones import normalised_phone
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipt_facts import ExpiringFacts
from app.services.plain import to_plain
from app.services.ports import Head, UnitOfWork
from app.services.posting import Page
from app.services.records import card_row, member_row
from app.services.sales.sale import current_member
from app.services.sales.spending import usable
from app.services.sales.visitors import current_metrics
from app.services.tiers import tiering

CARD = "card"  # what a card is called in the print queue
NAME_MAX = 120


@dataclass(frozen=True, slots=True)
class Consent:
    """What a member agreed to: the wording they were read, and which version of it that was."""

    version: str
    wording: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is asked of a new member. No number means a fresh one; `referrer_card` is a friend's card.

    `prints_card` puts their card into the print queue with them; `consent` is sealed with who they are.
    """

    name: str
    phone: str | None = None
    language: str = "en"
    card_number: str | None = None
    referrer_card: str | None = None
    tier: str | None = None
    prints_card: bool = False
    consent: Consent | None = None
    email: str | None = None
    birthday: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A member as the counter shows them. Points in hundredths, money in minor units.

    `usable` of what is `available` can be spent here now; `told_at` is when the server last answered, None alone.
    `fall` is there once their tier is not reached any more; `benefits` are what the tier brings besides points;
    `expiring` is what receipts say goes first.
    """

    holder: Holder
    available: int
    usable: Usable
    told_at: datetime | None
    pending: int
    worth_minor: int
    soonest_points: int
    soonest_on: date | None
    progress: Progress
    last_bill: Bill | None
    referrer_name: str | None
    as_of: datetime
    fall: Fall | None = None
    benefits: tuple[str, ...] = ()
    drives: Sequence[Standing] = ()
    expiring: ExpiringFacts | None = None


def enrol(desk: Desk, enrolment: Enrolment, *, staff: str) -> Holder:
    """Enrol a member and give them a card. Refused when the phone or the number is already somebody's."""
    name = checked_name(enrolment.name)
    phone = normalised_phone(enrolment.phone)
    email, birthday = normalised_email(enrolment.email), normalised_birthday(enrolment.birthday)
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        refuse_known_phone(uow, phone)
        number = free_number(desk, uow, enrolment.card_number)
        referrer = _referrer(uow, enrolment.referrer_card)
        tier = _first_tier(uow.programs.in_force(at), enrolment.tier)
        member_id = desk.ids.entity()
        member = Member(
            member_id=member_id,
            name=name,
            phone=phone,
            language=enrolment.language,
            referrer_id=referrer.member_id if referrer else None,
            merged_into=None,
            first_tier=tier,
            joined_at=at,
            points=0,
            debt=0,
            tier=tier,
            email=email,
            birthday=birthday,
        )
        card = Card(number, member_id, CardStatus.ACTIVE, at)
        uow.members.add(member, card)
        link = None if desk.is_server else uow.links.get()
        if link is not None:
            uow.homes.add(member_id, link.store_id)
        if enrolment.prints_card:
            uow.prints.add(PrintJob(desk.ids.entity(), CARD, number, 0, at))
        body = {"member": member_row(member), "card": card_row(card), "staff": staff, **_said_beside(enrolment, member)}
        page = Page(desk, uow, head, at)
        joined(page, member, referrer)
        seal(page, "enrol", body)
    return Holder(member, card)


def _said_beside(enrolment: Enrolment, member: Member) -> dict[str, Any]:
    consent = {"consent": to_plain(enrolment.consent)} if enrolment.consent else {}
    contacts = contacts_row(member)
    return {**consent, "contacts": contacts} if contacts else consent


def checked_name(typed: str) -> str:
    name = " ".join(typed.split())
    if not 1 <= len(name) <= NAME_MAX:
        raise invalid(f"A name has between 1 and {NAME_MAX} letters. Nothing was saved.")
    return name


def _first_tier(program: Program, named: str | None) -> str:
    if named is None:
        return program.tiers.levels[0].name
    if not program.tiers.has(named):
        raise invalid(f"There is no tier called {named}. Nothing was saved.")
    return named


def refuse_known_phone(uow: UnitOfWork, phone: str | None) -> None:
    known = uow.members.by_phone(phone) if phone else ()
    if known:
        raise DomainError(
            Code.DUPLICATE,
            f"That phone number is already {known[0].member.name}'s. Nothing was saved; attach their card instead.",
            {"member_id": known[0].member.member_id},
        )


def _referrer(uow: UnitOfWork, number: str | None) -> Member | None:
    if number is None:
        return None
    holder = uow.members.by_card(number)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, "The friend's card is not in our list. Nothing was saved; scan it again.")
    return current_member(uow, holder.member.member_id)


def link_referrer(desk: Desk, card: str, *, referrer_card: str, staff: str) -> None:
    """Set who brought a member: once, never themselves, never in a circle. Whoever was merged is who remains."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        named = (required(uow, number).member.member_id for number in (card, referrer_card))
        member, referrer = (current_member(uow, member_id) for member_id in named)
        check_link(
            member.member_id,
            referrer_id=referrer.member_id,
            current=member.referrer_id,
            ancestry=uow.members.ancestry(referrer.member_id),
        )
        uow.members.set_referrer(member.member_id, referrer.member_id)
        page = Page(desk, uow, head, at)
        referred(page, member, referrer)
        seal(page, "referrer", {"member": member.member_id, "referrer": referrer.member_id, "staff": staff})


def required(uow: UnitOfWork, number: str) -> Holder:
    holder = uow.members.by_card(number)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, f"Card {number} is not in our list. Nothing was changed.")
    return holder


def _not_replaced(holder: Holder) -> Card:
    """The card. A replaced one never comes back: its member has another one."""
    assert holder.card is not None, "found by their card"
    if holder.card.status is CardStatus.REPLACED:
        raise DomainError(Code.CARD_INACTIVE, "That card was replaced. Nothing was changed; use the member's new card.")
    return holder.card


def set_card_status(desk: Desk, number: str, status: CardStatus, *, staff: str) -> None:
    """Block, unblock or report a card lost. What it is already it stays since then; all the same it is told."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        card = _not_replaced(required(uow, number))
        if status is CardStatus.ACTIVE:
            refuse_in_chain(uow, "a card is unblocked")
        if status is not card.status:
            uow.members.set_card_status(number, status, at)
        record(desk, uow, head, kind="card", at=at, body={"card": number, "status": status.value, "staff": staff})


def replace_card(desk: Desk, number: str, *, new_number: str | None = None, staff: str) -> Holder:
    """Give a member a new card; the old one stops working at once and the points stay with the member."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        old = required(uow, number)
        _not_replaced(old)
        card = Card(free_number(desk, uow, new_number), old.member.member_id, CardStatus.ACTIVE, at)
        uow.members.set_card_status(number, CardStatus.REPLACED, at)
        uow.members.add_card(card)
        record(desk, uow, head, kind="replace", at=at, body={"card": number, "by": card.number, "staff": staff})
    return replace(old, card=card)


def find_card(desk: Desk, number: str) -> Sequence[Holder]:
    with desk.store.reading() as uow:
        holder = uow.members.by_card(number)
        return () if holder is None else (holder,)


def find_phone(desk: Desk, phone: str) -> Sequence[Holder]:
    """Members with this phone number, as typed or with its country code."""
    known = normalised_phone(phone)
    with desk.store.reading() as uow:
        return uow.members.by_phone(known) if known else ()


def find_last_four(desk: Desk, digits: str) -> Sequence[Holder]:
    with desk.store.reading() as uow:
        return uow.members.by_last_four(digits)


def find_name(desk: Desk, prefix: str) -> Sequence[Holder]:
    with desk.store.reading() as uow:
        return uow.members.by_name(prefix)


def profile(desk: Desk, member_id: str, *, card_number: str | None = None) -> Profile:
    """A member with what their points come to at this instant; by the card they showed when there is one."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        holder = uow.members.by_card(card_number) if card_number else uow.members.by_id(member_id)
        if holder is None:
            raise DomainError(Code.UNKNOWN_CARD, "That member is not in our list. Nothing was changed.")
        return profile_in(desk, uow, holder, head)


def profile_in(desk: Desk, uow: UnitOfWork, holder: Holder, head: Head) -> Profile:
    """A profile of a member who is at hand."""
    member, at = holder.member, desk.instant(head)
    program = uow.programs.in_force(at)
    account = uow.ledger.open_account(member.member_id, in_debt=member.debt > 0)
    soonest_points, soonest_on = _soonest(desk, account, at)
    referrer = uow.members.by_id(member.referrer_id) if member.referrer_id else None
    available = account.available(at)
    metrics = current_metrics(uow, member, account, program, at)
    link = uow.links.get()
    return Profile(
        holder=holder,
        available=available,
        usable=usable(desk, uow, head, member.member_id, available=available),
        told_at=link.contact_at if link else None,
        pending=account.pending(at),
        worth_minor=value_minor(max(0, available), rate=program.redemption.rate, currency=program.currency),
        soonest_points=soonest_points,
        soonest_on=soonest_on,
        progress=program.tiers.progress(member.tier, metrics),
        last_bill=uow.bills.last_of(member.member_id),
        referrer_name=referrer.member.name if referrer else None,
        as_of=at,
        fall=tiering.notice(uow, member, program.tiers, metrics, at),
        benefits=program.tiers.level(member.tier).benefits,
        drives=standings_in(desk, uow, head, member, program),
        expiring=expiring(desk, account, at),
    )


def _soonest(desk: Desk, account: Account, at: datetime) -> tuple[int, date | None]:
    """The points that go first, and the day on which they are gone."""
    going = [(desk.calendar.day_of(lot.expires_at), lot.left) for lot in account.spendable(at) if lot.expires_at]
    if not going:
        return 0, None
    first = going[0][0]
    return sum(points for day, points in going if day == first), first
