"""What the page of members says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from app.domain.codes import format_card_number, mask
from app.domain.entries import EntryKind
from app.domain.formats import MINUS, points, points_in_column
from app.domain.member import Card, CardStatus, Holder
from app.domain.tiers import TierChangeKind
from app.services.campaigns.drive_standings import Standing
from app.services.members.contacts import day_and_month
from app.services.members.dossiers import Dossier, Movement, Revealed
from app.services.ports import TierChange
from app.services.tiers import given_tiers
from ui.members.state import Cells, Tab
from ui.own_words import own
from ui.rows import ChoiceRow
from ui.rule_words import TRIGGERS
from ui.speech import Speech
from ui.tier_words import before_it_falls
from ui.when import day_words
from ui.words import LANGUAGES, later, spoken, tr

_A_LEAP_YEAR = 2000  # has every day a birthday may be on
HOW = later("Scan a card, or type a phone, the last four digits or a name, and press Enter.")
NOBODY = later("Nobody is found for that. Check it, or press F6 to give them a card.")
NO_MEMBER = later("Find a member first: scan a card, or type into the box.")
NO_CARD_LEFT = later("This member has no card. Give them one with F6.")
NO_EXPORTS = later("This counter has no folder for exports. Nothing was written.")
DECLINED = later("Nobody approved it. Nothing was changed.")
NOT_POINTS = later("Type the points as a number, like 50 or -12.5. Nothing was changed.")
NO_DAY = later("Type the day like 31/3/2027, or nothing. Nothing was changed.")
REASONS: Final = (
    later("Card was not scanned at the sale"),
    later("Mistake at the counter put right"),
    later("Goodwill"),
    later("Complaint"),
    later("Points used wrongly"),
)
COLUMNS: Final[Mapping[Tab, Cells]] = {
    Tab.POINTS: (later("Points"), later("Usable from"), later("Expire")),
    Tab.LEDGER: (
        later("When"),
        later("What"),
        later("Points"),
        later("Bill"),
        later("Counter"),
        later("By"),
        later("Sent"),
    ),
    Tab.ABOUT: (later("What"), later("Which"), later("When")),
}
NUMBERS: Final[Mapping[Tab, tuple[int, ...]]] = {Tab.POINTS: (0,), Tab.LEDGER: (2,), Tab.ABOUT: ()}
_KINDS: Final[Mapping[EntryKind, str]] = {
    EntryKind.EARN: later("Earned"),
    EntryKind.BONUS: later("Bonus"),
    EntryKind.REFERRAL: later("For a friend's bill"),
    EntryKind.REDEEM: later("Used"),
    EntryKind.REWARD: later("Reward"),
    EntryKind.ADJUST: later("By hand"),
    EntryKind.REVERSE: later("Taken back"),
    EntryKind.RESTORE: later("Given back"),
    EntryKind.EXPIRE: later("Expired"),
    EntryKind.UNEXPIRE: later("Expiry undone"),
    EntryKind.EXTEND: later("Kept for longer"),
    EntryKind.UNEXTEND: later("Kept no longer"),
    EntryKind.MERGE_OUT: later("Moved away"),
    EntryKind.MERGE_IN: later("Moved here"),
}
_WHY: Final[Mapping[str, str]] = {
    "bill": later("with a bill"),
    "refund": later("with a return"),
    "period": later("the period ended"),
    "merge": later("two members became one"),
}
_DEEDS: Final[Mapping[str, str]] = {trigger.value: words for trigger, words in TRIGGERS.items()}
_STATUS: Final[Mapping[CardStatus, str]] = {
    CardStatus.ACTIVE: later("in use"),
    CardStatus.BLOCKED: later("blocked"),
    CardStatus.LOST: later("lost"),
    CardStatus.REPLACED: later("replaced"),
}


def found_row(holder: Holder) -> ChoiceRow:
    member, card = holder.member, holder.card
    card_words = mask(card.number) if card else tr("no card")
    return ChoiceRow(member.name, " · ".join(filter(None, (masked(member.phone), card_words))), member.tier)


def masked(phone: str | None) -> str:
    return f"{phone[-10:-8]}•••• {phone[-4:]}" if phone else ""


def masked_email(email: str | None) -> str:
    """How it begins, and whose server has it."""
    name, _, server = (email or "").rpartition("@")
    return f"{name[:2] if len(name) > 2 else name[:1]}••••@{server}" if server else ""


def ids(file: Dossier, revealed: Revealed | None) -> str:
    """Card, phone and e-mail; the whole of them only where somebody asked for it."""
    card, member = file.profile.holder.card, file.profile.holder.member
    number = tr("Card {number}", number=mask(card.number)) if card else tr("no card that works")
    phone = (revealed.phone if revealed else masked(member.phone)) or tr("none")
    email = revealed.email if revealed else masked_email(member.email)
    return " · ".join(filter(None, (number, tr("Phone {phone}", phone=phone), email)))


def birthday_typed(birthday: str | None) -> str:
    """29/2, as it is typed in any language; empty for none."""
    return "/".join(map(str, day_and_month(birthday))) if birthday else ""


def birthday_words(birthday: str) -> str:
    """29 Feb."""
    day, month = day_and_month(birthday)
    return spoken().day(date(_A_LEAP_YEAR, month, day), with_year=False)


def headline(file: Dossier, speech: Speech) -> str:
    worth = speech.currency.text(file.profile.worth_minor)
    return tr("{points} points = {worth}", points=points(file.profile.available), worth=worth)


def notes(file: Dossier, speech: Speech) -> str:
    profile, last = file.profile, file.profile.last_bill
    member = profile.holder.member
    parts = [tr("Member since {day}", day=speech.day(member.joined_at))]
    if member.birthday is not None:
        parts.append(tr("Birthday {day}", day=birthday_words(member.birthday)))
    if profile.fall is not None:
        parts.append(before_it_falls(member.tier, profile.fall, speech.currency, speech.day(profile.fall.at)))
    if profile.soonest_on is not None:
        day = day_words(profile.soonest_on, today=speech.calendar.day_of(speech.now))
        parts.append(tr("{points} points expire {day}", points=points(profile.soonest_points), day=day))
    if profile.pending:
        parts.append(tr("{points} not usable yet", points=points(profile.pending)))
    if last is not None:
        amount = speech.currency.text(last.net_minor)
        parts.append(tr("Last visit {day}, {amount}", day=speech.day(last.occurred_at), amount=amount))
    return " · ".join(parts)


def lot_rows(file: Dossier, speech: Speech) -> tuple[Cells, ...]:
    figures = points_in_column([lot.left for lot in file.lots])
    return tuple(
        (figure, speech.day(lot.available_at), speech.day(lot.expires_at) if lot.expires_at else tr("never"))
        for figure, lot in zip(figures, file.lots, strict=True)
    )


def movement_rows(moves: Sequence[Movement], speech: Speech) -> tuple[Cells, ...]:
    figures = points_in_column([one.points for one in moves])
    return tuple(_movement(one, figure, speech) for one, figure in zip(moves, figures, strict=True))


def _movement(one: Movement, figure: str, speech: Speech) -> Cells:
    what = tr(_KINDS[one.kind])
    signed = figure if one.points < 0 else f"+{figure}"
    sent = "" if one.is_sent is None else tr("yes") if one.is_sent else tr("waits")
    reason = f"{what}: {_reason(one.reason)}" if one.reason else what
    return (
        speech.moment(one.at),
        reason,
        signed,
        one.bill_number,
        one.counter or tr("elsewhere"),
        own(one.staff),
        sent,
    )


def _reason(reason: str) -> str:
    """Why points moved: what a member did that a rule asks for, one of the usual reasons, or somebody's own words."""
    if reason in _DEEDS:
        return tr(_DEEDS[reason])
    return tr(reason) if reason in REASONS else own(reason)


