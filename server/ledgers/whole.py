"""Whole or not at all: part of a transaction that can be undone by itself, and why it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from app.domain.errors import DomainError
from app.persistence.statement import Statement
from app.services.intake import CannotTakeIn
from app.services.keeping.faults import StoreFault
from app.services.plain import NotPlainError
from app.services.posting import Page
from server.ledgers.store import ServerUnit

_DETAIL_LENGTH_MAX = 300
_SAVEPOINT, _RELEASE, _UNDO = (
    Statement(text(f"{words} event")) for words in ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
)
_UNPOSTABLE = (CannotTakeIn, NotPlainError, DomainError, AssertionError, LookupError, ValueError, ArithmeticError)


def unpostable(unit: ServerUnit) -> tuple[type[Exception], ...]:
    """What an event can be refused with. A StoreFault is none: the whole transaction goes with it."""
    return (*_UNPOSTABLE, unit.scope.transaction.error)


@contextmanager
def undone_together(unit: ServerUnit, page: Page) -> Iterator[None]:
    """What happens inside is done whole or not at all, on the page and in the store."""
    mark, changes = page.mark(), set(unit.changes.subjects)
    unit.scope.change(_SAVEPOINT)
    try:
        yield
        page.write_accounts()  # what the store refuses is refused here, not when the whole batch is closed
        unit.send()
    except StoreFault:
        raise  # the whole transaction has gone, and its connection may have
    except BaseException:
        unit.undo(changes)
        unit.scope.change(_UNDO)
        unit.scope.change(_RELEASE)
        page.back_to(mark)
        raise
    unit.scope.change(_RELEASE)


def why(error: BaseException) -> tuple[str, str]:
    """A code, and a sentence."""
    match error:
        case CannotTakeIn():
            return error.code, error.sentence
        case DomainError():
            return error.code.value, error.message
        case NotPlainError() | LookupError() | ValueError() | ArithmeticError():
            code = "SHAPE"
        case AssertionError():
            code = "INVARIANT"
        case _:
            code = "CONFLICT"
    return code, f"It does not fit what is here: {str(error)[:_DETAIL_LENGTH_MAX]}"
