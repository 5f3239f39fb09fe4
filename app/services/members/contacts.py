"""Contacts: a member's e-mail and birthday, in one spelling for what people type in many. Both may be missing.

A birthday is a day and a month, never a year: --02-29, as ISO 8601 and vCards write it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from app.domain.errors import invalid
from app.domain.member import Member
from app.services.plain import NotPlainError

EMAIL_MAX: Final = 254  # RFC 5321: what fits between the brackets of an address
BIRTHDAY_TYPED_MAX: Final = 30

_LETTER = r"A-Za-z0-9\x80-\U0010ffff"  # of any script: what no address may hold of them is not printable
_LABEL = rf"[{_LETTER}](?:[{_LETTER}-]{{0,61}}[{_LETTER}])?"
_EMAIL = re.compile(rf"""([^\s@<>(),;:"'\\\[\]`|]{{1,64}})@((?:{_LABEL}\.)+{_LABEL})""")
_TOP = re.compile(r"[^0-9].*")  # no top-level domain begins with a digit, so 1.2.3.4 is none
_KEPT = re.compile(r"--([0-9]{2})-([0-9]{2})")
_OF_A_DATE = re.compile(r"[0-9]{4}-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?")
_TYPED = re.compile(r"([0-9]{1,2})[ /.-]+([0-9]{1,2}|[a-z]{3,9})[ /.,-]*(?:[0-9]{2}|[0-9]{4})?")
_MONTHS = (
    ("january", 31),
    ("february", 29),
    ("march", 31),
    ("april", 30),
    ("may", 31),
    ("june", 30),
    ("july", 31),
    ("august", 31),
    ("september", 30),
    ("october", 31),
    ("november", 30),
    ("december", 31),
)


def normalised_email(typed: str | None) -> str | None:
    """The address with its domain in small letters, None for none; refused when it cannot be one. Nobody is asked."""
    address = (typed or "").strip()
    if not address:
        return None
    found = _EMAIL.fullmatch(address) if len(address) <= EMAIL_MAX and address.isprintable() else None
    if found is None or ".." in found[1] or found[1][0] == "." or not _TOP.match(found[2].rpartition(".")[2]):
        raise invalid("That is not an e-mail address. Nothing was saved; it looks like name@example.in.")
    return f"{found[1]}@{found[2].lower()}"


def normalised_birthday(typed: str | None) -> str | None:
    """Day and month as they are kept, None for none. A year that is said is not kept; the day comes first."""
    text = " ".join((typed or "").split()).lower()
    if not text:
        return None
    day_of_month = _read(text) if len(text) <= BIRTHDAY_TYPED_MAX else None
    if day_of_month is None:
        raise invalid("That is not a day and a month. Nothing was saved; a birthday looks like 29/2 or 29 Feb.")
    day, month = day_of_month
    return f"--{month:02}-{day:02}"


def _read(text: str) -> tuple[int, int] | None:
    """Day and month, where there is such a day in some year."""
    month_first = _KEPT.fullmatch(text) or _OF_A_DATE.fullmatch(text.upper())
    day_first = _TYPED.fullmatch(text)
    if month_first is not None:
        month, day = int(month_first[1]), int(month_first[2])
    elif day_first is not None:
        day, month = int(day_first[1]), _month(day_first[2])
    else:
        return None
    return (day, month) if 1 <= month <= len(_MONTHS) and 1 <= day <= _MONTHS[month - 1][1] else None


def _month(text: str) -> int:
    """Its number; 0 for a word that is no month."""
    if text.isdigit():
        return int(text)
    return next((number for number, (name, _) in enumerate(_MONTHS, 1) if name.startswith(text)), 0)


def day_and_month(birthday: str) -> tuple[int, int]:
    """Of a birthday as it is kept."""
    return int(birthday[5:7]), int(birthday[2:4])


def birthday_in_a_list(birthday: str | None) -> str:
    """29 Feb, as a list of members says it and is read again; empty for none."""
    if birthday is None:
        return ""
    day, month = day_and_month(birthday)
    return f"{day} {_MONTHS[month - 1][0][:3].title()}"


def contacts_row(member: Member) -> dict[str, str]:
    """What an enrolment says of them, beside who they are: nothing where nothing was said."""
    return {name: value for name in CHECKED if (value := getattr(member, name)) is not None}


def with_contacts(member: Member, row: Any) -> Member:
    """The member with what an enrolment said of them. Fields that nobody here knows are left alone.

    Raises NotPlainError or DomainError.
    """
    if type(row) is not dict:
        raise NotPlainError("contacts: expected an object.")
    return replace(member, email=_as_kept("email", row), birthday=_as_kept("birthday", row))


def _as_kept(name: str, row: Mapping[str, Any]) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if type(value) is not str or CHECKED[name](value) != value:
        raise NotPlainError(f"contacts.{name}: not as it is kept.")
    return value


CHECKED: Final[Mapping[str, Callable[[str | None], str | None]]] = {
    "email": normalised_email,
    "birthday": normalised_birthday,
}
