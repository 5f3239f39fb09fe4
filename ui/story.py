"""The story: a day at the counter, told with keys and scans; every scene leaves a numbered picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ui.hand import Hand

Scene = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cards:
    """What the story needs: cards of three members, a lost one, a fresh one, one of nobody; and a manager's PIN."""

    repeat: str
    other: str
    poor: str
    lost: str
    fresh: str
    stranger: str
    pin: str


def one_sale(hand: Hand, card: str, out: Path) -> Iterator[Path]:
    """One real sale: scan, ring, redeem, pay."""
    hand.settle()
    _play(hand, (f"scan:{card}", "type:500/1", "Return", "type:240/2", "Return", "type:180/3", "Return", "F8"))
    yield hand.picture(out / "sale.png")
    _play(hand, ("F9", "Return"))
    yield hand.picture(out / "paid.png")


def day(hand: Hand, cards: Cards, out: Path) -> Iterator[Path]:
    """The whole day, scene by scene."""
    hand.settle()
    for number, (name, steps) in enumerate(scenes(cards), 1):
        _play(hand, steps)
        yield hand.picture(out / f"{number:02}-{name}.png")


def scenes(cards: Cards) -> list[Scene]:
    """Each scene and what the hand does to come to it: keys it presses, `type:` text, `scan:` a code."""
    return [*_sales(cards), *_members(cards), *_office(cards)]


def _sales(cards: Cards) -> list[Scene]:
    return [
        ("empty", ()),
        ("scanned", (f"scan:{cards.repeat}",)),
        ("rung", ("type:500/1", "Return", "type:240/2", "Return", "type:3*60/3", "Return")),
        ("redeemed", ("F8",)),
        ("points", ("Shift+F8",)),
        ("customer", ("Esc", "F3")),
        ("why", ("Esc", "?")),
        ("pay", ("Esc", "F9")),
        ("paid", ("Return",)),
        ("mistyped", ("type:500/9",)),
        ("phone", ("Esc", "type:9823004455", "Return", "type:1250/1", "Return")),
        ("second-card", (f"scan:{cards.other}",)),
        ("split", ("Esc", "F9", "S")),
        ("upi", ("U",)),
        ("names", ("Return", "type:rav", "Return")),
        ("held", ("Down", "Return", "type:99.50", "Return", "F4")),
        ("lost-card", (f"scan:{cards.lost}",)),
        ("unknown-card", (f"scan:{cards.stranger}",)),
        ("below-minimum", (f"scan:{cards.poor}", "type:640/2", "Return", "F8")),
        ("finished", ("Ctrl+Return",)),
        ("new-card", _enrolment(cards)),
        ("enrolled", ("Ctrl+Return",)),
        ("first-bill", ("type:430/3", "Return", "Ctrl+Return")),
        ("on-hold", ("F5",)),
        ("recalled", ("Return",)),
        ("undone", ("type:75", "Return", "Ctrl+Z")),
        ("reprinted", ("Ctrl+Return", "Ctrl+P")),
        ("nothing-came", ("Shift+F5",)),
    ]


def _members(cards: Cards) -> list[Scene]:
    return [
        ("members", ("Alt+2",)),
        ("members-found", ("type:rav", "Return")),
        ("member", ("Return",)),
        ("movements", ("Ctrl+2",)),
        ("about", ("Ctrl+3",)),
        ("member-changed", ("F4",)),
        ("card-replaced", ("Esc", "F8")),
        ("merge", ("Esc", "Ctrl+M")),
        ("points-by-hand", ("Esc", "Ctrl+J")),
        ("balance-slip", ("Esc", "Esc", "Esc", f"scan:{cards.repeat}", "Ctrl+B")),
        ("returns", ("Ctrl+R",)),
        ("return", (f"scan:{cards.repeat}", "Space")),
        ("returned", ("F9",)),
    ]