def about_rows(file: Dossier, speech: Speech) -> tuple[Cells, ...]:
    """Cards, who brought them and whom they brought, and every tier they had."""
    member = file.profile.holder.member
    rows: list[Cells] = [
        (tr("Card"), f"{format_card_number(card.number)}, {tr(_STATUS[card.status])}", speech.day(card.status_at))
        for card in file.cards
    ]
    if file.profile.referrer_name:
        rows.append((tr("Brought by"), file.profile.referrer_name, speech.day(member.joined_at)))
    rows += [(tr("Brought"), one.member.name, speech.day(one.member.joined_at)) for one in file.brought]
    rows += [_drive_row(one, speech) for one in file.profile.drives if one.drive.by_joining]
    rows += [(tr("Benefit"), benefit, "") for benefit in file.profile.benefits]
    rows += [(tr("Tier"), _tier_words(one), speech.day(one.occurred_at)) for one in file.tiers]
    rows.append((tr("Language"), LANGUAGES.get(member.language, member.language), ""))
    return tuple(rows)


def _drive_row(one: Standing, speech: Speech) -> Cells:
    """Since when they take part, and else whether they could."""
    title, joined = one.drive.title, one.part.joined_at
    if joined is not None:
        return tr("Campaign"), tr("takes part in “{campaign}”", campaign=title), speech.day(joined)
    could = tr("may take part in “{campaign}”", campaign=title)
    return tr("Campaign"), could if one.may_join else tr("“{campaign}” is not for them", campaign=title), ""


def _tier_words(change: TierChange) -> str:
    """What became what, and why; by hand the reason is somebody's own words."""
    if change.kind is TierChangeKind.INITIAL and change.from_tier == change.to_tier:
        return tr("began as {tier}", tier=change.to_tier)
    if change.from_tier == change.to_tier:
        return tr("{tier} held: {why}", tier=change.to_tier, why=change.reason)
    what = tr("{before} became {after}", before=change.from_tier, after=change.to_tier)
    return tr("{what}: {why}", what=what, why=_why(change))


def _why(change: TierChange) -> str:
    if change.kind is TierChangeKind.MANUAL:
        return change.reason
    if given_tiers.is_advance(change):
        return tr("by the rule “{rule}”", rule=given_tiers.rule_of(change))
    return tr(_WHY.get(change.reason, change.reason))


def card_words(card: Card | None) -> str:
    return tr("Unblock card") if card is not None and not card.is_active else tr("Block card")


def merge_note(other: Holder, into: str) -> str:
    taken = points(other.member.points)
    return tr(
        "{name} with {points} points becomes {into}. Their card stops working.",
        name=other.member.name,
        points=taken,
        into=into,
    )


def adjusted(moved: int, balance: int) -> str:
    signed = f"{MINUS}{points(-moved)}" if moved < 0 else f"+{points(moved)}"
    return tr("{points} points: now {balance} to spend.", points=signed, balance=points(balance))
