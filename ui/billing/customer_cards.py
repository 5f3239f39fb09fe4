"""The customer's side of the counter: who they are, and what their points can do for this bill."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.actions import Do
from ui.billing.reasons import Reasons
from ui.billing.state import MemberView, RedeemView
from ui.commands import Commands
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.labels import ShortLabel, label
from ui.words import tr

NOTES_MAX = 5


class MemberCard(Card):
    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._name, self._tier = ShortLabel("title"), label(role="tier")
        self._ids, self._points, self._as_of = ShortLabel("muted"), ShortLabel("big"), ShortLabel("muted")
        self._usable = ShortLabel("heading")
        self._notes = [ShortLabel("muted") for _ in range(NOTES_MAX)]
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._tier)
        self.rows.addLayout(top)
        self.rows.addWidget(self._ids)
        self.rows.addSpacing(6)
        for widget in (self._points, self._usable, self._as_of, *self._notes):
            self.rows.addWidget(widget)

    def show_member(self, member: MemberView | None, *, notes_max: int = NOTES_MAX) -> None:
        """At most `notes_max` of the smaller facts."""
        self._tier.setVisible(member is not None)
        self._points.setVisible(member is not None)
        self._name.setText(member.name if member else tr("No card"))
        self._ids.setText(
            tr("Card {card}   Phone {phone}", card=member.card, phone=member.phone)
            if member
            else tr("This bill earns no points yet")
        )
        self._as_of.setText(member.as_of if member else tr("Scan a card, or F3 to find the customer"))
        _show(self._usable, member.usable if member else "")
        if member is not None:
            self._tier.setText(member.tier)
            self._points.setText(member.points)
        notes = member.notes[:notes_max] if member else ()
        for widget, text in zip(self._notes, notes + ("",) * (NOTES_MAX - len(notes)), strict=True):
            _show(widget, text)

    def show_within(self, member: MemberView | None, height_px: int) -> None:
        """As many of the smaller facts as there is room for."""
        for room in range(NOTES_MAX, -1, -1):
            self.show_member(member, notes_max=room)
            self.rows.invalidate()  # a layout does not hear by itself of new rows in the layouts inside it
            if self.rows.totalSizeHint().height() <= height_px:
                return


def member_words(member: MemberView | None) -> str:
    """Who is on the bill and what their points are worth, in one line; empty for nobody."""
    if member is None:
        return ""
    return " · ".join(filter(None, (member.name, member.tier, member.points)))


class RedeemCard(Card):
    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._headline, self._reasons = label(role="heading", wraps=True), Reasons()
        self._here = label(role="muted", wraps=True)
        self._toggle = ActionButton(commands, Do.REDEEM)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._toggle, 1)
        buttons.addWidget(ActionButton(commands, Do.CHOOSE_POINTS, text=tr("Choose")), 1)
        self.rows.addWidget(self._headline)
        self.rows.addLayout(self._reasons)
        self.rows.addWidget(self._here)
        self.rows.addLayout(buttons)

    def show_redeem(self, redeem: RedeemView | None, *, says_why: bool = True, says_limits: bool = True) -> None:
        """Where there is no room, without what is said elsewhere too: on the customer's card, and after `?`."""
        self.setVisible(redeem is not None)
        if redeem is not None:
            self._headline.setText(redeem.headline)
            _show(self._here, redeem.here if says_why else "")
            self._toggle.say(tr("Use none") if redeem.used else tr("Use all"))
            self._reasons.show_reasons(redeem.reasons if says_limits else ())


def _show(words: QLabel, text: str) -> None:
    """Words that take no room while there is nothing to say."""
    words.setVisible(bool(text))
    words.setText(text)


class CustomerSide(QWidget):
    """Both cards; on a low screen the smaller facts go first, for F3 shows them too."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.member, self.redeem = MemberCard(), RedeemCard(commands)
        self._shown: MemberView | None = None
        self._redeem: RedeemView | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.member)
        rows.addWidget(self.redeem)
        rows.addStretch()

    def show_customer(self, member: MemberView | None, redeem: RedeemView | None) -> None:
        self._shown, self._redeem = member, redeem
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for room in range(NOTES_MAX, -3, -1):
            self.redeem.show_redeem(self._redeem, says_why=room >= 0, says_limits=room >= -1)
            self.member.show_member(self._shown, notes_max=max(0, room))
            if self._needed() <= self.height():
                return

    def _needed(self) -> int:
        for card in (self.member, self.redeem):
            card.rows.invalidate()  # a layout does not hear by itself of new rows in the layouts inside it
        redeem = 0 if self.redeem.isHidden() else self.redeem.rows.totalHeightForWidth(self.width()) + 8
        return self.member.rows.totalSizeHint().height() + redeem
