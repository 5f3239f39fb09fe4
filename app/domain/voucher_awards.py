"""Voucher awards: what a rule of a bill brings that gives its member a voucher of a reward, for no points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoucherOf:
    """A voucher of a reward of the catalogue, made with the bill. The reward's own bounds hold, all but its cost."""

    reward_id: str
