"""Editing: what a person changes of a member by hand: who they are, and their tier. The old stays in the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.domain.errors import Code, DomainError, invalid
from app.domain.member import Holder, Member
from app.domain.tiers import TierChangeKind
from app.services import tiering
from app.services.desk import Desk
from app.services.journal import record
from app.services.members import checked_name, refuse_known_phone
from app.services.phones import normalised_phone
from app.services.ports import TierChange, UnitOfWork
from app.services.posting import Page
from app.services.visitors import current_metrics

REASON_MAX = 200
LANGUAGE_MAX = 12

Typed = str | None


def edit(desk: Desk, member_id: str, fields: Mapping[str, Typed], *, staff: str) -> Holder:
    """Give a member another name, phone or language; a phone of None takes it away. What is not named stays.

    The event names each field that changed, with what it was: fields are merged one by one.
    """
    wanted = {name: _CHECKED[name](typed) for name, typed in fields.items()}
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        holder = known_member(uow, member_id)
        changed: dict[str, Any] = {
            name: value for name, value in wanted.items() if getattr(holder.member, name) != value
        }
        if not changed:
            return holder
        refuse_known_phone(uow, changed.get("phone"))
        after = replace(holder.member, **changed)
        uow.members.set_profile(after)
        body = {"member": member_id, "fields": _differences(holder.member, after, changed), "staff": staff}
        record(desk, uow, head, kind="edit", at=at, body=body)
    return replace(holder, member=after)


def set_tier(desk: Desk, member_id: str, tier: str, *, reason: str, staff: str) -> TierChange:
    """Put a member in a tier by hand, with a reason; it is kept a whole period and its grace."""
    if not 1 <= len(reason.strip()) <= REASON_MAX:
        raise invalid(f"A tier set by hand needs a reason of at most {REASON_MAX} letters. Nothing was changed.")
    with desk.store.writing() as uow:
        page = Page.open(desk, uow)
        member, program = known_member(uow, member_id).member, uow.programs.current()
        if not program.tiers.has(tier):
            raise invalid(f"There is no tier called {tier}. Nothing was changed.")
        metrics = current_metrics(uow, member, page.account(member), program, page.at)
        kind = TierChangeKind.MANUAL
        change = tiering.move(page, member, to=tier, kind=kind, reason=reason, metrics=metrics, staff=staff)
        if change is None:
            raise invalid(f"The member is {tier} already. Nothing was changed.")
        page.close("tier", {"member": member_id})
    return change


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


def _differences(before: Member, after: Member, changed: Mapping[str, Typed]) -> dict[str, dict[str, Typed]]:
    return {name: {"old": getattr(before, name), "new": getattr(after, name)} for name in changed}


def _name(typed: Typed) -> str:
    return checked_name(typed or "")


def _language(typed: Typed) -> str:
    if typed is None or not 1 <= len(typed) <= LANGUAGE_MAX:
        raise invalid(f"A language has between 1 and {LANGUAGE_MAX} letters, as en or hi. Nothing was changed.")
    return typed


_CHECKED: Mapping[str, Callable[[Typed], Typed]] = {"name": _name, "phone": normalised_phone, "language": _language}
