"""A monkey at the counter: keys, scans, words and clicks, whatever is open, and always the same for a seed."""

from __future__ import annotations

from collections import deque
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.demo_shop import FARHAN, LOST, MANAGER_PIN, MEENA, RAVI
from app.domain.codes import staff_card
from ui.actions import ACTIONS

HOSTILE = f"=HYPERLINK(1)\u202e'<b>%s\x1b@{'x' * 500}"
MOVES = (
    "Return",
    "Return",
    "Esc",
    "Esc",
    "Tab",
    "Shift+Tab",
    "Up",
    "Down",
    "Left",
    "Space",
    "Del",
    "Backspace",
    "PgDown",
)
WORDS = ("500", "9.50/2", "3*45/2", ".3210", "rav", "9820003210", "0", "-", "99999999999", "2%", "?", "Nisha", "=1+1")
CODES = (RAVI, MEENA, FARHAN, LOST, "8901030875021", "700012345679", "PAY @HOME", "https://example.com/a?b=c")
CARD_OF_NOBODY = staff_card("523456789012345678")
PAUSES_MS = (0, 0, 0, 5, 5, 90)  # sometimes long enough for what was typed to be heard
MODAL = {"choose-list", "choose-file"}  # windows of the desktop: its files are not to be played with
LAST = 60


class Monkey:
    """`did` are the last things it did, in words."""

    def __init__(self, counter, seed):
        self._counter, self._hand = counter, counter.hand
        self._random = Random(seed)
        self.did = deque(maxlen=LAST)

    def play(self, events):
        acts = (self._command, self._move, self._word, self._scan, self._mouse, self._paste, self._sell)
        for _ in range(events):
            (act,) = self._random.choices(acts, weights=(30, 25, 14, 12, 15, 2, 2))
            act()
            QTest.qWait(self._random.choice(PAUSES_MS))

    def _command(self):
        action = self._random.choice([one for one in ACTIONS if one.do not in MODAL])
        self._strike(self._random.choice(action.keys).text)

    def _move(self):
        self._strike(self._random.choice(MOVES))

    def _strike(self, keys):
        self.did.append(f"press {keys}")
        self._hand.strike(keys)

    def _word(self):
        word = self._random.choice((*WORDS, MANAGER_PIN))
        self.did.append(f"type {word}")
        self._hand.write(word)

    def _scan(self):
        bills = self._counter.bills()[-1:]
        code = self._random.choice((*CODES, CARD_OF_NOBODY, *(bill.number for bill in bills)))
        self.did.append(f"scan {code}")
        self._hand.burst(code)

    def _paste(self):
        self.did.append("paste what is hostile")
        QGuiApplication.clipboard().setText(HOSTILE)
        self._hand.strike("Ctrl+V")

    def _sell(self):
        """Wherever the counter stands, the way to a sale: left to chance it comes too seldom."""
        for keys in ("Esc", "Esc", "Esc"):
            self._strike(keys)
        self._hand.write("250")
        for keys in ("Return", "F8", "Ctrl+Return"):
            self._strike(keys)
            QTest.qWait(PAUSES_MS[-1])

    def _mouse(self):
        there = [one for one in self._counter.window.findChildren(QAbstractButton) if self._can_press(one)]
        if there:
            button = self._random.choice(there)
            self.did.append(f"click {button.accessibleName() or button.text()}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _can_press(self, button):
        """A menu would wait for its own mouse."""
        is_there = button.isVisible() and button.isEnabled()
        return is_there and not (hasattr(button, "menu") and button.menu()) and getattr(button, "do", None) not in MODAL
