"""What the lock says."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.staff import Role
from app.services.staff.roster import Listed
from ui.lock.state import Step
from ui.words import later, tr

TITLE = later("Who is at the counter?")
HOW = later("Choose with the arrows, type the PIN, press Enter. Or scan a staff card.")
BILL_KEPT = later("The open bill is kept.")
ONLY_STAFF_CARDS = later("The counter is locked. Scan a staff card, or type a PIN; then scan this again.")
NOT_THE_SAME = later("The two were not the same. Type the new PIN again.")
NO_PIN_YET = later("{name} has no PIN at this counter. Ask a manager to choose one here first.")
CHOOSES_PIN = later("{name} chooses a PIN at this counter")
NOBODY = later("Nobody is on the list of staff.")
ROLES: Mapping[Role, str] = {
    Role.CASHIER: later("Cashier"),
    Role.SENIOR: later("Senior"),
    Role.MANAGER: later("Manager"),
    Role.OWNER: later("Owner"),
}


def detail(one: Listed) -> str:
    role = tr(ROLES[one.person.role])
    if one.lacks_pin:
        return tr("{role} · no PIN here yet", role=role)
    return role if one.has_pin else tr("{role} · no PIN needed", role=role)


def says(one: Listed, step: Step) -> str:
    """What the pad asks for."""
    name = one.person.name
    if step is Step.NEW:
        return tr("A new PIN for {name}: 4 to 6 digits", name=name)
    if step is Step.AGAIN:
        return tr("The same PIN once more")
    if one.lacks_pin:
        return tr("{name} has no PIN here yet. Enter chooses one.", name=name)
    return tr("PIN of {name}", name=name) if one.has_pin else tr("{name} needs no PIN. Press Enter.", name=name)
