"""Context: everything the counter is given by start-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.devices.wedge import WedgeProfile
from app.domain.giving_back import LIMITS, ReturnLimits
from app.services.catalogue.catalogue_list import ProductList
from app.services.chain.standing import Line, NoLine
from app.services.desk import Desk
from app.services.keeping.backups import Backups
from app.services.papers.printers import Printers
from app.services.sales.arrivals import Feeds, NoFeeds
from ui.actions import Bindings
from ui.kept import KeptSettings
from ui.session import Session
from ui.words import later

if TYPE_CHECKING:  # an import nobody needs at the start
    from app.services.reports.table import Table

_NO_LINE, _NO_FEEDS = NoLine(), NoFeeds()


class PrintedReceipt(Protocol):
    """A receipt on the printer of that name, or as the file `path`; `copy` is 0 for the original."""

    @property
    def printer(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def copy(self) -> int: ...


class Receipts(Protocol):
    def print_receipt(self, bill_id: str) -> PrintedReceipt:
        """Print a bill's receipt; any time after the first it is marked as a copy."""

    def print_paper(self, document: str, subject_id: str) -> PrintedReceipt:
        """Print the paper of a return, or what a member takes home, as it is now."""

    def open_drawer(self) -> str:
        """Open the cash drawer; says which printer's, or nothing where none hangs on it."""

    def print_job(self, job_id: str) -> PrintedReceipt | None:
        """Print what waits in the queue now; None when it does not wait any more."""

    def retry(self) -> Sequence[PrintedReceipt]:
        """Print what waits and is due again."""


class PrintedCard(Protocol):
    """A card that came out of a printer, or became a file; `copy` is 0 for its first print, `said` is to be told."""

    @property
    def printer(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def copy(self) -> int: ...
    @property
    def said(self) -> tuple[str, ...]: ...


class CardFace(Protocol):
    """One side of a card, three bytes a dot (red, green, blue), row by row from the top."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def dots(self) -> bytes: ...


class Cards(Protocol):
    def preview(self, *, number: str, name: str, language: str, dots_per_mm: float) -> tuple[CardFace, CardFace]:
        """Front and back as they would be printed; an empty number is one not known yet."""

    def print_card(self, number: str, *, staff: str) -> PrintedCard:
        """Print a card; any time after the first it is a copy, and counted."""


_USUAL_SCANNER = WedgeProfile()


def _keep_nothing(_: WedgeProfile) -> None:
    return


class ReportFiles(Protocol):
    def save(self, file: Path, table: Table, *, days: str, say: Callable[[str], str]) -> None:
        """A report as a .csv, .xlsx or .pdf file, its words as `say` says them. May raise OSError."""

    def save_cases(self, file: Path) -> None:
        """The saved cases and the rules in force as a scenario file. May raise OSError."""

    def save_evidence(self, file: Path, bill_id: str, *, title: str, say: Callable[[str], str]) -> None:
        """All that is known of a bill made here, as one PDF. May raise a DomainError or OSError."""


def _save_nowhere(_: Path, __: ProductList) -> Path:
    raise OSError("this counter writes no files")


@dataclass(frozen=True, slots=True)
class CounterContext:
    """`theme` is light or dark, `language` one of `ui.words.LANGUAGES`.

    `lock_minutes` without a touch lock the counter; 0 never does.
    `opens_receipts` shows each receipt and card with the desktop's viewer. Without `cards` this counter prints none.
    `camera` is where it is, as the setting says; empty for none. `wedge` is what is known of the scanner, and
    `keep_wedge` saves what is learned of it; it may raise OSError.
    `upi_address` is where the shop is paid by UPI, like shop@bank; empty shows no code. At a companion's counter the
    bills are another program's, and only totals of categories are entered; `feeds` bring them.
    `report_files` save what a report shows, and what is known of a bill; without them, or `exports`, none is saved.
    `save_rest` writes what was left out of a list of products beside it, and says where; it may raise OSError.
    `receipt_printer` is the name of where receipts go; empty when that cannot be read.
    In training nothing counts, and the window says so all around. Without `settings`, none are changed here; without
    `backups`, none are made.
    `place` is the folder of the data file, `logs` that of the logs. `sounds` are full, quiet or off.
    `keys` are what commands have instead of their usual ones.
    `notice` is what a person should know about how the counter opened; empty when all is well.
    """

    desk: Desk
    receipts: Receipts
    shop_name: str
    session: Session
    receipt_printer: str = "PDF files"
    scanner_state: str = later("Scanner ready")
    theme: str = "light"
    language: str = "en"
    opens_receipts: bool = False
    lock_minutes: int = 0
    notice: str = ""
    line: Line = _NO_LINE
    cards: Cards | None = None
    printers: Printers | None = None
    camera: str = ""
    wedge: WedgeProfile = _USUAL_SCANNER
    keep_wedge: Callable[[WedgeProfile], None] = _keep_nothing
    return_limits: ReturnLimits = LIMITS
    exports: Path | None = None
    upi_address: str = ""
    is_companion: bool = False
    feeds: Feeds = _NO_FEEDS
    is_training: bool = False
    save_rest: Callable[[Path, ProductList], Path] = _save_nowhere
    report_files: ReportFiles | None = None
    settings: KeptSettings | None = None
    backups: Backups | None = None
    place: Path | None = None
    logs: Path | None = None
    sounds: str = "full"
    keys: Bindings = field(default_factory=dict)

    @property
    def cashier(self) -> str:
        """The id of who is at the counter now: ask when something is done, for it changes."""
        return self.session.staff

    @property
    def acting_desk(self) -> Desk:
        """The desk for what is begun now; its events name who approved it, where somebody had to."""
        return self.session.acting(self.desk)
