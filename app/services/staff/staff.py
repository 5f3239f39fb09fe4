"""Staff: the verbs that change who works at this counter, their roles, PINs and cards.

What a PIN is, and what is kept of it, never leaves this counter and is in no event. Whoever does it must look after the
role they change: `desk.approved_by` where somebody approved it, else `staff`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.domain.errors import Code, DomainError, invalid
from app.domain.staff import NAME_LENGTH_MAX, UNTRIED, Permission, Person, Pin, Role, pin_problem
from app.services.desk import Desk
from app.services.journal import record
from app.services.ports import UnitOfWork
from app.services.staff.roster import can_look_after_staff, known, people
from app.services.staff.signing_in import card_digest, is_staff_card

OWN_MAX = 60  # people of one counter's own


def add(desk: Desk, name: str, role: Role, *, staff: str, pin: Pin | None = None, staff_id: str = "") -> Person:
    """Somebody new of the counter's own. Only a cashier may go without a PIN."""
    person = Person(staff_id or desk.ids.entity(), _checked_name(name), role)
    if pin is None and person.needs_pin:
        raise invalid(f"A {role.value} needs a PIN. Nothing was changed.")
    pin_hash = _hashed(desk, pin) if pin else ""
    with desk.store.writing() as uow:
        _require_alone(uow)
        _require_place(uow, person)
        _require_say(uow, desk, staff, role)
        _require_start(uow, person, pin_hash)
        _put(desk, uow, person, "added", staff)
        uow.staff.put_key(replace(uow.staff.key(person.staff_id), pin_hash=pin_hash))
    return person


def change(desk: Desk, person: Person, *, staff: str) -> Person:
    """Give one of the counter's own another name or role, or let them work here no more, or again."""
    person = replace(person, name=_checked_name(person.name))
    with desk.store.writing() as uow:
        was = known(uow, person.staff_id)
        if not was.is_own:
            raise DomainError(
                Code.ONLY_SERVER, f"{was.name} is looked after at the server of the chain. Nothing was changed here."
            )
        if was == person:
            return was
        for role in (was.role, person.role):
            _require_say(uow, desk, staff, role)
        if person.needs_pin and not uow.staff.key(person.staff_id).has_pin:
            raise invalid(f"A {person.role.value} needs a PIN. Give {person.name} one first. Nothing was changed.")
        _require_place(uow, person)
        _put(desk, uow, person, "changed", staff)
        _require_authority(uow)
    return person


def set_pin(desk: Desk, staff_id: str, pin: Pin, *, staff: str) -> None:
    """Give somebody a PIN at this counter, theirs or a chain's; wrong ones before are forgiven."""
    pin_hash = _hashed(desk, pin)
    with desk.store.writing() as uow:
        person = known(uow, staff_id)
        _require_say(uow, desk, staff, person.role, about=staff_id)
        _require_start(uow, person, pin_hash)
        uow.staff.put_key(replace(uow.staff.key(staff_id), pin_hash=pin_hash, tries=UNTRIED))
        _record(desk, uow, person, "pin", staff)


def give_card(desk: Desk, staff_id: str, scanned: str, *, staff: str) -> None:
    """From now on this staff card is theirs; another they had works no more."""
    if not is_staff_card(scanned):
        raise invalid("That is no staff card: one has twenty digits. Nothing was changed.")
    digest = card_digest(scanned)
    with desk.store.writing() as uow:
        person = known(uow, staff_id)
        _require_say(uow, desk, staff, person.role, about=staff_id)
        if any(key.card_digest == digest and key.staff_id != staff_id for key in uow.staff.every_key()):
            raise DomainError(Code.DUPLICATE, "That staff card is somebody else's. Take a new one.")
        uow.staff.put_key(replace(uow.staff.key(staff_id), card_digest=digest))
        _record(desk, uow, person, "card", staff)


def take_card(desk: Desk, staff_id: str, *, staff: str) -> None:
    """Their staff card works no more: it is lost."""
    with desk.store.writing() as uow:
        person = known(uow, staff_id)
        _require_say(uow, desk, staff, person.role, about=staff_id)
        uow.staff.put_key(replace(uow.staff.key(staff_id), card_digest=""))
        _record(desk, uow, person, "card taken", staff)


def ensure_somebody(desk: Desk, name: str) -> None:
    """Somebody to ring with: on a counter that knows nobody, a cashier of that name who needs no PIN."""
    with desk.store.reading() as uow:
        is_empty = not people(uow)
    if is_empty:
        add(desk, name, Role.CASHIER, staff="first start")


def _checked_name(typed: str) -> str:
    name = " ".join(typed.split())
    if not 1 <= len(name) <= NAME_LENGTH_MAX:
        raise invalid(f"A name has between 1 and {NAME_LENGTH_MAX} letters. Nothing was changed.")
    return name


def _hashed(desk: Desk, pin: Pin) -> str:
    problem = pin_problem(pin)
    if problem:
        raise invalid(f"{problem} Nothing was changed.")
    return desk.pins.hashed(pin)


def _require_alone(uow: UnitOfWork) -> None:
    if uow.links.get() is not None:
        raise DomainError(Code.ONLY_SERVER, "Who works here is kept at the server of the chain. Add them there.")


def _require_place(uow: UnitOfWork, person: Person) -> None:
    others = [one for one in uow.staff.own() if one.staff_id != person.staff_id]
    if len(others) >= OWN_MAX:
        raise invalid(f"A counter keeps at most {OWN_MAX} people. Nothing was changed.")
    if any(one.name.casefold() == person.name.casefold() for one in others):
        raise DomainError(Code.DUPLICATE, f"{person.name} is on the list already. Nothing was changed.")


def _require_say(uow: UnitOfWork, desk: Desk, staff: str, role: Role, *, about: str = "") -> None:
    """Whoever does it looks after that role, or is who it is about. Until anybody can, everybody may begin."""
    everybody = people(uow)
    if not can_look_after_staff(uow, everybody):
        return
    by = desk.approved_by or staff
    actor = next((one for one in everybody if one.staff_id == by), None)
    if actor is None or not (actor.looks_after(role) or actor.staff_id == about):
        raise DomainError(Code.NOT_ALLOWED, "Only somebody above that role may change this. Ask an owner.")


def _require_start(uow: UnitOfWork, person: Person, pin_hash: str) -> None:
    """The first PIN at a counter is a manager's or an owner's: without one nobody could be asked."""
    is_begun = can_look_after_staff(uow, people(uow))
    if pin_hash and not is_begun and not person.may(Permission.STAFF):
        raise DomainError(Code.NOT_ALLOWED, "The first PIN here is a manager's or an owner's. Nothing was changed.")


def _require_authority(uow: UnitOfWork) -> None:
    """Raised before the end of the unit, which undoes it."""
    own: Sequence[Person] = uow.staff.own()
    had_pin = any(uow.staff.key(one.staff_id).has_pin for one in own)
    if had_pin and not can_look_after_staff(uow, people(uow)):
        raise invalid("Nobody would be left who looks after staff. Nothing was changed; name somebody else first.")


def _put(desk: Desk, uow: UnitOfWork, person: Person, did: str, staff: str) -> None:
    uow.staff.put(person)
    _record(desk, uow, person, did, staff)


def _record(desk: Desk, uow: UnitOfWork, person: Person, did: str, staff: str) -> None:
    head = uow.journal.head()
    row: dict[str, Any] = {
        "person": person.staff_id,
        "name": person.name,
        "role": person.role.value,
        "active": person.is_active,
    }
    record(desk, uow, head, kind="staff", at=desk.instant(head), body={"did": did, **row, "staff": staff})
