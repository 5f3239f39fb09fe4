"""A list of members: each row is enrolled with its opening points, or left out with what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.errors import DomainError, invalid
from app.services.catalogue.catalogue_list import ListUnreadable, Problem
from app.services.desk import Desk
from app.services.members import adjustments, members
from app.services.members.members import Enrolment
from app.services.members.phones import normalised_phone

ROWS_MAX: Final = 50_000
REASON: Final = "opening balance"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "customer", "customer name", "member"),
    "phone": ("phone", "mobile", "phone number", "mobile number"),
    "card": ("card", "card number", "number"),
    "points": ("points", "balance"),
    "email": ("email", "e-mail", "mail", "e-mail address", "email address"),
    "birthday": ("birthday", "birth date", "date of birth", "dob"),
}


@dataclass(frozen=True, slots=True)
class MembersTaken:
    """What became of a list: how many of its rows are members now, and the rows that were left out."""

    header: tuple[str, ...]
    enrolled: int
    problems: tuple[Problem, ...]


def take_in(desk: Desk, rows: Iterable[Sequence[str]], *, staff: str) -> MembersTaken:
    """Enrol everybody of a list whose first row names its columns: name and phone, perhaps card, points,
    e-mail and birthday.

    The same list again changes nothing: whoever is there already, by phone and name, gets what is theirs once.
    Raises ListUnreadable when that is no list of members.
    """
    each = iter(rows)
    header = tuple(next(each, ()))
    places = _places(header)
    problems, enrolled = [], 0
    for number, cells in enumerate(each, 2):
        if number > ROWS_MAX + 1:
            problems.append(Problem(number, tuple(cells), f"beyond the {ROWS_MAX:,} rows of one list"))
        elif any(cell.strip() for cell in cells):
            try:
                _take(desk, {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}, staff)
                enrolled += 1
            except DomainError as wrong:
                problems.append(Problem(number, tuple(cells), wrong.message))
    return MembersTaken(header, enrolled, tuple(problems))


def _take(desk: Desk, found: Mapping[str, str], staff: str) -> None:
    points = _hundredths(found.get("points", ""))
    phone = normalised_phone(found["phone"])
    if phone is None:
        raise invalid("The phone is missing.")
    known = members.find_phone(desk, phone)
    if known and known[0].member.name == members.checked_name(found["name"]):
        holder = known[0]
    else:
        wanted = Enrolment(
            found["name"],
            phone,
            card_number=found.get("card") or None,
            email=found.get("email"),
            birthday=found.get("birthday"),
        )
        holder = members.enrol(desk, wanted, staff=staff)
    if points:
        key = f"member list {phone}"
        number = holder.card.number if holder.card is not None else ""
        adjustments.adjust(desk, number, points=points, reason=REASON, staff=staff, key=key, policy_expiry=True)


def _hundredths(text: str) -> int:
    """Points as a shop writes them: 1,250 or 12.5."""
    points = re.fullmatch(r"([0-9]{1,7})(?:\.([0-9]{1,2}))?", text.replace(",", "") or "0")
    if points is None:
        raise invalid("Points are a figure like 250 or 12.50.")
    return int(Decimal(points[0]) * 100)


def _places(header: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands."""
    named = {" ".join(name.casefold().split()): at for at, name in reversed(list(enumerate(header)))}
    places = {
        column: next(named[name] for name in names if name in named)
        for column, names in _COLUMNS.items()
        if any(name in named for name in names)
    }
    if not {"name", "phone"} <= places.keys():
        raise ListUnreadable(
            "The first row has no columns called 'name' and 'phone'. Nothing was imported; a list of members "
            "has those, and may have card, points, e-mail and birthday."
        )
    return places
