"""Images: a member's state as plain JSON, as the server tells it and a counter keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from app.domain.ledger import Posting
from app.domain.lots import Account, Lot, Use
from app.domain.member import Card, CardStatus, Member
from app.domain.tiers import Activity
from app.services.journal import canonical
from app.services.plain import NotPlainError, from_plain, to_plain
from app.services.ports import BillActivity, TierChange, UnitOfWork, UsedRule


@dataclass(frozen=True, slots=True)
class Who:
    """A member without where their points stand."""

    member_id: str
    name: str
    phone: str | None
    language: str
    referrer_id: str | None
    merged_into: str | None
    first_tier: str
    joined_at: datetime
    email: str | None = field(default=None, metadata={"sparse": True})
    birthday: str | None = field(default=None, metadata={"sparse": True})


@dataclass(frozen=True, slots=True)
class HeldCard:
    number: str
    status: CardStatus
    status_at: datetime


@dataclass(frozen=True, slots=True)
class BillWorth:
    """What one bill counts for tiers: spend in minor units, points in hundredths."""

    bill_id: str
    at: datetime
    spend_minor: int
    points: int


@dataclass(frozen=True, slots=True)
class RuleWorth:
    """What a rule brought to one bill, in hundredths of points, as it counts now."""

    bill_id: str
    rule_id: str
    day: date
    points: int


@dataclass(frozen=True, slots=True)
class TakenPart:
    """Since when a member takes part in a campaign."""

    drive_id: str
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class TierHold:
    """When a tier ends that was given for some time: by hand, or by a rule."""

    change_id: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Image:
    """A member's state. One that is not whole has open lots and debts only, and nothing of what brought them.

    Every list has one order, so that the same state gives the same bytes wherever it is kept. `lines` are ledger lines
    as the server numbered them; which of them travel is the teller's to say. `reserved` is what counters held of the
    points when it was told: it travels, and is no part of what both must know alike. Source: docs/protocol.md, Pull.
    """

    whole: bool
    member: Who
    cards: tuple[HeldCard, ...]
    points: int
    debt: int
    tier: str
    lots: tuple[Lot, ...]
    uses: tuple[Use, ...]
    activity: tuple[BillWorth, ...] = ()
    tier_changes: tuple[TierChange, ...] = ()
    lines: tuple[Posting, ...] = ()
    reserved: int = 0
    rules: tuple[RuleWorth, ...] = field(default=(), metadata={"sparse": True})
    drives: tuple[TakenPart, ...] = field(default=(), metadata={"sparse": True})
    tier_holds: tuple[TierHold, ...] = field(default=(), metadata={"sparse": True})
    home: str | None = field(default=None, metadata={"sparse": True})

    def free(self, at: datetime) -> int:
        """What can be spent at an instant and no counter holds; below zero where more is held or owed."""
        return self.account.available(at) - self.reserved

    @property
    def member_id(self) -> str:
        return self.member.member_id

    @property
    def account(self) -> Account:
        return Account({lot.lot_id: lot for lot in self.lots}, {use.key: use for use in self.uses})

    def as_member(self) -> Member:
        who = self.member
        return Member(
            member_id=who.member_id,
            name=who.name,
            phone=who.phone,
            language=who.language,
            referrer_id=who.referrer_id,
            merged_into=who.merged_into,
            first_tier=who.first_tier,
            joined_at=who.joined_at,
            points=self.points,
            debt=self.debt,
            tier=self.tier,
            email=who.email,
            birthday=who.birthday,
        )

    def held_cards(self) -> list[Card]:
        return [Card(card.number, self.member_id, card.status, card.status_at) for card in self.cards]

    def bill_activity(self) -> list[BillActivity]:
        return [
            BillActivity(one.bill_id, self.member_id, Activity(one.at, one.spend_minor, one.points))
            for one in self.activity
        ]

    def held_tiers(self) -> dict[str, datetime]:
        return {one.change_id: one.until for one in self.tier_holds}

    def used_rules(self) -> list[UsedRule]:
        return [UsedRule(one.bill_id, one.rule_id, self.member_id, one.day, one.points) for one in self.rules]

    def taken_part(self) -> Mapping[str, datetime]:
        return {one.drive_id: one.joined_at for one in self.drives}


def whole_image(uow: UnitOfWork, member_id: str, *, lines: Sequence[Posting] = (), reserved: int = 0) -> Image:
    """All that is known of a member."""
    member, account = _member(uow, member_id), uow.ledger.full_account(member_id)
    worths = (
        BillWorth(row.bill_id, row.activity.at, row.activity.spend_minor, row.activity.points)
        for row in uow.activities.rows_of_member(member_id)
    )
    return Image(
        whole=True,
        **_standing(uow, member, account),
        activity=tuple(worths),
        tier_changes=tuple(uow.tiers.of_member(member_id)),
        lines=tuple(lines),
        reserved=reserved,
        rules=tuple(
            RuleWorth(one.bill_id, one.rule_id, one.day, one.points) for one in uow.rule_uses.of_member(member_id)
        ),
        drives=tuple(TakenPart(*one) for one in uow.participations.of_member(member_id).items()),
        tier_holds=tuple(TierHold(*one) for one in uow.tiers.holds_of(member_id).items()),
        home=uow.homes.of(member_id),
    )


def slim_image(uow: UnitOfWork, member_id: str, *, reserved: int = 0) -> Image:
    """Who a member is and what they have, without how it came about."""
    member = _member(uow, member_id)
    account = uow.ledger.open_account(member_id, in_debt=member.debt > 0)
    return Image(whole=False, **_standing(uow, member, account), reserved=reserved)


def _member(uow: UnitOfWork, member_id: str) -> Member:
    holder = uow.members.by_id(member_id)
    assert holder is not None, "an image is of a member of this store"
    return holder.member


def _standing(uow: UnitOfWork, member: Member, account: Account) -> Mapping[str, Any]:
    cards = (HeldCard(one.number, one.status, one.status_at) for one in uow.members.cards_of(member.member_id))
    return {
        "member": _who(member),
        "cards": tuple(sorted(cards, key=lambda card: card.number)),
        "points": member.points,
        "debt": member.debt,
        "tier": member.tier,
        "lots": tuple(sorted(account.lots.values(), key=lambda lot: (lot.order, lot.lot_id))),
        "uses": tuple(sorted(account.uses.values(), key=_use_order)),
    }


def _who(member: Member) -> Who:
    return Who(
        member_id=member.member_id,
        name=member.name,
        phone=member.phone,
        language=member.language,
        referrer_id=member.referrer_id,
        merged_into=member.merged_into,
        first_tier=member.first_tier,
        joined_at=member.joined_at,
        email=member.email,
        birthday=member.birthday,
    )


def _use_order(use: Use) -> tuple[str, str, str]:
    return (use.entry_id, use.lot_id or "", use.stands_for or "")


def image_to_plain(image: Image) -> dict[str, Any]:
    """What travels: the fields as they are declared."""
    plain: dict[str, Any] = to_plain(image)
    return plain


def image_from_plain(plain: Any) -> Image:
    """The image that was sent. Raises NotPlainError on anything that is not exactly one, or whose sums do not hold."""
    try:
        image = from_plain(Image, plain)
    except AssertionError as wrong:
        raise NotPlainError(f"Image: {wrong}") from wrong
    account = image.account
    if (account.balance, account.debt) != (image.points, image.debt):
        raise NotPlainError(f"Image of {image.member_id}: the points are not what its lots and debts come to.")
    if any(line.entry.member_id != image.member_id for line in image.lines):
        raise NotPlainError(f"Image of {image.member_id}: a ledger line is another member's.")
    return image


def without_contacts(image: Image) -> Image:
    """As a server tells it that knows no e-mails and birthdays."""
    return replace(image, member=replace(image.member, email=None, birthday=None))


def digest_of(images: Iterable[Image]) -> str:
    """One hash of many images, in their order: the same at counter and server while both know the same."""
    total = hashlib.sha256()
    for image in images:
        total.update(canonical(image_to_plain(image)) + b"\n")
    return total.hexdigest()
