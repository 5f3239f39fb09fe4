"""Where keys are heard, and which of these places lie inside others."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ui.words import later


class Scope(StrEnum):
    """Where a key is heard."""

    EVERYWHERE = later("Everywhere")
    COUNTER = later("On the counter")
    EMPTY_BOX = later("With nothing in the box")
    PAY = later("Taking payment")
    LIST = later("In a list")
    CUSTOMER = later("Looking at the customer")
    FORM = later("New card")
    STATUS = later("Sync status")
    SHIFT = later("Shift")
    SETTINGS = later("Settings")
    PRINTERS = later("Printers")
    RETURNS = later("Returns")
    MEMBERS = later("Members")
    PIN = later("Typing a PIN")
    SCANNER = later("Scanner & camera")
    STAFF = later("Staff")
    CATALOGUE = later("Products")
    FIRST_RUN = later("First run")
    BACKUP = later("Backup")
    KEYS = later("Keys")
    HEALTH = later("Health of the counter")
    REPORTS = later("Reports")
    RATES = later("Rates")
    FIGURES = later("Figures")
    TIERS = later("Tiers")
    TIER_FORM = later("Typing a tier")
    RULES = later("Rules")
    RULE_FORM = later("Typing a rule")
    RULE_TRIAL = later("Trying one bill")
    REWARDS = later("Rewards")
    REWARD_FORM = later("Typing a reward")
    SEGMENTS = later("Segments")
    SEGMENT_FORM = later("Typing a segment")
    DRIVES = later("Campaigns")
    DRIVE_FORM = later("Typing a campaign")
    PROGRAMMES = later("Programmes")


# A key heard in a scope is heard in the scopes inside it too, so it may mean only one thing along such a path.
INSIDE = {
    Scope.COUNTER: Scope.EVERYWHERE,
    Scope.FORM: Scope.EVERYWHERE,
    Scope.STATUS: Scope.EVERYWHERE,
    Scope.SETTINGS: Scope.EVERYWHERE,
    Scope.SHIFT: Scope.EVERYWHERE,
    Scope.PRINTERS: Scope.EVERYWHERE,
    Scope.RETURNS: Scope.EVERYWHERE,
    Scope.MEMBERS: Scope.EVERYWHERE,
    Scope.PIN: Scope.EVERYWHERE,
    Scope.SCANNER: Scope.EVERYWHERE,
    Scope.STAFF: Scope.EVERYWHERE,
    Scope.FIRST_RUN: Scope.EVERYWHERE,
    Scope.CATALOGUE: Scope.EVERYWHERE,
    Scope.BACKUP: Scope.EVERYWHERE,
    Scope.KEYS: Scope.EVERYWHERE,
    Scope.HEALTH: Scope.EVERYWHERE,
    Scope.REPORTS: Scope.EVERYWHERE,
    Scope.RATES: Scope.EVERYWHERE,
    Scope.FIGURES: Scope.EVERYWHERE,
    Scope.TIERS: Scope.EVERYWHERE,
    Scope.TIER_FORM: Scope.EVERYWHERE,
    Scope.RULES: Scope.EVERYWHERE,
    Scope.RULE_FORM: Scope.EVERYWHERE,
    Scope.RULE_TRIAL: Scope.EVERYWHERE,
    Scope.REWARDS: Scope.EVERYWHERE,
    Scope.REWARD_FORM: Scope.EVERYWHERE,
    Scope.SEGMENTS: Scope.EVERYWHERE,
    Scope.SEGMENT_FORM: Scope.EVERYWHERE,
    Scope.DRIVES: Scope.EVERYWHERE,
    Scope.DRIVE_FORM: Scope.EVERYWHERE,
    Scope.PROGRAMMES: Scope.EVERYWHERE,
    Scope.EMPTY_BOX: Scope.COUNTER,
    Scope.PAY: Scope.COUNTER,
    Scope.LIST: Scope.COUNTER,
    Scope.CUSTOMER: Scope.COUNTER,
}


def path_of(scope: Scope) -> Iterator[Scope]:
    """The scope and every one around it."""
    while scope is not Scope.EVERYWHERE:
        yield scope
        scope = INSIDE[scope]
    yield scope
