"""The first run's window: it stands before the counter's own, and goes when everything is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.devices.wedge import WedgeProfile
from ui import theme, zoom
from ui.actions import Do
from ui.commands import Commands
from ui.firstrun.page import FirstRunPage
from ui.firstrun.ports import SetUp
from ui.firstrun.presenter import FirstRunner
from ui.firstrun.state import FirstRunState
from ui.hearing import Hearing
from ui.language import QtTongue
from ui.scans import ScanFilter
from ui.tasks import Tasks
from ui.theme import dress, wear
from ui.widgets.scrolled import ScrolledPages
from ui.window import application, size_window
from ui.words import speak, tr


class FirstRunWindow(QMainWindow):
    """`is_done` once the counter may open; closed before, it goes on there when it is opened again."""

    def __init__(self, setup: SetUp, scans: ScanFilter) -> None:
        super().__init__()
        self.is_done = False
        self._setup, self._scans = setup, scans
        self._hearing: Hearing | None = None
        self.tasks = Tasks(self)
        self.runner = FirstRunner(setup, self.tasks, self)
        self._zooms: dict[Do, Callable[[], int]] = {
            Do.LARGER: zoom.larger,
            Do.SMALLER: zoom.smaller,
            Do.TRUE_SIZE: lambda: zoom.STEPS[0],
        }
        size_window(self)
        self._write()
        scans.setParent(self)
        scans.scanned.connect(lambda text, _source: self.runner.scanned(text))
        self.runner.open()

    def run(self, do: Do) -> None:
        """What is no command of a first run means nothing here."""
        if do is Do.CHOOSE_FILE:
            self.page.choose_file()
        elif do in self._zooms:
            zoom.zoom_to(self._zooms[do]())
            theme.write(theme.colours(self._setup.settings.theme))
            self._pages.fit()
        else:
            self.runner.do(do)

    # What the presenter asks of its view

    def show_state(self, state: FirstRunState) -> None:
        self.page.show_state(state)

    def typed_pins(self) -> tuple[str, str]:
        first, again = self.page.owner.pins
        return first.text(), again.text()

    def speak(self, language: str) -> None:
        speak(QtTongue(language))
        QTimer.singleShot(0, self, self._write_again)  # the key that asked for it is still being heard

    def listen(self) -> None:
        """Hear how joining goes, and what sync does, from now on."""
        if self._hearing is None:
            joining = self.runner.joining
            self._hearing = Hearing(
                self._setup.line(),
                self,
                stood=lambda _: joining.look(),
                learned=lambda _: None,
                stepped=joining.hear,
            )

    def done(self) -> None:
        self.is_done = True
        QTimer.singleShot(0, self, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.shut()
        event.accept()

    def shut(self) -> None:
        """Finish what was asked to be kept; keys are the counter's from now on."""
        self._scans.leave()
        if self._hearing is not None:
            self._hearing.close()
        self.tasks.close()

    def _write_again(self) -> None:
        self._write()
        self.show_state(self.runner.state)

    def _write(self) -> None:
        """The page, in the language that is spoken now."""
        self.setWindowTitle(tr("Tillpoint – first run"))
        commands = Commands(self, self.run)
        self.page = FirstRunPage(self.runner, commands, self.run)
        stack, central = QStackedWidget(), QWidget()
        stack.addWidget(self.page)
        self._pages = ScrolledPages(stack)
        central.setObjectName("page")
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._pages)
        self.setCentralWidget(central)
        wear(central)


def open_first_run(setup: SetUp) -> FirstRunWindow:
    """Dress the application and ask; the caller runs the event loop."""
    running, settings = application(), setup.settings
    dress(running, settings.theme)
    speak(QtTongue(settings.language))
    scans = ScanFilter(running, WedgeProfile())
    window = FirstRunWindow(setup, scans)
    window.show()
    scans.watch()
    window.activateWindow()
    return window
