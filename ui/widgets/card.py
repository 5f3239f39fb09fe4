"""The card: a bordered surface with things on it, one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    def __init__(self, *children: QWidget, margin: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(margin, margin - 2, margin, margin - 2)
        self.rows.setSpacing(spacing)
        for child in children:
            self.rows.addWidget(child)
