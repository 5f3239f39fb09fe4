"""Scopes: what a token opens, and which of them each role and kind of caller has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

SCOPES: Mapping[str, str] = {
    "cards:read": "look up members and cards",
    "cards:write": "enrol members, replace and block cards",
    "points:write": "earn, redeem, reverse and adjust points",
    "programs:read": "read the program in force",
    "programs:write": "publish a new version of the program",
    "reports:read": "read reports, reviews and alarms",
    "sync": "push and pull as a counter",
    "admin:counters": "approve, revoke and declare counters lost",
    "admin:staff": "look after staff and hand them login codes",
    "admin:stores": "look after stores",
    "admin:clients": "look after other systems and their secrets",
    "admin:tenant": "read and change the tenant itself",
}


class Role(StrEnum):
    """What a person is in the shop, lowest first."""

    CASHIER = "cashier"
    SENIOR = "senior"
    MANAGER = "manager"
    OWNER = "owner"

    @property
    def rank(self) -> int:
        return list(Role).index(self)


_CASHIER = frozenset({"cards:read", "points:write", "programs:read"})
_SENIOR = _CASHIER | {"cards:write"}
_MANAGER = _SENIOR | {"programs:write", "reports:read", "admin:counters", "admin:staff", "admin:stores"}
_OWNER = _MANAGER | {"admin:clients", "admin:tenant"}

OF_ROLE: Mapping[Role, frozenset[str]] = {
    Role.CASHIER: _CASHIER,
    Role.SENIOR: _SENIOR,
    Role.MANAGER: _MANAGER,
    Role.OWNER: _OWNER,
}
OF_COUNTER = frozenset({"sync"})
# A system acts for nobody in particular: it may not push as a counter, nor make others who can act.
OF_SYSTEM = frozenset(SCOPES) - {"sync", "admin:clients", "admin:staff", "admin:tenant"}


def joined(scopes: Iterable[str]) -> str:
    """As OAuth writes them: sorted, one space between."""
    return " ".join(sorted(scopes))


def split(text: str) -> frozenset[str]:
    return frozenset(text.split())
