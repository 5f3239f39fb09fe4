"""Faults of the line: why there is no answer of our server, in words, and whether trying again can help."""

from __future__ import annotations

from enum import StrEnum


class LineTrouble(StrEnum):
    """Stable codes of what can be wrong with the line. Source: docs/errors.md."""

    OFFLINE = "LINE-OFFLINE"
    TLS = "LINE-TLS"
    CAPTIVE = "LINE-CAPTIVE"
    BUSY = "LINE-BUSY"
    SERVER = "LINE-SERVER"
    CUT = "LINE-CUT"


_SAFE = "Bills are saved on this counter and go out later by themselves."
_SENTENCES = {
    LineTrouble.OFFLINE: f"The server cannot be reached. {_SAFE} Check the internet connection.",
    LineTrouble.TLS: (
        "The server could not prove that it is ours. Nothing was sent; bills are saved on this counter. "
        "Check this computer's date, then ask whoever looks after the server."
    ),
    LineTrouble.CAPTIVE: (
        f"Something else answered in the server's place. {_SAFE} "
        "Sign in to this network in a browser, or check the server's address."
    ),
    LineTrouble.BUSY: f"The server is busy. {_SAFE} There is nothing to do: the counter waits and tries again.",
    LineTrouble.SERVER: (
        f"The server has a fault of its own. {_SAFE} If it lasts, tell whoever looks after the server."
    ),
    LineTrouble.CUT: (
        f"The line broke before the whole answer was here. {_SAFE} If it happens often, check the internet connection."
    ),
}


class LineFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """There is no answer of our server. `sentence` is what the cashier reads, `detail` is for whoever repairs it.

    `retry_after_s` is how long a busy server asked to be left alone, where it said so. What was asked may have been
    done all the same: whoever asks again uses the same key or the same sequence numbers.
    """

    def __init__(self, trouble: LineTrouble, detail: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(trouble, detail)
        self.trouble = trouble
        self.detail = detail
        self.retry_after_s = retry_after_s

    @property
    def code(self) -> str:
        return self.trouble.value

    @property
    def sentence(self) -> str:
        """What happened, whether the bills are safe, what to do; where a person is needed, the cause comes first."""
        said = _SENTENCES[self.trouble]
        return f"{self.detail} {said}" if self.needs_person else said

    @property
    def needs_person(self) -> bool:
        """Whether trying again by itself cannot help."""
        return self.trouble is LineTrouble.TLS

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence} ({self.detail})"
