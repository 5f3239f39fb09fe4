"""State: everything the settings show at one moment, in words; the page draws it and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice
from ui.rows import ChoiceRow


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


@dataclass(frozen=True, slots=True)
class DeskState:
    """The list with what was searched, and the marked entry: its `value` as typed, or one of its `choices`.

    `panel` is which of the two panels stands in the entry's place; empty for an entry by itself. `note` says more of
    what is typed, or why it cannot be changed here.
    """

    rows: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    title: str = ""
    hint: str = ""
    value: str = ""
    most: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    opens: str = ""
    panel: str = ""
    note: str = ""
    can_keep: bool = False
    notice: Notice | None = None
