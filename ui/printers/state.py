"""State: everything the printers' page shows at one moment; the page draws it and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.services.papers.printers import FILES, PrinterSetup, Role
from ui.errors import Notice
from ui.rows import ChoiceRow


class Tab(StrEnum):
    PRINTERS = "printers"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Something that waits to be printed; `why` is the reason of its last try."""

    what: str
    when: str
    tries: str
    why: str


@dataclass(frozen=True, slots=True)
class PrintersState:
    """`form` is the printer as it is typed; `roles` is what it would print. `is_busy` while a test page prints."""

    tab: Tab = Tab.PRINTERS
    printers: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    form: PrinterSetup = FILES
    roles: frozenset[Role] = frozenset()
    papers: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ("default",)
    explained: str = ""
    can_remove: bool = False
    is_busy: bool = False
    waiting: tuple[QueueRow, ...] = field(default=())
    waiting_marked: int = 0
    notice: Notice | None = None

    @property
    def queues_offered(self) -> tuple[str, ...]:
        """Those there are, and the one that is kept though it is not there now."""
        kept = self.form.address
        return self.queues if not kept or kept in self.queues else (*self.queues, kept)
