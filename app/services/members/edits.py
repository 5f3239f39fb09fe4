"""Edits: fields of a member changed by hand, each merged by itself with what others had changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import invalid
from app.domain.member import Member
from app.services.members import contacts
from app.services.members.members import checked_name
from app.services.members.phones import normalised_phone

LANGUAGE_MAX = 12

Typed = str | None


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """What a field was where it was changed and was to be; what stood when that came in, and what stands since."""

    old: Typed
    new: Typed
    stood: Typed
    stands: Typed

    @property
    def is_contested(self) -> bool:
        """Somebody else had changed it to something else, and one of the two had to give way."""
        return self.stood not in (self.old, self.new)


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody changed of a member, as it was merged.

    `base` is the server's position it was made on, None where whoever made it led the member's data.
    """

    member_id: str
    fields: Mapping[str, FieldEdit]
    staff: str
    base: int | None
    at: datetime


def merged(stood: Typed, *, old: Typed, new: Typed, may_replace: bool) -> FieldEdit:
    """The later in the server's order stands; without `may_replace`, what was changed meanwhile does."""
    stands = new if may_replace or stood == old else stood
    return FieldEdit(old, new, stood, stands)


def stood_in(member: Member, name: str) -> Typed:
    value: Typed = getattr(member, name)
    return value


def checked(name: str, typed: Typed) -> Typed:
    """A field as it is kept. Raises INVALID."""
    return CHECKED[name](typed)


def _name(typed: Typed) -> str:
    return checked_name(typed or "")


def _language(typed: Typed) -> str:
    if typed is None or not 1 <= len(typed) <= LANGUAGE_MAX:
        raise invalid(f"A language has between 1 and {LANGUAGE_MAX} letters, as en or hi. Nothing was changed.")
    return typed


CHECKED: Mapping[str, Callable[[Typed], Typed]] = {
    "name": _name,
    "phone": normalised_phone,
    "language": _language,
    **contacts.CHECKED,
}
