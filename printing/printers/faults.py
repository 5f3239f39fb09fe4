"""Faults of printers: which it is, said as what happened and what to do, with the real reason."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """Stable names of what a printer's trouble is. Source: docs/errors.md."""

    FILE = "PRN-FILE"
    PAPER = "PRN-PAPER"
    COVER = "PRN-COVER"
    ERROR = "PRN-ERROR"
    OFFLINE = "PRN-OFFLINE"
    GONE = "PRN-GONE"
    MUTE = "PRN-MUTE"
    SLOW = "PRN-SLOW"
    CUT = "PRN-CUT"
    QUEUE = "PRN-QUEUE"
    UNKNOWN = "PRN-UNKNOWN"
    SETUP = "PRN-SETUP"
    DATA = "PRN-DATA"


_SAID = {
    Trouble.FILE: ("The file could not be written ({why}).", "Check the disk and the folder."),
    Trouble.PAPER: ('Printer "{name}" is out of paper.', "Load paper."),
    Trouble.COVER: ('The cover of printer "{name}" is open.', "Close it."),
    Trouble.ERROR: ('Printer "{name}" reports a fault ({why}).', "Clear it, or switch the printer off and on."),
    Trouble.OFFLINE: ('Printer "{name}" is not ready ({why}).', "Make it ready."),
    Trouble.GONE: ('Printer "{name}" was not found ({why}).', "Check its cable, its power and its address."),
    Trouble.MUTE: (
        'Printer "{name}" does not answer when it is asked how it is.',
        "Switch it off and on. If it never answers, say so in its settings.",
    ),
    Trouble.SLOW: ('Printer "{name}" stopped taking data ({why}).', "Look whether it has paper and is closed."),
    Trouble.CUT: ('Printer "{name}" went away in the middle of printing ({why}).', "Check its cable and its power."),
    Trouble.QUEUE: ('The print queue "{name}" did not print it ({why}).', "Look at the printer's queue."),
    Trouble.UNKNOWN: ('There is no printer called "{name}".', "Choose one in Settings, Printers."),
    Trouble.SETUP: ("The printers' settings cannot be used ({why}).", "Mend them in Settings, Printers."),
    Trouble.DATA: ("The data file could not be used ({why}).", "See the message about the data file."),
}


class PrinterFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """Nothing came out, or with `is_doubtful`, perhaps some of it. `reason` is what the world said, in its words."""

    def __init__(self, trouble: Trouble, name: str, reason: str = "", *, is_doubtful: bool = False) -> None:
        happened, what_to_do = (words.format(name=name, why=reason or "no reason given") for words in _SAID[trouble])
        super().__init__(f"{trouble}: {reason or happened}")
        self.code = trouble.value
        self.trouble = trouble
        self.happened = happened
        self.what_to_do = what_to_do
        self.is_doubtful = is_doubtful

    @property
    def sentence(self) -> str:
        return f"{self.happened} {self.what_to_do}"


def reason_of(error: BaseException) -> str:
    """The real reason, in the system's own words, from under what was raised on top of it."""
    root = error
    while not _is_plain(root) and (below := root.__cause__ or root.__context__) is not None:
        root = below
    words = root.strerror if isinstance(root, OSError) and root.strerror else str(root)
    return (words or type(root).__name__)[:200]


def _is_plain(error: BaseException) -> bool:
    return isinstance(error, OSError) and bool(error.strerror)
