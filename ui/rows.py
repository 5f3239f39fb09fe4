"""Rows: what a list shows of each thing in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """What `is_barred` is shown, and cannot be had; what `is_quiet`, or its aside, stands beside what counts."""

    title: str
    detail: str
    aside: str = ""
    is_barred: bool = False
    is_quiet: bool = False
    is_aside_quiet: bool = False
