"""Errors: what went wrong, as the strip says it: what happened, is the bill safe, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, runtime_checkable

from app.domain.errors import Code, DomainError
from ui.words import later, said, tr


class Tone(StrEnum):
    """How a notice is coloured; its words say the same."""

    GOOD = "good"
    INFO = "info"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Notice:
    """One strip across the counter. `details` is what "Copy details" copies."""

    tone: Tone
    text: str
    details: str = ""


@runtime_checkable
class Fault(Protocol):
    """A failing world (disk, printer) that says so itself."""

    @property
    def sentence(self) -> str: ...


UNFORESEEN = later("Not saved: something unexpected went wrong. The bill is still here; try again, or call for help.")
UNCARDED = later("Member saved. The card could not be printed. Scan it or find the member, then print it from F3.")
UNTAKEN = later("That could not be printed. The bill and the points are as they were; try again, or call for help.")
UNPRINTED_RETURN = later("Return saved. Its paper could not be printed; it waits in the print queue.")
UNPRINTED = later("Bill saved. The receipt could not be printed. Press Ctrl+P to try again.")
# Refusals name no keys: whoever calls the server reads them too. What leads on here is added.
_KEYS: Mapping[Code, str] = {Code.NO_SHIFT: later("The key is F7.")}


def notice_of(error: Exception) -> Notice:
    if isinstance(error, DomainError):
        facts = (f"{name}={value}" for name, value in error.facts.items())
        key = tr(_KEYS[error.code]) if error.code in _KEYS else ""
        return Notice(Tone.WARN, f"{said(error.message)} {key}".rstrip(), " ".join([error.code, *facts]))
    return _fault(error, UNFORESEEN)


def unprinted(error: Exception) -> Notice:
    """A receipt that did not come out: the bill it belongs to stands."""
    return _fault(error, UNPRINTED)


def unprinted_return(error: Exception) -> Notice:
    """The paper of a return that did not come out: the return stands, and the paper is tried again."""
    saved, reason = tr("Return saved."), _fault(error, UNPRINTED_RETURN)
    return replace(reason, text=f"{saved} {reason.text}") if isinstance(error, Fault) else reason


def uncarded(error: Exception) -> Notice:
    """A card that did not come out: its member stands."""
    return notice_of(error) if isinstance(error, DomainError) else _fault(error, UNCARDED)


def untaken(error: Exception) -> Notice:
    """What a member was to take home did not come out."""
    return notice_of(error) if isinstance(error, DomainError) else _fault(error, UNTAKEN)


def _fault(error: Exception, sentence: str) -> Notice:
    if isinstance(error, Fault):
        return Notice(Tone.BAD, said(error.sentence), str(error))
    return Notice(Tone.BAD, tr(sentence), f"{type(error).__name__}: {error}")
