"""The roster: who works at this counter, how they are known here, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Code, DomainError
from app.domain.staff import Permission, Person, Role
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.staff.staff_records import StaffKey


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the roster. `wait_s` is how long wrong PINs make them wait still, after `failures` of them."""

    person: Person
    has_pin: bool
    has_card: bool
    failures: int
    wait_s: int

    @property
    def lacks_pin(self) -> bool:
        return self.person.needs_pin and not self.has_pin


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody, who works here now before who does not. `has_authority` once somebody can look after staff."""

    listed: Sequence[Listed]
    has_authority: bool

    def person(self, staff_id: str) -> Person | None:
        return next((one.person for one in self.listed if one.person.staff_id == staff_id), None)


def roster(desk: Desk) -> Roster:
    with desk.store.reading() as uow:
        everybody, keys = people(uow), {key.staff_id: key for key in uow.staff.every_key()}
    now, mono_ms = desk.clock.now(), desk.mono_ms

    def listed(person: Person) -> Listed:
        key = keys.get(person.staff_id, StaffKey(person.staff_id))
        tries = key.tries
        return Listed(person, key.has_pin, key.card_digest != "", tries.failures, tries.wait_left_s(now, mono_ms))

    every = sorted(map(listed, everybody), key=lambda one: not one.person.is_active)
    return Roster(every, any(one.has_pin and one.person.may(Permission.STAFF) for one in every))


def people(uow: UnitOfWork) -> Sequence[Person]:
    """A chain's people and the counter's own. The own stand aside once somebody of the chain can look after staff
    here: from then on nobody acts whom the chain does not know.
    """
    told = [
        Person(one.staff_id, one.name, _role(one.role), one.is_active, is_own=False) for one in uow.shared.colleagues()
    ]
    if can_look_after_staff(uow, told):
        return told
    known = {one.staff_id for one in told}
    return [*told, *(one for one in uow.staff.own() if one.staff_id not in known)]


def _role(named: str) -> Role:
    """A role this program does not know yet may do what the least one may."""
    return Role(named) if named in list(Role) else Role.CASHIER


def can_look_after_staff(uow: UnitOfWork, some: Sequence[Person]) -> bool:
    """Whether one of them may, and has the PIN to prove it."""
    return any(one.may(Permission.STAFF) and uow.staff.key(one.staff_id).has_pin for one in some)


def known(uow: UnitOfWork, staff_id: str) -> Person:
    """Somebody on the roster. Raises UNKNOWN_STAFF."""
    found = next((one for one in people(uow) if one.staff_id == staff_id), None)
    if found is None:
        raise DomainError(Code.UNKNOWN_STAFF, "That person is not on this counter's list. Nothing was changed.")
    return found


def name_of(uow: UnitOfWork, staff: str) -> str:
    """What somebody is called on papers and screens; whoever is on no list, as they were written down."""
    told = {one.staff_id: one.name for one in uow.shared.colleagues()}
    own = {one.staff_id: one.name for one in uow.staff.own()}
    return {**own, **told}.get(staff, staff)
