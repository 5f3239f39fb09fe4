"""Rate drafts: rates that somebody has begun to change, as they are kept until they are published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.rates import Rates


@dataclass(frozen=True, slots=True)
class RateDraft:
    """`staff`'s own. It began from version `base`; `holds_on` is the day it is to begin, None for at once."""

    staff: str
    base: int
    rates: Rates
    holds_on: date | None = None
