"""Help: every key of the counter on one sheet, from the registry."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Action, Scope, actions
from ui.widgets.card import Card
from ui.widgets.labels import key_cap, label
from ui.words import tr

# How the scopes stand on the sheet, in columns.
_COLUMNS = (
    (
        Scope.COUNTER,
        Scope.FORM,
        Scope.SHIFT,
        Scope.STAFF,
        Scope.BACKUP,
        Scope.REPORTS,
        Scope.RATES,
        Scope.RULES,
        Scope.REWARDS,
        Scope.SEGMENTS,
        Scope.PIN,
    ),
    (
        Scope.EMPTY_BOX,
        Scope.PAY,
        Scope.LIST,
        Scope.RETURNS,
        Scope.PRINTERS,
        Scope.SCANNER,
        Scope.CATALOGUE,
        Scope.TIERS,
        Scope.PROGRAMMES,
        Scope.FIGURES,
        Scope.DRIVES,
        Scope.DRIVE_FORM,
        Scope.TIER_FORM,
    ),
    (
        Scope.EVERYWHERE,
        Scope.CUSTOMER,
        Scope.MEMBERS,
        Scope.STATUS,
        Scope.SETTINGS,
        Scope.KEYS,
        Scope.HEALTH,
        Scope.RULE_FORM,
        Scope.RULE_TRIAL,
        Scope.REWARD_FORM,
        Scope.SEGMENT_FORM,
    ),
)


class HelpSheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._cards: list[Card] = []  # of the column that is being made
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        self._content = content = QWidget()
        content.setObjectName("scrolled")
        content.setLayout(self._columns)
        content.setUpdatesEnabled(False)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Keys of the counter"))
        self._scroll.setWidget(content)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.addWidget(label(tr("Keys"), "title"))
        rows.addWidget(self._scroll, 1)
        rows.addWidget(label(tr("Esc or F1 goes back to the bill"), "muted"))

    def open(self) -> None:
        self._scroll.setFocus()
        self._go_on()

    def _go_on(self) -> None:
        """A card, or a column of those that are made, at a time: all of them at once would hold the screen up."""
        made = self._columns.count()
        if made < len(_COLUMNS):
            scopes = _COLUMNS[made]
            if len(self._cards) < len(scopes):
                self._cards.append(_card(scopes[len(self._cards)]))
            else:
                self._columns.addLayout(_column(self._cards), 1)
                self._cards = []
            QTimer.singleShot(0, self, self._go_on)
        elif not self._content.updatesEnabled() and self.isVisible():
            self._show_what_is_laid_out()

    def _show_what_is_laid_out(self) -> None:
        """Nobody sees cards squeezed into the room that the first of them had."""
        needed = self._columns.totalMinimumHeightForWidth(self._content.width())
        are_in = all(card.isVisible() for card in self._content.findChildren(Card))  # Qt puts them in a moment later
        if are_in and self._content.height() >= needed:
            self._content.setUpdatesEnabled(True)
        else:
            QTimer.singleShot(0, self, self._go_on)


def _card(scope: Scope) -> Card:
    card = Card(label(tr(scope), "heading"))
    card.rows.addLayout(keys_of(scope))
    return card


def _column(cards: list[Card]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for card in cards:
        column.addWidget(card)
    column.addStretch()
    return column


def keys_of(scope: Scope) -> QGridLayout:
    """Every key heard in a scope, with what it does."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (one, keys) in enumerate(_heard_in(scope)):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(key_cap(key))
        caps.addStretch()
        grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(tr(one.explained), wraps=True), row, 1)
    return grid


def _heard_in(scope: Scope) -> list[tuple[Action, list[str]]]:
    """The actions heard in a scope, each with its keys there, said once."""
    found = ((one, list(dict.fromkeys(k.label for k in one.keys if k.scope is scope))) for one in actions())
    return [(one, keys) for one, keys in found if keys]
