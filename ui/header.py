"""The header: where we are, how counter and server stand, and how the devices are, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.actions import Do, action
from ui.commands import Commands
from ui.context import CounterContext
from ui.own_words import own
from ui.standing.chip import StandingChip
from ui.widgets.labels import ShortLabel, label
from ui.widgets.signs import Sign, SignMark
from ui.words import tr, tr_n
from ui.work import Work


class Header(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.chip = StandingChip(context.desk, work, commands, context.line.standing())
        self._session, self._who = context.session, _giving_way(context.session.name, "muted")
        context.session.on_change.append(self._name)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 0)
        row.setSpacing(16)
        row.addWidget(_giving_way(context.shop_name, "shop"))
        row.addWidget(label(tr("Counter {code}", code=context.desk.counter_code), "muted"))
        row.addWidget(self._who)
        self.shift = _link(commands, Do.SHIFT)
        row.addWidget(self.shift)
        row.addStretch()
        row.addWidget(self.chip)
        self._arrived = _link(commands, Do.TAKE_ARRIVED)
        self._arrived.hide()
        row.addWidget(self._arrived)
        self._health = _link(commands, Do.HEALTH, "alarm")
        self._health.hide()
        row.addWidget(self._health)
        self._rates = _link(commands, Do.RATES)
        self._rates.hide()
        row.addWidget(self._rates)
        self._devices = QHBoxLayout()
        row.addLayout(self._devices)
        row.addLayout(_signed(Sign.SCANNER, _giving_way(tr(context.scanner_state), "muted")))
        self._printer = _giving_way(_printer_state(context.receipt_printer), "muted")
        self._trouble = label(role="trouble")
        row.addLayout(_signed(Sign.PRINTER, self._printer, self._trouble))
        self._trouble.hide()
        menu = QPushButton(tr("Menu"))
        menu.setObjectName("menu")
        menu.setMenu(commands.menu(menu))
        row.addWidget(menu)

    def _name(self) -> None:
        """Who is at the counter, now that it is somebody."""
        self._who.setText(self._session.name)

    def add_device(self, chip: QWidget) -> None:
        """A chip that says how a device is."""
        self._devices.addWidget(chip)

    def show_shift(self, words: str) -> None:
        """Since when a shift is open, or that none is."""
        self.shift.setText(words)
        self.shift.setAccessibleName(f"{words}, {action(Do.SHIFT).key_label}")

    def show_health(self, words: str) -> None:
        """What somebody should look at before it is too late; empty where all is well."""
        self._health.setText(words)
        self._health.setAccessibleName(f"{words}, {action(Do.HEALTH).key_label}")
        self._health.setVisible(bool(words))

    def show_rates(self, words: str) -> None:
        """Which rates begin next and when; empty where none wait."""
        self._rates.setText(words)
        self._rates.setAccessibleName(f"{words}, {action(Do.RATES).key_label}")
        self._rates.setVisible(bool(words))

    def show_arrived(self, count: int) -> None:
        """So many bills of another program wait."""
        words = tr_n("{n} bill came", "{n} bills came", count)
        self._arrived.setText(words)
        self._arrived.setAccessibleName(f"{words}, {action(Do.TAKE_ARRIVED).key_label}")
        self._arrived.setVisible(count > 0)

    def name_printer(self, name: str) -> None:
        """Receipts go to another printer from now on."""
        self._printer.setText(_printer_state(name))

    def show_waiting(self, count: int) -> None:
        """So many papers were tried and are not printed yet: said in the place of the printer's name."""
        self._trouble.setText(tr_n("Not printing · {n} waiting", "Not printing · {n} waiting", count))
        self._trouble.setVisible(count > 0)
        self._printer.setVisible(count == 0)


def _link(commands: Commands, do: Do, role: str = "link") -> QPushButton:
    """Pressing it is pressing its key."""
    made = QPushButton()
    made.setObjectName("menu")
    made.setProperty("role", role)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setToolTip(f"{tr(action(do).explained)} ({action(do).key_label})")
    made.clicked.connect(commands.action(do).trigger)
    return made


def _signed(sign: Sign, *words: QWidget) -> QHBoxLayout:
    """Words with their sign before them."""
    made = QHBoxLayout()
    made.setSpacing(6)
    for one in (SignMark(sign), *words):
        made.addWidget(one)
    return made


def _giving_way(text: str, role: str) -> ShortLabel:
    """As wide as its words where there is room for them."""
    made = ShortLabel(role)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    made.setText(text)
    return made


def _printer_state(name: str) -> str:
    return tr("Receipts: {name}", name=own(name)) if name else tr("Printers' settings cannot be read")
