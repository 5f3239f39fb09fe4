"""State: everything the settings show at one moment, in words; the page draws it and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice


@dataclass(frozen=True, slots=True)
class SettingsState:
    """`code` is shown large and as a picture to scan while a manager is waited for; `step` says how far it has come."""

    address: str
    standing: str
    step: str
    code: str
    is_pairing: bool
    can_pair: bool
    history: str
    leaving: str
    limit: str
    notice: Notice | None
