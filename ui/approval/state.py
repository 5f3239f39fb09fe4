"""What the approval box shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApprovalState:
    """`approvers` are the names of who may approve, `marked` whose PIN is asked for. `is_busy` while it is checked."""

    is_open: bool = False
    what: str = ""
    asked_by: str = ""
    approvers: tuple[str, ...] = ()
    marked: int = 0
    problem: str = ""
    is_busy: bool = False
    turn: int = 0  # one more each time what was typed is to be forgotten
