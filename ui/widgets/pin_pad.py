"""The PIN pad: a field that shows no digits and takes nothing else, with keys to touch beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.staff import PIN_DIGITS_MAX
from ui.widgets.signs import Sign, SignMark
from ui.words import tr

KEY_PX = 56
SIGN_PX = 22
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", Sign.ERASE, "0", Sign.ENTER)


class PinPad(QWidget):
    """`entered` when the key of Enter is touched; Enter on the keyboard is a command of the box it stands in."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("pin")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(PIN_DIGITS_MAX)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.field))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.field.setAccessibleName(tr("PIN"))
        self._keys = [self._key(key) for key in _KEYS]
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, key in enumerate(self._keys):
            grid.addWidget(key, place // 3, place % 3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.field)
        rows.addLayout(grid)

    @property
    def digits(self) -> str:
        return self.field.text()

    def forget(self) -> None:
        self.field.clear()

    def show_busy(self, *, is_busy: bool) -> None:
        """What is being checked is not typed over; the focus stays."""
        self.field.setReadOnly(is_busy)
        for key in self._keys:
            key.setEnabled(not is_busy)

    def _key(self, text: str) -> QPushButton:
        key = QPushButton(text if text.isdigit() else "")
        key.setProperty("role", "digit")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.setMinimumSize(QSize(KEY_PX, 44))
        if text.isdigit():
            key.clicked.connect(partial(self._type, text))
        elif text == Sign.ERASE:
            key.setAccessibleName(tr("Take back a digit"))
            key.clicked.connect(self.field.backspace)
        else:
            key.setAccessibleName(tr("Enter the PIN"))
            key.clicked.connect(self.entered)
        if not text.isdigit():
            QHBoxLayout(key).addWidget(SignMark(Sign(text), SIGN_PX), 0, Qt.AlignmentFlag.AlignCenter)
        return key

    def _type(self, digit: str) -> None:
        self.field.insert(digit)
