"""What the staff page says."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.staff import Role
from app.services.staff.roster import Listed
from app.services.staff.signing_in import minutes
from ui.rows import ChoiceRow
from ui.words import later, said, tr

ROLES: Mapping[Role, str] = {
    Role.CASHIER: later("Cashier"),
    Role.SENIOR: later("Senior"),
    Role.MANAGER: later("Manager"),
    Role.OWNER: later("Owner"),
}
SAVED = later("{name} is saved.")
CARD_GIVEN = later("{name} has a staff card. A card they had before works no more.")
CARD_TAKEN = later("The staff card of {name} works no more.")
CARD_SHOWN_ONCE = later("Copy this code on a card now: it is shown this once. Whoever holds the card is {name}.")
FIRST_PIN = later("Nobody has a PIN here yet. Begin with an owner or a manager.")
CHAINS = later("{name} is looked after at the server of the chain. Here they get a PIN and a card.")
NO_PIN = later("{name} needs no PIN. Type one to ask for it from now on.")
HAS_PIN = later("{name} has a PIN. Type another one to replace it.")
LACKS_PIN = later("{name} has no PIN here yet.")
NEW = later("Somebody new")


def row(one: Listed) -> ChoiceRow:
    person = one.person
    return ChoiceRow(person.name, _known_by(one), tr(ROLES[person.role]))


def _known_by(one: Listed) -> str:
    """What there is of them, and whether wrong PINs make them wait."""
    parts = [tr("PIN") if one.has_pin else tr("no PIN")]
    if one.has_card:
        parts.append(tr("staff card"))
    if one.wait_s:
        parts.append(tr("waits {minutes} after {n} wrong PINs", minutes=said(minutes(one.wait_s)), n=one.failures))
    elif one.failures:
        parts.append(tr("{n} wrong PINs", n=one.failures))
    if not one.person.is_active:
        parts.insert(0, tr("works here no more"))
    return " · ".join(parts)


def says(one: Listed) -> str:
    name = one.person.name
    pin = HAS_PIN if one.has_pin else LACKS_PIN if one.person.needs_pin else NO_PIN
    return tr(pin, name=name) if one.person.is_own else f"{tr(CHAINS, name=name)} {tr(pin, name=name)}"
