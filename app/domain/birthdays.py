"""Birthdays: which of them are kept on a day."""

from __future__ import annotations

from calendar import isleap
from datetime import date

_LEAP_DAY = "--02-29"


def kept_on(day: date) -> tuple[str, ...]:
    """Who was born on 29 February has their day on the 28th where there is no 29th."""
    born = f"--{day.month:02}-{day.day:02}"
    return (born, _LEAP_DAY) if (day.month, day.day) == (2, 28) and not isleap(day.year) else (born,)
