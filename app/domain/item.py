"""An item: what the catalogue knows of the thing that is sold, and that stays with the bill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """`code` is its EAN or the shop's own; `expires_on` the last day it may be sold; GST is in the price already."""

    code: str
    hsn: str = ""
    batch: str = ""
    expires_on: date | None = None
    gst_percent: Decimal | None = None

    def has_expired(self, on: date) -> bool:
        return self.expires_on is not None and self.expires_on < on
