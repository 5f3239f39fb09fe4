"""A list of members, read row by row: who can be enrolled with what, and what is wrong with each of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from app.domain.codes import is_card_number
from app.domain.errors import DomainError
from app.domain.member import Holder
from app.services.desk import Desk
from app.services.lists import Columns, Problem, RowWrong, numbered, told, verdict
from app.services.members import adjustments, members
from app.services.members.contacts import normalised_birthday, normalised_email
from app.services.members.members import Enrolment
from app.services.members.phones import normalised_phone
from app.services.ports import UnitOfWork

ROWS_MAX: Final = 50_000
REASON: Final = "opening balance"
_EXPECTED = (
    "Nothing was imported; a list of members has name and phone, and may have card, points, tier, e-mail and birthday."
)
_COLUMNS = Columns(
    {
        "name": ("name", "customer", "customer name", "member"),
        "phone": ("phone", "mobile", "phone number", "mobile number"),
        "card": ("card", "card number", "number"),
        "points": ("points", "balance"),
        "tier": ("tier", "level", "membership"),
        "email": ("email", "e-mail", "mail", "e-mail address", "email address"),
        "birthday": ("birthday", "birth date", "date of birth", "dob"),
    },
    ("name", "phone"),
    _EXPECTED,
)
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class ListedMember:
    """A row that is fine: whom it enrols, with how many opening points in hundredths; `holder` where they are here."""

    row_number: int
    cells: tuple[str, ...]
    enrolment: Enrolment
    points: int
    holder: Holder | None


@dataclass(frozen=True, slots=True)
class MemberList:
    """A list that was read."""

    header: tuple[str, ...]
    members: tuple[ListedMember, ...]
    problems: tuple[Problem, ...]

    @property
    def verdict(self) -> str:
        """1,223 rows fine, 17 have problems (wrong phone 12, duplicate phone 5)."""
        return verdict(len(self.members), self.problems)


@dataclass(frozen=True, slots=True)
class MembersTaken:
    """What became of a list: how many were enrolled, how many were here before, and the rows that were left out."""

    header: tuple[str, ...]
    enrolled: int
    here_before: int
    problems: tuple[Problem, ...]


def read(desk: Desk, rows: Iterable[Sequence[str]]) -> MemberList:
    """Read a list whose first row names its columns. Nothing is written.

    Raises ListUnreadable when that is no list of members.
    """
    every = [*rows]
    header = tuple(every[0]) if every else ()
    places = _COLUMNS.places(header)
    fine, problems = [], []
    with desk.store.reading() as uow:
        tiers = uow.programs.in_force(desk.instant(uow.journal.head())).tiers
        reading = _Reading(uow, {level.name.casefold(): level.name for level in tiers.levels})
        for number, cells in numbered(iter(every[1:]), most=ROWS_MAX):
            try:
                fine.append(reading.take(number, cells, told(cells, header, places)))
            except RowWrong as wrong:
                problems.append(Problem(number, cells, str(wrong)))
    return MemberList(header, tuple(fine), tuple(problems))


def take_in(desk: Desk, found: MemberList, *, staff: str) -> MembersTaken:
    """Enrol everybody of a list with their opening points.

    The same list again changes nothing: whoever is here already, by phone and name, gets what is theirs once.
    """
    taken, problems = [], [*found.problems]
    for one in found.members:
        try:
            _take_in(desk, one, staff)
            taken.append(one)
        except DomainError as refused:
            problems.append(Problem(one.row_number, one.cells, refused.message))
    enrolled = sum(one.holder is None for one in taken)
    ordered = sorted(problems, key=lambda problem: problem.row_number)
    return MembersTaken(found.header, enrolled, len(taken) - enrolled, tuple(ordered))


def _take_in(desk: Desk, one: ListedMember, staff: str) -> None:
    holder = one.holder or members.enrol(desk, one.enrolment, staff=staff)
    if one.points:
        assert holder.card is not None, "who is new has one, and who was read has an active one"
        card, key = holder.card.number, _key(one.enrolment.phone)
        adjustments.adjust(desk, card, points=one.points, reason=REASON, staff=staff, key=key, policy_expiry=True)


def _key(phone: str | None) -> str:
    """Under which somebody's opening points are given once."""
    return f"member list {phone}"


