"""Rows: what a list shows of each thing in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    title: str
    detail: str
    aside: str = ""