def _office(cards: Cards) -> list[Scene]:
    return [
        ("approval", ("Ctrl+Shift+T",)),
        ("wrong-pin", ("type:0000", "Return")),
        ("staff", (f"type:{cards.pin}", "Return")),
        ("new-person", ("F6",)),
        ("no-shift", ("F7",)),
        ("shift", ("type:1000", "F9")),
        ("pay-out", ("F3",)),
        ("drawer", ("Esc", "Esc", "Ctrl+D")),
        ("count", ("Esc", "F7", "F8")),
        ("counted", ("type:3", "F9")),
        ("shift-closed", ("type:Notes still at the bank", "F9", f"type:{cards.pin}", "Return")),
        ("locked", ("Esc", "Ctrl+L")),
        ("pin", ("Down",)),
        ("help", ("Up", "Return", "F1")),
        ("commands", ("Ctrl+K",)),
        ("sync-status", ("Esc", "Ctrl+Shift+S")),
        ("waiting", ("F3",)),
        ("settings", ("Ctrl+,",)),
        ("setting-found", ("type:pairing",)),
        ("pairing", ("Return",)),
        ("printers", ("Ctrl+Shift+R",)),
        ("new-printer", ("F6",)),
        ("print-queue", ("Ctrl+Shift+Q",)),
        ("scanner", ("Ctrl+Shift+C",)),
        ("products", ("Ctrl+Shift+I",)),
        ("backup", ("Ctrl+Shift+B",)),
        ("reports", ("Alt+7", f"type:{cards.pin}", "Return")),
        ("report-table", ("T",)),
        ("rates", ("Alt+6", f"type:{cards.pin}", "Return")),
        ("rate-tried", ("F2", "type:2", "Return")),
        ("versions", ("F8",)),
        ("figures", ("Esc", "Alt+F", f"type:{cards.pin}", "Return")),
        ("rules", ("Alt+9", f"type:{cards.pin}", "Return")),
        ("rule", ("Return",)),
        ("one-bill", ("Esc", "F8", "type:1000")),
        ("tiers", ("Esc", "Alt+0", f"type:{cards.pin}", "Return")),
        ("rewards", ("Alt+W", f"type:{cards.pin}", "Return")),
        ("new-reward", ("F6", "type:Coupon", "Tab", "Tab", "type:1000", "Tab", "type:100")),
        ("reward-drafted", ("F9",)),
        ("segments", ("Alt+G", f"type:{cards.pin}", "Return")),
        ("new-segment", ("F6", "type:missed", "Tab", "type:Not seen for 90 days", "Tab", "type:90")),
        ("segment-drafted", ("F9",)),
        ("campaigns", ("Alt+A", f"type:{cards.pin}", "Return")),
        ("new-campaign", ("F6", "type:Thank you week", "Tab", "type:01/12/2030", "Tab", "type:07/12/2030")),
        ("campaign-drafted", ("F9",)),
        ("programmes", ("Alt+M", f"type:{cards.pin}", "Return")),
        ("new-programme", ("F6", "type:Winter cashback", "Tab", "Down")),
        ("keys", ("Esc", "Ctrl+Shift+K")),
        ("health", ("Ctrl+Shift+H",)),
        ("licences", ("Ctrl+Shift+L",)),
    ]


def _enrolment(cards: Cards) -> tuple[str, ...]:
    """A blank card, a phone, a name, the card of the friend who sent them, and the customer agrees."""
    typed = ("type:9890011223", "Return", "type:Nisha Kulkarni")
    return ("F6", f"scan:{cards.fresh}", *typed, f"scan:{cards.repeat}", "Alt+C")


def _play(hand: Hand, steps: tuple[str, ...]) -> None:
    for step in steps:
        verb, _, what = step.partition(":")
        match verb:
            case "type" if what:
                hand.type(what)
            case "scan" if what:
                hand.scan(what)
            case _:
                hand.press(step)
