"""The page of members: a box to find somebody, and their file with what can be done for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.member import Holder
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.members.form_pane import FormPane
from ui.members.presenter import Keeper
from ui.members.state import FileView, MembersState, Tab
from ui.members.table import WordsTable
from ui.members.wording import HOW
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot
from ui.widgets.labels import ShortLabel, label
from ui.widgets.lists import ListPane
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

_TABS = {Tab.POINTS: Do.POINTS_TAB, Tab.LEDGER: Do.LEDGER_TAB, Tab.ABOUT: Do.ABOUT_TAB}
_DEEDS = (
    (Do.SHOW_PHONE, Do.EDIT_MEMBER, Do.REPLACE_CARD, Do.BLOCK_CARD, Do.SET_TIER),
    (Do.JOIN_DRIVE, Do.ADJUST_POINTS, Do.MERGE_MEMBERS, Do.MEMBER_STATEMENT, Do.EXPORT_MEMBER),
)


class FileCard(Card):
    """One member: who they are above, the open part of their file below."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(margin=12, spacing=6)
        self._name, self._tier = ShortLabel("title"), label(role="tier")
        self._points, self._ids, self._notes = label(role="big"), ShortLabel("muted"), ShortLabel("muted")
        self.table, self._tabs = WordsTable(), {tab: ActionButton(commands, do) for tab, do in _TABS.items()}
        self._older = ActionButton(commands, Do.OLDER)
        head = QHBoxLayout()
        for widget in (self._name, self._tier, self._points):
            head.addWidget(widget, 1 if widget is self._name else 0)
        tabs = QHBoxLayout()
        for button in self._tabs.values():
            button.setCheckable(True)
            tabs.addWidget(button)
        tabs.addStretch(1)
        tabs.addWidget(self._older)
        self.rows.addLayout(head)
        self.rows.addWidget(self._ids)
        self.rows.addWidget(self._notes)
        self.rows.addLayout(tabs)
        self.rows.addWidget(self.table, 1)

    def show_file(self, file: FileView | None) -> None:
        self.setVisible(file is not None)
        if file is None:
            return
        self._name.setText(file.name)
        self._tier.setText(file.tier)
        self._points.setText(file.points)
        self._ids.setText(file.ids)
        self._notes.setText(file.notes)
        for tab, button in self._tabs.items():
            button.setChecked(tab is file.tab)
        self._older.setVisible(bool(file.older) and file.tab is Tab.LEDGER)
        self.table.show_words(file.columns, file.numbers, file.rows)


class MembersPage(QWidget):
    def __init__(
        self,
        context: CounterContext,
        work: Work,
        commands: Commands,
        attach: Callable[[Holder], None],
        changed: Callable[[str], None],
        print_slip: Callable[[str, str, str], None],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.strip, self.box = Strip(), QLineEdit()
        self._how = Card(Nothing(Sign.PEOPLE, tr(HOW)))
        self.found, self.file, self.form = ListPane(commands, tr("Found")), FileCard(commands), FormPane(commands)
        self._deeds = {do: ActionButton(commands, do) for row in _DEEDS for do in row}
        self._deed_rows, self._attach = QWidget(), ActionButton(commands, Do.ATTACH_MEMBER, main=True)
        self._lay_out(commands)
        self.keeper = Keeper(context, work, self, attach, changed, print_slip)
        self.box.returnPressed.connect(lambda: self.keeper.search(self.box.text()))
        self.found.chosen.connect(self.keeper.choose)
        self.form.typed.connect(self.keeper.asking.type)
        self.form.chosen.connect(self.keeper.asking.choose_reason)
        self.form.entered.connect(self.keeper.asking.save)
        commands.listen(self, Scope.MEMBERS)

    def open(self, member_id: str | None) -> None:
        self.box.clear()
        self.keeper.open(member_id)

    def scanned(self, text: str) -> None:
        self.keeper.scanned(text)

    def back(self) -> bool:
        return self.keeper.back()

    def show_state(self, state: MembersState) -> None:
        self.strip.show_notice(state.notice)
        self._how.setVisible(state.is_empty)
        self.found.setVisible(bool(state.found))
        self.found.show_rows(state.found)
        self.file.show_file(state.file)
        self.form.show_form(state.form)
        has_file = state.file is not None
        self._deed_rows.setVisible(has_file and state.form is None)
        self._attach.setVisible(has_file and state.form is None)
        if state.file is not None:
            self._deeds[Do.BLOCK_CARD].say(state.file.card_words)

    def focus_box(self) -> None:
        self.box.setFocus()
        self.box.selectAll()

    def focus_found(self) -> None:
        self.found.list.setFocus()

    def focus_file(self) -> None:
        self.file.table.setFocus()

    def focus_form(self) -> None:
        self.form.take_focus()

    def _lay_out(self, commands: Commands) -> None:
        self.box.setPlaceholderText(tr("Card, phone, last four digits or name"))
        self.box.setAccessibleName(tr("Find a member"))
        self.box.setMaxLength(200)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("Members"), "title"))
        head.addWidget(self.box, 1)
        grid = QGridLayout(self._deed_rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for row, deeds in enumerate(_DEEDS):
            for column, do in enumerate(deeds):
                grid.addWidget(self._deeds[do], row, column)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        for widget in (self.strip, self._how, self.found, self.file, self.form, self._deed_rows):
            rows.addWidget(widget, 1 if widget in (self._how, self.found, self.file) else 0)
        rows.addStretch(0)
        rows.addLayout(foot(commands, self._attach))
