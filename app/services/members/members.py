"""Members: enrol them, find them, and link who brought whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.errors import Code, DomainError, invalid
from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.program import Program
from app.domain.referral import check_link
from app.services.desk import Desk
from app.services.members.card_numbers import free_number
from app.services.members.contacts import contacts_row, normalised_birthday, normalised_email
from app.services.members.happenings import joined, referred, seal
from app.services.members.phones import normalised_phone
from app.services.papers.print_jobs import PrintJob
from app.services.plain import to_plain
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.records import card_row, member_row
from app.services.sales.sale import current_member

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
    return program.tiers.called(named)


def refuse_known_phone(uow: UnitOfWork, phone: str | None) -> None:
    known = uow.members.by_phone(phone) if phone else ()
    if known:
        raise DomainError(
            Code.DUPLICATE,
            f"That phone number is already {known[0].member.name}'s. Nothing was saved; use their card instead.",
            {"member_id": known[0].member.member_id},
        )


def _referrer(uow: UnitOfWork, number: str | None) -> Member | None:
    if number is None:
        return None
    holder = uow.members.by_card(number)
    if holder is None:
        raise DomainError(
            Code.UNKNOWN_CARD, "The friend's card is not in our list. Nothing was saved; check its number."
        )
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


def find_card(desk: Desk, number: str) -> Sequence[Holder]:
    with desk.store.reading() as uow:
        holder = uow.members.by_card(number)
        return () if holder is None else (*_as_called(desk, uow, (holder,)),)


def find_phone(desk: Desk, phone: str) -> Sequence[Holder]:
    """Members with this phone number, as typed or with its country code."""
    known = normalised_phone(phone)
    with desk.store.reading() as uow:
        return _as_called(desk, uow, uow.members.by_phone(known) if known else ())


def find_last_four(desk: Desk, digits: str) -> Sequence[Holder]:
    with desk.store.reading() as uow:
        return _as_called(desk, uow, uow.members.by_last_four(digits))


def find_name(desk: Desk, prefix: str) -> Sequence[Holder]:
    with desk.store.reading() as uow:
        return _as_called(desk, uow, uow.members.by_name(prefix))


def _as_called(desk: Desk, uow: UnitOfWork, found: Sequence[Holder]) -> Sequence[Holder]:
    """With the tier by what it is called now."""
    tiers = uow.programs.in_force(desk.clock.now()).tiers
    return [one.in_tier(tiers.called(one.member.tier)) for one in found]
