"""Editing: what a person changes of a member by hand: who they are, and their tier. The old stays in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.errors import Code, DomainError, invalid
from app.domain.member import Holder
from app.services.authority import refuse_in_chain
from app.services.desk import Desk
from app.services.journal import record
from app.services.members.edits import Edit, FieldEdit, Typed, checked, stood_in
from app.services.members.members import refuse_known_phone
from app.services.ports import Head, TierChange, UnitOfWork
from app.services.posting import Page
from app.services.sales.visitors import current_metrics
from app.services.tiers import tier_gifts, tiering

REASON_MAX = 200


@dataclass(frozen=True, slots=True)
class Edited:
    """The member as they are now, what was changed, and where the chain stands with it; None where nothing was."""

    holder: Holder
    made: tuple[Edit, Head] | None


def edit(desk: Desk, member_id: str, fields: Mapping[str, Typed], *, staff: str) -> Edited:
    """Give a member another name, phone, language, e-mail or birthday; None takes one away. What is not named stays.

    It needs no line. The event names each field that changed, with what it was, and the server's position that was
    known here: fields are merged one by one.
    """
    wanted = {name: checked(name, typed) for name, typed in fields.items()}
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        holder = known_member(uow, member_id)
        changed: dict[str, Any] = {name: new for name, new in wanted.items() if stood_in(holder.member, name) != new}
        if not changed:
            return Edited(holder, None)
        refuse_known_phone(uow, changed.get("phone"))
        after = replace(holder.member, **changed)
        uow.members.set_profile(after)
        stood = {name: stood_in(holder.member, name) for name in changed}
        told = uow.shared.told(member_id)
        made = Edit(
            member_id,
            {name: FieldEdit(stood[name], new, stood[name], new) for name, new in changed.items()},
            staff,
            told.position if told else None,
            at,
        )
        head = record(desk, uow, head, kind="edit", at=at, body=_body(made))
    return Edited(replace(holder, member=after), (made, head))


def set_tier(
    desk: Desk, member_id: str, tier: str, *, reason: str, staff: str, until: date | None = None
) -> TierChange:
    """Put a member in a tier by hand, with a reason: it is kept to the end of a day, or a whole period and its grace.

    Raises INVALID for a day that is over, and for the tier they have already where no day is named.
    """
    if not 1 <= len(reason.strip()) <= REASON_MAX:
        raise invalid(f"A tier set by hand needs a reason of at most {REASON_MAX} letters. Nothing was changed.")
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "a tier is set by hand")
        page = Page.open(desk, uow)
        member, program = known_member(uow, member_id).member, uow.programs.in_force(page.at)
        if not program.tiers.has(tier):
            raise invalid(f"There is no tier called {tier}. Nothing was changed.")
        tier, member = program.tiers.called(tier), replace(member, tier=program.tiers.called(member.tier))
        if until is not None and until < desk.calendar.day_of(page.at):
            raise invalid("A tier cannot end before today. Nothing was changed; choose a later day.")
        metrics = current_metrics(uow, member, page.account(member), program, page.at)
        change = tiering.give(page, member, tier, reason=reason, metrics=metrics, staff=staff, until=until)
        if change is None:
            raise invalid(f"The member is {tier} already. Nothing was changed.")
        tier_gifts.bring(page, member, program, tier_gifts.Rise(member.tier, tier, change.change_id))
        page.close("tier", {"member": member_id, **_until(until)})
    return change


def _until(day: date | None) -> dict[str, str]:
    return {} if day is None else {"until": day.isoformat()}


def known_member(uow: UnitOfWork, member_id: str) -> Holder:
    """A member who is still their own. Raises UNKNOWN_CARD, or CARD_INACTIVE when merged into another."""
    holder = uow.members.by_id(member_id)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, "That member is not in our list. Nothing was changed.")
    if holder.member.merged_into is not None:
        raise DomainError(
            Code.CARD_INACTIVE,
            "That member was merged into another. Nothing was changed; use the member who remains.",
            {"merged_into": holder.member.merged_into},
        )
    return holder


def _body(made: Edit) -> dict[str, Any]:
    fields = {name: {"old": one.old, "new": one.new} for name, one in made.fields.items()}
    return {"member": made.member_id, "fields": fields, "base": made.base, "staff": made.staff}
