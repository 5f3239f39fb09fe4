"""A page of a manager's draft: a list of what it holds; or one of them in a form, and beside it what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Do
from ui.commands import Commands
from ui.draft_keys import Keys
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import GAP_PX, MARGINS_PX, foot
from ui.widgets.labels import breakable, label
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.zoom import sized

BESIDE_PX = 280
_LIST, _EDITOR = range(2)  # the panes


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the page is called and is for, and what stands there while it holds nothing: texts to be translated."""

    title: str
    explained: str
    empty: str
    sign: Sign = Sign.BOXES


class Presenter(Protocol):
    def open(self) -> None: ...
    def back(self) -> bool: ...
    def mark(self, row: int) -> None: ...
    def change(self, form: Any) -> None: ...
    def do(self, what: Do) -> None: ...


class DraftPage(QWidget):
    """`table` says which row is `marked`; `editor` shows a form, and says what is `changed` of it.

    `desk` decides, and is set by the page that is one.
    """

    desk: Presenter

    def __init__(
        self,
        commands: Commands,
        keys: Keys,
        words: PageWords,
        table: Any,
        editor: Any,
        *,
        beside_px: int = BESIDE_PX,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(words.title))
        self._keys, self._words, self._table, self._editor = keys, words, table, editor
        self.strip = Strip()
        self.said, self.flaws = label(wraps=True), label(role="known", wraps=True)
        self.begins = label(role="known", wraps=True)
        self.empty = Nothing(words.sign, tr(words.empty))
        self._title = label(role="title")
        self._list, self._panes, self._listed = QStackedWidget(), QStackedWidget(), QWidget()
        self._buttons = {do: ActionButton(commands, do, main=do is keys.publish) for do in keys.of_the_list}
        self._keep = ActionButton(commands, keys.keep, main=True)
        self._lay_out(commands, beside_px)
        editor.changed.connect(lambda form: self.desk.change(form))
        table.marked.connect(lambda row: self.desk.mark(row))
        table.doubleClicked.connect(lambda _: self.desk.do(keys.edit))

    def open(self) -> None:
        self.desk.open()
        self._take_focus()

    def back(self) -> bool:
        return self.desk.back()

    def show_rows(self, state: Any) -> None:
        """Put what is listed into the table."""
        raise NotImplementedError

    def show_state(self, state: Any) -> None:
        self.strip.show_notice(state.notice)
        self._title.setText(state.title)
        quiet = QSignalBlocker(self._table)
        self.show_rows(state)
        quiet.unblock()
        self._show_list(has_rows=bool(state.rows))
        self.begins.setText(state.begins)
        self.begins.setVisible(bool(state.begins))
        self._show_keys(state)
        if state.form is not None:
            self._editor.show_form(state.form, state)
            self.said.setText(breakable(state.said))
            self.said.setVisible(bool(state.said))
            self.flaws.setText(breakable(state.flaws))
            self.flaws.setVisible(bool(state.flaws))
        self._turn(self._pane_of(state))

    def _show_list(self, *, has_rows: bool) -> None:
        """Whoever stands on one goes on standing on what takes its place."""
        is_here = self._table.hasFocus() or self._listed.hasFocus()
        self._list.setCurrentIndex(int(has_rows))
        if is_here:
            self._take_focus()

    def _show_keys(self, state: Any) -> None:
        for do in self._keys.of_a_row:
            self._buttons[do].setVisible(bool(state.rows))
        self._buttons[self._keys.drop].setVisible(state.has_changes)
        self._buttons[self._keys.carry_over].setVisible(state.has_newer)
        self._buttons[self._keys.publish].setEnabled(state.has_changes and not state.is_busy)
        self._keep.setEnabled(not state.is_busy)

    def _pane_of(self, state: Any) -> int:
        return _LIST if state.form is None else _EDITOR

    def _turn(self, pane: int) -> None:
        if self._panes.currentIndex() != pane:
            self._panes.setCurrentIndex(pane)
            self._take_focus()

    def _take_focus(self) -> None:
        if self._panes.currentIndex() == _EDITOR:
            self._editor.take_focus()
        else:
            (self._table if self._list.currentIndex() else self._listed).setFocus()

    def _lay_out(self, commands: Commands, beside_px: int) -> None:
        self._panes.addWidget(self._lay_out_list(commands))
        self._panes.addWidget(self._lay_out_editor(commands, beside_px))
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS_PX)
        page.setSpacing(GAP_PX)
        for one in (self._title, self.strip):
            page.addWidget(one)
        page.addWidget(self._panes, 1)

    def _lay_out_list(self, commands: Commands) -> QWidget:
        listed = self._listed
        listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        listed.setAccessibleName(tr(self._words.title))
        self._list.addWidget(Card(self.empty))
        self._list.addWidget(Card(self._table, margin=4))
        rows = rows_in(listed)
        rows.addWidget(label(tr(self._words.explained), "muted", wraps=True))
        rows.addWidget(self._list, 1)
        self._lay_out_below(rows)
        rows.addLayout(foot(commands, *self._buttons.values()))
        commands.listen(listed, self._keys.listed)
        return listed

    def _lay_out_below(self, rows: QVBoxLayout) -> None:
        """What stands between the list and the keys."""
        rows.addWidget(self.begins)

    def _lay_out_editor(self, commands: Commands, beside_px: int) -> QWidget:
        edited = QWidget()
        rows = rows_in(edited)
        rows.addLayout(beside_in_words(self._editor, self.said, self.flaws, width_px=beside_px), 1)
        rows.addLayout(foot(commands, self._keep))
        commands.listen(edited, self._keys.edited)
        return edited


def beside_in_words(editor: QWidget, *about: QWidget, width_px: int) -> QHBoxLayout:
    """A form, and beside it what was typed there comes to."""
    card = Card(label(tr("In words"), "heading"), *about)
    card.rows.addStretch(1)
    sized(card, QWidget.setFixedWidth, width_px)
    beside = QHBoxLayout()
    beside.setSpacing(GAP_PX)
    beside.addWidget(editor, 1)
    beside.addWidget(card)
    return beside


def rows_in(pane: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(pane)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(GAP_PX)
    return rows
