"""What a counter changed of a member, merged field by field into what stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from app.domain.member import Member
from app.services.members.edits import CHECKED, Edit, Typed, checked, merged, stood_in
from app.services.plain import NotPlainError
from app.services.ports import UnitOfWork
from app.services.strict_rows import text_of

EDITED_TWICE = "EDITED_TWICE"
LISTED = ("name", "phone", "birthday")  # changed twice, a person has to see it


class Noting(Protocol):
    def __call__(self, kind: str, **facts: Any) -> None:
        """Raise something about the event for a person to see."""


def take_edit(uow: UnitOfWork, member: Member, body: Mapping[str, Any], *, at: datetime, note: Noting) -> Edit:
    """Merge an edit into the member who has these points now. Of who was merged away nothing is replaced by it.

    Fields that nobody here knows are left alone. Raises NotPlainError or DomainError.
    """
    is_their_own = text_of(body, "member") == member.member_id
    fields = {
        name: merged(stood_in(member, name), old=old, new=new, may_replace=is_their_own)
        for name, (old, new) in _asked(body).items()
    }
    stands: dict[str, Any] = {name: one.stands for name, one in fields.items()}
    after = replace(member, **stands)
    if after != member:
        _note_twins(uow, member, after, note)
        uow.members.set_profile(after)
    contested = [name for name in LISTED if name in fields and fields[name].is_contested]
    if contested:
        note(EDITED_TWICE, member=member.member_id, fields=contested)
    base = body.get("base")
    return Edit(member.member_id, fields, text_of(body, "staff"), base if type(base) is int else None, at)


def _note_twins(uow: UnitOfWork, member: Member, after: Member, note: Noting) -> None:
    if after.phone and after.phone != member.phone:
        others = [one.member.member_id for one in uow.members.by_phone(after.phone)]
        if others:
            note("SAME_PHONE", members=[*others, member.member_id])


def _asked(body: Mapping[str, Any]) -> Mapping[str, tuple[Typed, Typed]]:
    rows = body.get("fields")
    if type(rows) is not dict:
        raise NotPlainError("fields: expected an object.")
    return {name: _change(name, rows[name]) for name in CHECKED if name in rows}


def _change(name: str, row: Any) -> tuple[Typed, Typed]:
    if type(row) is not dict or not all(type(row.get(side)) in (str, type(None)) for side in ("old", "new")):
        raise NotPlainError(f"fields.{name}: expected what it was and what it is.")
    old, new = row.get("old"), row.get("new")
    if checked(name, new) != new:
        raise NotPlainError(f"fields.{name}: not as it is kept.")
    return old, new
