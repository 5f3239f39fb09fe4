"""Signing in and approving: who is at the counter, proved by a PIN or a staff card. Wrong PINs are counted, and wait.

A try is counted before it is looked at, in a transaction of its own: cutting the power does not give it back.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from app.domain.codes import CodeKind, classify
from app.domain.errors import Code, DomainError
from app.domain.staff import UNTRIED, Permission, Person, Pin, Role, Tries
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.staff.roster import people


@dataclass(frozen=True, slots=True)
class _Counted:
    """A try that was counted: of whom, and what it is held against."""

    person: Person | None
    pin_hash: str
    tries: Tries


def sign_in(desk: Desk, staff_id: str, pin: Pin | None = None) -> Person:
    """Whoever proves to be this person. A cashier of the counter's own, who was given no PIN, is let in without one.

    Raises PIN_BAD; of somebody who is not on the list, or works here no more, it says and takes the same.
    """
    if pin is None:
        with desk.store.reading() as uow:
            return _without_pin(uow, staff_id)
    counted = _count(desk, staff_id)
    fits = desk.pins.fits(counted.pin_hash, pin)
    if counted.person is None or not fits:
        raise wrong_pin(counted.tries)
    _forgive(desk, staff_id)
    return counted.person


def sign_in_by_card(desk: Desk, scanned: str) -> Person:
    """Whose staff card this is. Raises PIN_BAD where it is nobody's who works here."""
    digest = card_digest(scanned)
    with desk.store.reading() as uow:
        holders = {key.staff_id for key in uow.staff.every_key() if key.card_digest == digest}
        found = next((one for one in people(uow) if one.staff_id in holders and one.is_active), None)
    if found is None:
        raise DomainError(Code.PIN_BAD, "That is no staff card of this counter. Use a PIN, or another card.")
    return found


def at_opening(desk: Desk, named: str) -> Person | None:
    """Who is at the counter when it opens: whoever is named, if they need no PIN. None opens it locked.

    Where nobody is on the list, whoever is named acts: a chain's counter that was not told its staff yet.
    """
    with desk.store.reading() as uow:
        everybody = people(uow)
        if not everybody:
            return Person(named, named, Role.CASHIER)
        found = next((one for one in everybody if named in (one.staff_id, one.name) and one.is_active), None)
        is_let_in = found is not None and not found.needs_pin and not uow.staff.key(found.staff_id).has_pin
        return found if is_let_in else None


def approve(desk: Desk, staff_id: str, pin: Pin, permission: Permission) -> Person:
    """Somebody who may, and proved who they are. Raises PIN_BAD or NOT_ALLOWED."""
    return _required(sign_in(desk, staff_id, pin), permission)


def approve_by_card(desk: Desk, scanned: str, permission: Permission) -> Person:
    return _required(sign_in_by_card(desk, scanned), permission)


def is_staff_card(scanned: str) -> bool:
    return classify(scanned).kind is CodeKind.STAFF


def card_digest(scanned: str) -> str:
    """What is kept of a staff card: nobody can make the card from it."""
    return hashlib.sha256(classify(scanned).text.encode()).hexdigest()


def wrong_pin(tries: Tries) -> DomainError:
    if tries.left == 1:
        return DomainError(Code.PIN_BAD, "Wrong PIN. 1 try left, then wait 1 minute.")
    if tries.left:
        return DomainError(Code.PIN_BAD, f"Wrong PIN. {tries.left} tries left, then wait 1 minute.")
    return DomainError(Code.PIN_BAD, f"Wrong PIN. Wait {minutes(tries.wait_s)}, then try again.")


def minutes(seconds: int) -> str:
    """40 seconds, 1 minute, 16 minutes: never less than what is still to wait."""
    if seconds < 60:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    whole = -(-seconds // 60)
    return "1 minute" if whole == 1 else f"{whole} minutes"


def _without_pin(uow: UnitOfWork, staff_id: str) -> Person:
    found = _at_work(uow, staff_id)
    if found is None or found.needs_pin or uow.staff.key(staff_id).has_pin:
        raise DomainError(Code.PIN_BAD, "A PIN is needed here. Type it, or scan the staff card.")
    return found


def _at_work(uow: UnitOfWork, staff_id: str) -> Person | None:
    return next((one for one in people(uow) if one.staff_id == staff_id and one.is_active), None)


def _count(desk: Desk, staff_id: str) -> _Counted:
    """One more try, written down. Raises PIN_BAD while wrong ones before make wait.

    Tries of a name that is on no list are counted like everybody's: an answer would tell who is on it.
    """
    now, mono_ms = desk.clock.now(), desk.mono_ms
    with desk.store.writing() as uow:
        key = uow.staff.key(staff_id)
        is_waiting = key.tries.wait_left_s(now, mono_ms) > 0
        if is_waiting:
            tries = key.tries
            was_set_back = tries.failed_at is not None and now < tries.failed_at
            if was_set_back and mono_ms is None:
                uow.staff.put_key(replace(key, tries=replace(tries, failed_at=now)))
        else:
            tries = key.tries.failed(now, mono_ms)
            uow.staff.put_key(replace(key, tries=tries))
        person = _at_work(uow, staff_id)
    if is_waiting:
        left = minutes(tries.wait_left_s(now, mono_ms))
        raise DomainError(Code.PIN_BAD, f"Too many wrong PINs. Wait {left}, then try again.")
    return _Counted(person, key.pin_hash, tries)


def _forgive(desk: Desk, staff_id: str) -> None:
    with desk.store.writing() as uow:
        uow.staff.put_key(replace(uow.staff.key(staff_id), tries=UNTRIED))


def _required(person: Person, permission: Permission) -> Person:
    if not person.may(permission):
        raise DomainError(Code.NOT_ALLOWED, f"{person.name} may not approve this. Ask a manager.")
    return person
