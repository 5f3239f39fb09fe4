"""State: what the page of reports shows at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.reports.period import Span
from app.services.reports.table import Table
from ui.errors import Notice

FROM_TO = "from-to"  # besides the spans that have a name


@dataclass(frozen=True, slots=True)
class ReportsState:
    """`marked` is which report of the list, `stretch` a Span or FROM_TO with the days as they are typed.

    `tables` are the report, and on top of it what was opened: its bills, then one of them. `summary` is the line of the
    period. `is_busy` while something is read.
    """

    marked: int = 0
    stretch: str = Span.MONTH.value
    first: str = ""
    last: str = ""
    tables: Sequence[Table] = ()
    row: int = 0
    shows_table: bool = False
    summary: str = ""
    is_busy: bool = False
    notice: Notice | None = None

    @property
    def table(self) -> Table | None:
        return self.tables[-1] if self.tables else None

    @property
    def is_chart(self) -> bool:
        """Whether a chart is shown: of a report that has one and some rows, until its table is asked for."""
        drawn = self.table is not None and self.table.drawing is not None and bool(self.table.rows)
        return drawn and not self.shows_table and len(self.tables) == 1

    @property
    def can_open(self) -> bool:
        table = self.table
        if table is None or self.is_chart or self.row >= len(table.rows):
            return False
        row = table.rows[self.row]
        return row.behind is not None or row.bill_id is not None
