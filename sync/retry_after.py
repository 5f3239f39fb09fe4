"""The Retry-After header: seconds or a date, read with suspicion."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

RETRY_AFTER_S_MAX = 900

_SECOND = timedelta(seconds=1)


def retry_after_s(text: str | None, *, now: datetime) -> int | None:
    """Seconds to wait, from 0 to RETRY_AFTER_S_MAX; None when the header is missing or says nothing.

    `now` is the server's own time where it told it, so that a counter whose clock is wrong waits as long as was meant.
    """
    if text is None:
        return None
    if re.fullmatch(r"[0-9]+", text.strip(), re.ASCII):
        # Nobody needs the exact value of a number of a thousand digits.
        return min(int(text.strip().lstrip("0")[:9] or "0"), RETRY_AFTER_S_MAX)
    until = http_date(text)
    if until is None:
        return None
    return min(max(0, -((now - until) // _SECOND)), RETRY_AFTER_S_MAX)


def http_date(text: str | None) -> datetime | None:
    """The instant a header names, or None when it names none."""
    try:
        instant = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError):
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
