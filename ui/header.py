"""The header: where we are, how counter and server stand, and how the devices are, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.commands import Commands
from ui.context import CounterContext
from ui.standing.chip import StandingChip
from ui.widgets.labels import label
from ui.work import Work

PRINTER_FAILS = "Receipts are not printing"


class Header(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.chip = StandingChip(context.desk, work, commands, context.line.standing())
        self._session, self._who = context.session, label(role="muted")
        context.session.on_change.append(self._name)
        self._name()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 0)
        row.setSpacing(16)
        row.addWidget(label(context.shop_name, "shop"))
        row.addWidget(label(f"Counter {context.desk.counter_code}", "muted"))
        row.addWidget(self._who)
        row.addStretch()
        row.addWidget(self.chip)
        row.addWidget(label(context.scanner_state, "muted"))
        self._printer_state = context.printer_state
        self._printer = label(context.printer_state, "muted")
        row.addWidget(self._printer)
        menu = QPushButton("Menu")
        menu.setObjectName("menu")
        menu.setMenu(commands.menu(menu))
        row.addWidget(menu)

    def _name(self) -> None:
        """Who is at the counter, now that it is somebody."""
        self._who.setText(self._session.name)

    def name_printer(self, name: str) -> None:
        """Receipts go to another printer from now on."""
        self._printer_state = printer_state(name)
        self._printer.setText(self._printer_state)

    def show_printer(self, *, works: bool) -> None:
        self._printer.setText(self._printer_state if works else PRINTER_FAILS)

    def show_waiting(self, count: int) -> None:
        """So many papers were tried and are not printed yet."""
        self._printer.setText(f"{PRINTER_FAILS}: {count} wait" if count else self._printer_state)


def printer_state(name: str) -> str:
    return f"Receipts: {name}"