@dataclass(slots=True)
class _Reading:
    """Whose phones and cards the rows had so far. `tiers` are there by their names in small letters."""

    uow: UnitOfWork
    tiers: Mapping[str, str]
    phones: set[str] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)

    def take(self, number: int, cells: tuple[str, ...], found: Mapping[str, str]) -> ListedMember:
        """Raises RowWrong, and then nothing of the row counts."""
        name, phone, card = _name(found["name"]), _phone(found["phone"]), _card(found.get("card", ""))
        points, tier = _hundredths(found.get("points", "")), self._tier(found.get("tier", ""))
        email = _sound(normalised_email, found.get("email", ""), "wrong e-mail")
        birthday = _sound(normalised_birthday, found.get("birthday", ""), "wrong birthday")
        if phone in self.phones:
            raise RowWrong("duplicate phone")
        if card in self.cards:
            raise RowWrong("duplicate card")
        holder = self._holder(name, phone, card)
        points = self._opening(holder, phone, points)
        self.phones.add(phone)
        if card is not None:
            self.cards.add(card)
        enrolment = Enrolment(name, phone, card_number=card, tier=tier, email=email, birthday=birthday)
        return ListedMember(number, cells, enrolment, points, holder)

    def _tier(self, text: str) -> str | None:
        if not text:
            return None
        tier = self.tiers.get(text.casefold())
        if tier is None:
            raise RowWrong("unknown tier")
        return tier

    def _holder(self, name: str, phone: str, card: str | None) -> Holder | None:
        """Who of this name and phone is here. Raises RowWrong where phone or card are somebody else's."""
        known = self.uow.members.by_phone(phone)
        holder = next((one for one in known if one.member.name.casefold() == name.casefold()), None)
        if known and holder is None:
            raise RowWrong("another member's phone")
        owner = self.uow.members.by_card(card) if card else None
        if owner is not None and (holder is None or owner.member.member_id != holder.member.member_id):
            raise RowWrong("another member's card")
        return holder

    def _opening(self, holder: Holder | None, phone: str, points: int) -> int:
        """What they are still to be given: nobody gets it twice, nor on top of what moved here since.

        Raises RowWrong where it cannot be given.
        """
        if holder is None or not points:
            return points
        if self.uow.effects.result("adjust", _key(phone)) is not None:
            return 0
        if not holder.is_active:
            raise RowWrong("no active card")
        member = holder.member
        if member.points or self.uow.ledger.newest_of_member(member.member_id, limit=1):
            raise RowWrong("has points already")
        return points


def _name(text: str) -> str:
    if not text:
        raise RowWrong("no name")
    return _sound(members.checked_name, text, "name too long")


def _phone(text: str) -> str:
    phone = _sound(normalised_phone, text, "wrong phone")
    if phone is None:
        raise RowWrong("no phone")
    return phone


def _sound(made: Callable[[str], _Kept], text: str, what: str) -> _Kept:
    """What a member keeps of what is typed; its refusal in a few words."""
    try:
        return made(text)
    except DomainError as refused:
        raise RowWrong(what) from refused


def _card(text: str) -> str | None:
    """As it is written on the card, in fours, or as a spreadsheet was told to keep it."""
    digits = (text[2:-1] if text.startswith('="') and text.endswith('"') else text).replace(" ", "")
    if digits and not is_card_number(digits):
        raise RowWrong("wrong card")
    return digits or None


def _hundredths(text: str) -> int:
    """Points as a shop writes them: 1,250 or 12.5."""
    points = re.fullmatch(r"([0-9]{1,7})(?:\.([0-9]{1,2}))?", text.replace(",", "") or "0")
    if points is None:
        raise RowWrong("wrong points")
    return int(Decimal(points[0]) * 100)
