"""Trouble: what a step of the cycle that failed means for the counter."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.services.keeping.faults import StoreFault
from app.services.plain import NotPlainError
from sync.line_fault import LineFault, LineTrouble
from sync.protocol import WireError
from sync.refusal_words import sentence_of
from sync.refused import No, Refused
from sync.server_key import ForgedError

_log = logging.getLogger(__name__)

UNREADABLE = (
    "The server's answer could not be read here. Bills are saved on this counter and go out later by themselves."
)
TOO_OLD = (
    "This program is too old to read what the server tells. Bills go on and none is lost; what other counters do is "
    "not seen here until this program is updated."
)
FORGED = (
    "What came to begin with is not signed by the server this counter joined. Nothing of it was taken in, and bills go "
    "on. Tell whoever looks after the server; to join another one, pair this counter again."
)
OF_OURS = "Sync has a fault of its own. Bills are saved on this counter. Tell whoever looks after the program."
CLEAR: Mapping[str, Any] = {"fault": None, "trouble": "", "is_refused": False, "is_too_old": False, "tries": 0}


@dataclass(frozen=True, slots=True)
class Trouble:
    """`facts` go on the board; `is_shut_out` when nothing more can be said to the server; `asked_s` is its wish."""

    facts: Mapping[str, Any]
    is_shut_out: bool = False
    asked_s: float | None = None

    @property
    def sentence(self) -> str:
        """What a person reads: what happened, whether it is safe, what to do."""
        return str(self.facts.get("store_trouble") or self.facts.get("trouble", ""))


def trouble_of(error: Exception, *, is_newer: bool = False) -> Trouble:
    """One of the three places that catch everything: whatever it was becomes a state someone can see.

    `is_newer` when the server says that it speaks a later protocol. What is told as it was sent, and yet is not known
    here, is of a later program in any case.
    """
    match error:
        case LineFault():
            _log.info("the line: %s", error)
            return Trouble({"fault": error.trouble, "trouble": error.sentence}, asked_s=error.retry_after_s)
        case Refused():
            _log.warning("the server refused: %s", error)
            return _refused(error)
        case ForgedError():
            _log.warning("not of this counter's server: %s", error)
            return Trouble({"fault": None, "trouble": FORGED, "is_refused": True})
        case WireError() | NotPlainError() if is_newer or isinstance(error, NotPlainError):
            _log.warning("the server's answer is of a later program: %s", error)
            return Trouble({"fault": None, "trouble": TOO_OLD, "is_too_old": True})
        case WireError():
            _log.warning("the server's answer could not be read: %s", error)
            return Trouble({"fault": LineTrouble.CUT, "trouble": UNREADABLE})
        case StoreFault():
            _log.warning("the data file: %s", error)
            return Trouble({"store_trouble": error.sentence})
        case _:
            _log.error("sync failed", exc_info=error)
            return Trouble({"trouble": OF_OURS})


def _refused(error: Refused) -> Trouble:
    facts = {"fault": None, "trouble": sentence_of(error.problem)}
    match error.meaning:
        case No.SHUT_OUT:
            return Trouble(facts, is_shut_out=True)
        case No.SIGN_IN:
            return Trouble({**facts, "is_refused": True})
        case No.UPDATE:
            return Trouble({**facts, "is_too_old": True})
        case _:
            return Trouble(facts)
