"""Permits: what each command asks for before it is carried out. What is not named here, whoever sells may do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.staff import Permission
from ui.actions import Do

PERMITS: Final[Mapping[Do, Permission]] = {
    Do.FIRST_CHOICE: Permission.CHECKS,
    Do.SECOND_CHOICE: Permission.CHECKS,
    Do.THIRD_CHOICE: Permission.CHECKS,
    Do.STAFF: Permission.STAFF,
    Do.REPORTS: Permission.REPORTS,
    Do.EVIDENCE: Permission.REPORTS,
    Do.PAIR: Permission.SET_UP,
    Do.STOP_PAIRING: Permission.SET_UP,
    Do.TAKE_IN_LIST: Permission.CATALOGUE,
    Do.RATES: Permission.CATALOGUE,
    Do.FIGURES: Permission.CATALOGUE,
    Do.RULES: Permission.CATALOGUE,
    Do.REWARDS: Permission.CATALOGUE,
    Do.SEGMENTS: Permission.CATALOGUE,
    Do.DRIVES: Permission.CATALOGUE,
    Do.PROGRAMMES: Permission.CATALOGUE,
    Do.TIERS: Permission.CATALOGUE,
    Do.SAVE_PRINTER: Permission.SET_UP,
    Do.KEEP_SETTING: Permission.SET_UP,
    Do.RESTORE: Permission.RESTORE,
    Do.NEW_KEY: Permission.SET_UP,
    Do.USUAL_KEY: Permission.SET_UP,
    Do.ALL_USUAL_KEYS: Permission.SET_UP,
    Do.REMOVE_PRINTER: Permission.SET_UP,
}


def permission_of(do: Do) -> Permission:
    return PERMITS.get(do, Permission.SELL)
