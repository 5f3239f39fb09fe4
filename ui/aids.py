"""Aids: what helps on every screen: larger texts, the palette, the keys while Alt is held, sounds, the watchdog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow

from ui import theme, zoom
from ui.actions import Do
from ui.commands import Commands
from ui.errors import Tone
from ui.palette.box import PaletteBox
from ui.palette.overlay import KeyOverlay
from ui.sounds import Sound, Speaker
from ui.watchdog import Watchdog
from ui.widgets.scrolled import ScrolledPages

_REFUSED = (Tone.WARN, Tone.BAD)


class Aids(QObject):
    """`commands` are its own of the registry; `run` carries out what is chosen in the palette."""

    def __init__(
        self, window: QMainWindow, commands: Commands, run: Callable[[Do], None], colours: str, sounds: str
    ) -> None:
        super().__init__(window)
        self._window, self._commands, self._run = window, commands, run
        self._theme = colours
        self._palette: PaletteBox | None = None
        self.overlay = KeyOverlay(window, commands)
        self.speaker = Speaker(
            is_silent=sounds == "off" or QApplication.platformName() == "offscreen", is_quiet=sounds == "quiet"
        )
        self.watchdog = Watchdog(self)
        self.commands: dict[Do, Callable[[], None]] = {
            Do.PALETTE: lambda: self.palette.open(),
            Do.LARGER: lambda: self.zoom_to(zoom.larger()),
            Do.SMALLER: lambda: self.zoom_to(zoom.smaller()),
            Do.TRUE_SIZE: lambda: self.zoom_to(zoom.STEPS[0]),
        }
        window.installEventFilter(self)
        self._contrast = QGuiApplication.styleHints().accessibility().contrastPreferenceChanged
        self._contrast.connect(self._repaint)

    @property
    def palette(self) -> PaletteBox:
        """Made when it is first asked for, over a window that stands by then."""
        if self._palette is None:
            under = self._window.centralWidget()
            assert under is not None, "the palette opens over pages"
            self._palette = PaletteBox(self._window, under, self._commands, self._run)
        return self._palette

    def zoom_to(self, percent: int) -> None:
        """Texts so large from now on."""
        zoom.zoom_to(percent)
        theme.write(theme.colours(self._theme))
        for pages in self._window.findChildren(ScrolledPages):
            pages.fit()

    def _repaint(self) -> None:
        """The desktop was set to another contrast."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.paint(application, self._theme)

    def scanned(self) -> None:
        """A scan came: what is done with it is not hidden behind the palette."""
        if self._palette is not None:
            self._palette.close()
        self.speaker.play(Sound.SCANNED)

    def noticed(self, tone: str) -> None:
        if tone in _REFUSED:
            self.speaker.play(Sound.REFUSED)

    def stop(self) -> None:
        """The window is going."""
        self.watchdog.stop()
        self._window.removeEventFilter(self)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        handle = self._window.windowHandle()
        if watched is self._window and event.type() == QEvent.Type.Show and handle is not None:
            handle.installEventFilter(self)
        elif isinstance(watched, QWindow):
            self.overlay.heard(event)
        return False
