"""Whether somebody or something may still act."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    ACTIVE = "ACTIVE"
    REVOKED = "REVOKED"


class DeviceStatus(StrEnum):
    """LOST and FORKED are revoked with a reason that the ledger has to know."""

    ACTIVE = "ACTIVE"
    REVOKED = "REVOKED"
    LOST = "LOST"
    FORKED = "FORKED"
