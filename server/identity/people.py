"""People: what whoever has an id is called: somebody of the staff, or another system."""

from __future__ import annotations

from app.persistence.scope import Scope
from server.identity import clients, staff


def name_of(scope: Scope, subject: str) -> str:
    """The id itself, of whom nobody knows here."""
    known = staff.get(scope, subject) or clients.get(scope, subject)
    return subject if known is None else known.name
