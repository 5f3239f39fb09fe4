"""Who the members are: enrolments, friends, cards, and what was changed of them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.drive_flaws import DRIVE_NAME_MAX
from app.domain.member import Card, CardStatus, Member
from app.services import unsealing
from app.services.intake import cards
from app.services.intake.edits import take_edit
from app.services.intake.points import post_known
from app.services.intake.taking import CannotTakeIn, Taking
from app.services.members.contacts import with_contacts
from app.services.plain import NotPlainError
from app.services.strict_rows import text_of

_RESTRICTIVE = (CardStatus.ACTIVE, CardStatus.BLOCKED, CardStatus.LOST, CardStatus.REPLACED)


def enrol(taking: Taking) -> None:
    who, card = unsealing.member_of(taking.body.get("member")), unsealing.card_of(taking.body.get("card"))
    member = with_contacts(who, taking.body.get("contacts", {}))
    if card.member_id != member.member_id:
        raise CannotTakeIn("CARD-FOREIGN", "The card of this enrolment is another member's.")
    new = cards.admitted(taking, card.number)
    twins = [one.member.member_id for one in taking.uow.members.by_phone(member.phone)] if member.phone else []
    taking.uow.members.add(_with_referrer(taking, member), replace(card, number=new.number))
    if taking.event.store_id is not None:
        taking.uow.homes.add(member.member_id, taking.event.store_id)
    post_known(taking)
    if new.holder_id not in (None, *twins):
        taking.note("CARD_TAKEN", members=[new.holder_id, member.member_id], **new.facts)
    if twins:
        about_card = new.facts if new.holder_id in twins else {}
        taking.note("SAME_PHONE", members=[*twins, member.member_id], **about_card)


def _with_referrer(taking: Taking, member: Member) -> Member:
    """A friend who is not known here is no reason to turn a member away."""
    known = member.referrer_id is None or taking.uow.members.by_id(member.referrer_id) is not None
    if known:
        return member
    taking.note("REFERRER_UNKNOWN", member=member.member_id, referrer=member.referrer_id)
    return replace(member, referrer_id=None)


def referrer(taking: Taking) -> None:
    member, referrer = taking.member(text_of(taking.body, "member")), taking.member(text_of(taking.body, "referrer"))
    if member.referrer_id == referrer.member_id:
        return
    circle = {referrer.member_id, *taking.uow.members.ancestry(referrer.member_id)}
    if member.referrer_id is not None or member.member_id in circle:
        taking.note("REFERRER_REFUSED", member=member.member_id, referrer=referrer.member_id)
        return
    taking.uow.members.set_referrer(member.member_id, referrer.member_id)
    post_known(taking)


def card_status(taking: Taking) -> None:
    """The most restrictive status wins; only a history may take one back."""
    card, wanted = cards.named(taking, text_of(taking.body, "card")), _status(taking)
    is_looser = _RESTRICTIVE.index(wanted) < _RESTRICTIVE.index(card.status)
    if is_looser and (card.status is CardStatus.REPLACED or not taking.event.is_history):
        taking.note("CARD_STAYS", card=card.number, status=card.status.value, wanted=wanted.value)
    elif wanted is not card.status:
        taking.uow.members.set_card_status(card.number, wanted, taking.event.at)


def _status(taking: Taking) -> CardStatus:
    named = text_of(taking.body, "status")
    if named not in CardStatus.__members__:
        raise CannotTakeIn("STATUS-UNKNOWN", f"There is no card status {named[:40]!r} here.")
    return CardStatus(named)


def replace_card(taking: Taking) -> None:
    old, new = cards.named(taking, text_of(taking.body, "card")), cards.admitted(taking, text_of(taking.body, "by"))
    number, member = new.number, taking.member(old.member_id)
    if new.holder_id is not None:
        taking.note("CARD_TAKEN", members=[new.holder_id, member.member_id], **new.facts)
    for card in taking.uow.members.cards_of(member.member_id):
        if card.is_active and card.number != old.number:
            taking.note("CARD_TWICE_REPLACED", member=member.member_id, cards=[card.number, number])
            taking.uow.members.set_card_status(card.number, CardStatus.REPLACED, taking.event.at)
    taking.uow.members.set_card_status(old.number, CardStatus.REPLACED, taking.event.at)
    taking.uow.members.add_card(Card(number, member.member_id, CardStatus.ACTIVE, taking.event.at))


def participate(taking: Taking) -> None:
    """Whatever the rules say of it here: they may have changed since. Told twice, the earlier stands."""
    member, drive_id = taking.member(text_of(taking.body, "member")), text_of(taking.body, "drive")
    if not 0 < len(drive_id) <= DRIVE_NAME_MAX:
        raise NotPlainError("drive: no campaign is called so.")
    taking.uow.participations.put(member.member_id, drive_id, taking.event.at)


def edit(taking: Taking) -> None:
    member = taking.member(text_of(taking.body, "member"))
    taking.taken.edits.append(take_edit(taking.uow, member, taking.body, at=taking.event.at, note=taking.note))
