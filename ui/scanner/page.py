"""The scanner's page: teaching it on the left, with what it sends; the camera and its test on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.scanner.presenter import ScannerDesk, ScannerState
from ui.scanner.wording import CAMERA, HOW, TEACH, TITLE, WAITING
from ui.scans import ScanFilter
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work


class ScannerPage(QWidget):
    """While it is shown, what is scanned or typed is taught from, and goes nowhere else."""

    def __init__(self, context: CounterContext, work: Work, commands: Commands, scans: ScanFilter) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(TITLE))
        self._scans = scans
        self.strip = Strip()
        self.expected, self.sent, self.camera = label(role="binding", wraps=True), label(wraps=True), label(wraps=True)
        self._test = ActionButton(commands, Do.TEST_CAMERA)
        self.is_camera_on: Callable[[], bool] = lambda: False
        self.desk = ScannerDesk(
            context.wedge,
            work,
            self,
            use=scans.use,
            keep=context.keep_wedge,
            camera=context.camera,
            is_camera_on=lambda: self.is_camera_on(),
        )
        self._lay_out(context, commands)
        commands.listen(self, Scope.SCANNER)
        scans.sent.connect(self.desk.hear)

    def open(self) -> None:
        self.desk.open()
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._scans.teach(is_on=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._scans.teach(is_on=False)
        super().hideEvent(event)

    def show_state(self, state: ScannerState) -> None:
        self.strip.show_notice(state.notice)
        self.expected.setText(state.expected)
        self.sent.setText("\n".join(state.scans) or tr(WAITING))
        if state.camera:
            self.camera.setText(state.camera)
        self._test.setEnabled(not state.is_testing)

    def _lay_out(self, context: CounterContext, commands: Commands) -> None:
        teach = Card(label(tr(TEACH), "heading"), label(tr(HOW), "muted", wraps=True), self.expected, self.sent)
        self.sent.setAccessibleName(tr("What the scanner sent"))
        teach.rows.addStretch(1)
        teach.rows.addWidget(ActionButton(commands, Do.FORGET_SCANNER), 0, Qt.AlignmentFlag.AlignLeft)
        set_up = tr("Camera {camera} is set up. F12 turns it on and off.", camera=context.camera)
        named = set_up if context.camera else tr("No camera is set up.")
        camera = Card(label(tr(CAMERA), "heading"), label(named, "muted", wraps=True), self.camera)
        camera.rows.addStretch(1)
        camera.rows.addWidget(self._test, 0, Qt.AlignmentFlag.AlignLeft)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(teach, 3)
        body.addWidget(camera, 2)
        frame(self, tr(TITLE), self.strip, body, foot=foot(commands))
