"""Authority: what a counter of a chain leaves to its server."""

from __future__ import annotations

from app.domain.errors import Code, DomainError
from app.services.ports import UnitOfWork


def is_led(uow: UnitOfWork) -> bool:
    """Whether a server leads what is shared here: expiries, period ends, programs, merges."""
    return uow.links.get() is not None


def refuse_in_chain(uow: UnitOfWork, what: str) -> None:
    """Refuse what only the server does for the counters of a chain. Raises ONLY_SERVER."""
    if is_led(uow):
        raise DomainError(
            Code.ONLY_SERVER, f"In a chain of shops {what} at the server only. Nothing was changed; do it there."
        )
