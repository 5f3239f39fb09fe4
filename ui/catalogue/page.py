"""The page of products: the file at the top, what it would do below; a file may be dropped anywhere on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.services.programs.program import current
from ui.actions import Do, Scope
from ui.catalogue.presenter import CatalogueDesk
from ui.catalogue.state import CatalogueState, CheckedList
from ui.catalogue.table import ListTable
from ui.catalogue.wording import HOW, TITLE, known
from ui.commands import Commands
from ui.context import CounterContext
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

PATH_LENGTH_MAX = 4_000


class CataloguePage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(TITLE))
        self.setAcceptDrops(True)
        self.strip, self.path = Strip(), QLineEdit()
        self.table = ListTable(current(context.desk).currency)
        self._how, self._count = Nothing(Sign.BOXES, tr(HOW)), label(role="muted")
        self._dialog: QFileDialog | None = None
        self._shown: CheckedList | None = None
        self._keys = {
            Do.TRY_LIST: ActionButton(commands, Do.TRY_LIST),
            Do.SAVE_REST: ActionButton(commands, Do.SAVE_REST),
            Do.TAKE_IN_LIST: ActionButton(commands, Do.TAKE_IN_LIST, main=True),
        }
        self._lay_out(commands)
        self.desk = CatalogueDesk(context, work, self)
        self.path.textEdited.connect(self.desk.type)
        self.path.returnPressed.connect(self.desk.try_list)
        commands.listen(self, Scope.CATALOGUE)

    def open(self) -> None:
        self.desk.open()
        self.path.setFocus()
        self.path.selectAll()

    def ask_file(self) -> None:
        """The system's own box, beside which everything goes on."""
        if self._dialog is None:
            self._dialog = QFileDialog(self, tr("Choose a list of products"))
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.setNameFilters([f"{tr('Lists of products')} (*.csv *.xlsx)", f"{tr('All files')} (*)"])
            self._dialog.fileSelected.connect(self.desk.choose)
        self._dialog.open()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Another page, or a locked counter: nobody chooses a file over it."""
        super().hideEvent(event)
        if self._dialog is not None:
            self._dialog.reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if file := _dropped(event):
            self.desk.choose(file)
            event.acceptProposedAction()

    def show_state(self, state: CatalogueState) -> None:
        self.strip.show_notice(state.notice)
        if self.path.text() != state.path:
            self.path.setText(state.path)
        self.path.setReadOnly(state.is_busy)
        self._count.setText(known(state.count))
        if state.checked is not self._shown:
            self._shown = state.checked
            self.table.show_rows(state.checked.rows if state.checked else ())
        self.table.setVisible(state.checked is not None)
        self._how.setVisible(state.checked is None)
        self._keys[Do.TRY_LIST].setEnabled(not state.is_busy)
        self._keys[Do.SAVE_REST].setEnabled(state.can_save_rest)
        self._keys[Do.TAKE_IN_LIST].setEnabled(state.can_take_in)

    def _lay_out(self, commands: Commands) -> None:
        self.path.setMaxLength(PATH_LENGTH_MAX)
        self.path.setPlaceholderText(tr("Drop a file here, or type where it is"))
        named = label(tr("File"), "muted")
        named.setBuddy(self.path)
        self.path.setAccessibleName(tr("File"))
        head, file = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(tr(TITLE), "title"))
        head.addStretch(1)
        head.addWidget(self._count)
        file.setSpacing(8)
        for widget, stretch in ((named, 0), (self.path, 1), (ActionButton(commands, Do.CHOOSE_LIST), 0)):
            file.addWidget(widget, stretch)
        below = Card(self._how, self.table, margin=8)
        below.rows.setStretchFactor(self._how, 1)
        below.rows.setStretchFactor(self.table, 1)
        frame(self, head, self.strip, file, below, foot=foot(commands, *self._keys.values()))


def _dropped(event: QDropEvent) -> str:
    """The one file that is dropped; empty where it is none, or several."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
