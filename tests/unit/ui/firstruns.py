"""A first run without a window: its decisions, with what is kept and shown for looking at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.services.papers.printers import PrinterBook
from app.settings import Settings, checked
from tests.lines import ScriptedLine
from tests.unit.ui.works import AtOnce
from ui.firstrun.presenter import FirstRunner
from ui.firstrun.state import FirstRunState, Progress, Start

SERVER = "https://loyalty.example.org"
GSTIN = "27AAPFU0939F1ZV"


class Paper:
    """Printers: a book, one queue of the computer, and a test page that may fail."""

    def __init__(self):
        self.kept, self.fault, self.tested = PrinterBook(), None, []

    def book(self):
        return self.kept

    def keep(self, book):
        self.kept = book

    def queues(self):
        return ["EPSON TM-T82"]

    def profiles(self):
        return ["default"]

    def test(self, setup):
        self.tested.append(setup)
        if self.fault:
            raise self.fault
        return f"Test page printed: {setup.name}."


@dataclass
class Kept:
    """`ui.firstrun.ports.SetUp` in memory: what it is told, it knows."""

    settings: Settings = field(default_factory=lambda: Settings(data_dir="/nowhere"))
    progress: Progress = field(default_factory=Progress)
    printers: Paper = field(default_factory=Paper)
    is_begun: bool = False
    wire: ScriptedLine = field(default_factory=ScriptedLine)
    joined: bool = False
    rules: bool = False
    people: dict[str, str] = field(default_factory=dict)
    did: list[str] = field(default_factory=list)
    full: bool = False
    listed: tuple[int, int] = (2, 0)

    def now(self):
        return datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def remember(self, progress):
        if self.full:
            raise OSError(28, "No space left on device")
        self.progress = progress

    def keep(self, changes: Mapping[str, str]):
        checked(changes)
        self.settings = replace(self.settings, **changes)

    def line(self):
        self.is_begun = True
        return self.wire

    def has_joined(self):
        return self.joined

    def has_rules(self):
        return self.rules

    def owner(self):
        return next(iter(self.people), "")

    def begin(self):
        self.is_begun = True
        self.did.append("begin")

    def employ_owner(self, name, pin):
        self.people[name] = pin

    def take_products(self, file):
        self.did.append(file)
        return self.listed

    def take_members(self, file):
        self.did.append(f"members of {file}")
        return self.listed

    def open_sample(self):
        self.did.append("sample shop")

    def take_samples(self):
        self.did.append("samples")

    def finish(self):
        self.did.append("finish")


class Screen:
    def __init__(self):
        self.pins, self.spoken, self.is_done, self.listens = ("", ""), [], False, False
        self.state = FirstRunState()

    def show_state(self, state):
        self.state = state

    def typed_pins(self):
        return self.pins

    def speak(self, language):
        self.spoken.append(language)

    def listen(self):
        self.listens = True

    def done(self):
        self.is_done = True


class Rig:
    def __init__(self, kept=None, work=None):
        self.kept, self.screen, self.work = kept or Kept(), Screen(), work or AtOnce()
        self.runner = FirstRunner(self.kept, self.work, self.screen)
        self.runner.open()

    @property
    def state(self):
        return self.screen.state

    @property
    def said(self):
        return self.state.notice.text if self.state.notice else ""

    def again(self):
        """The program ended, and is started once more."""
        return Rig(self.kept)

    def at(self, step, start=Start.NEW):
        self.kept.progress = Progress(step, start, SERVER if start is Start.JOIN else "")
        return self.again()
