"""The first run: where its answers are kept, and whether anything is still to be asked before the counter opens."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from app import demo_shop
from app.bootstrap import Till, has_rules, is_joined, machine_printers, opened_till, running_line
from app.commands.lists import write_rest
from app.domain.errors import invalid
from app.domain.staff import Permission, Pin, Role
from app.machine import SystemClock
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_list import read
from app.services.chain.standing import Line
from app.services.lists import ListUnreadable
from app.services.members import member_list
from app.services.papers.printers import Printers
from app.services.programs.program import current
from app.services.staff.roster import roster
from app.services.staff.staff import add
from app.settings import Settings, load
from app.settings_file import keep, write_durably
from app.sheets import SheetUnreadable, read_rows
from ui.firstrun.state import Progress, Start, Step

FILE_NAME = "first-run.toml"
STAFF = "first run"


def is_unfinished(settings: Settings) -> bool:
    """Whether this data folder is new, or was being set up when the program ended."""
    return not settings.is_training and (not settings.data_file.exists() or _file(settings).exists())


def ask(settings: Settings, environment: Mapping[str, str]) -> Settings | None:
    """Ask what is to be asked, and return the settings that came of it; None when the window was closed before."""
    from ui.first_window import open_first_run
    from ui.window import application, fit_to_screen

    with Answers(settings, environment) as answers:
        window = open_first_run(answers)
        fit_to_screen(window)
        application().exec()
        window.deleteLater()
        return answers.settings if window.is_done else None


@dataclass
class Answers:
    """What `ui.firstrun.ports.SetUp` promises, in the data folder. The data file is made when it is first needed."""

    settings: Settings
    environment: Mapping[str, str]
    _stack: ExitStack = field(default_factory=ExitStack)
    _door: Lock = field(default_factory=Lock)
    _till: Till | None = None
    _line: Line | None = None

    def __enter__(self) -> Answers:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def progress(self) -> Progress:
        """How far it had come; the beginning, where that cannot be read."""
        try:
            told = tomllib.loads(_file(self.settings).read_text("utf-8"))
            return Progress(Step(told["step"]), Start(told["start"]), str(told["server"]))
        except (OSError, ValueError, KeyError):
            return Progress()

    @property
    def printers(self) -> Printers:
        return machine_printers(self.settings)

    @property
    def is_begun(self) -> bool:
        return self.settings.data_file.exists()

    def now(self) -> datetime:
        return SystemClock().now()

    def remember(self, progress: Progress) -> None:
        facts = {"step": progress.step, "start": progress.start, "server": progress.server}
        write_durably(_file(self.settings), "".join(f"{name} = {json.dumps(told)}\n" for name, told in facts.items()))

    def keep(self, changes: Mapping[str, str]) -> None:
        keep(self.settings.folder, changes)
        self.settings = load(self.environment)

    def line(self) -> Line:
        till = self._opened()
        with self._door:
            if self._line is None:
                self._line = self._stack.enter_context(running_line(self.settings, till))
            return self._line

    def has_joined(self) -> bool:
        return is_joined(self._opened().desk)

    def has_rules(self) -> bool:
        return has_rules(self._opened().desk)

    def owner(self) -> str:
        listed = roster(self._opened().desk).listed
        return next((one.person.name for one in listed if one.has_pin and one.person.may(Permission.STAFF)), "")

    def begin(self) -> None:
        desk = self._opened().desk
        if not is_joined(desk):
            demo_shop.begin(desk)

    def employ_owner(self, name: str, pin: str) -> None:
        add(self._opened().desk, name, Role.OWNER, staff=STAFF, pin=Pin(pin))

    def take_products(self, file: str) -> tuple[int, int]:
        desk, path = self._opened().desk, Path(file).expanduser()
        program = current(desk)
        try:
            found = read(read_rows(path), categories=program.categories, currency=program.currency)
        except (SheetUnreadable, ListUnreadable) as wrong:
            raise invalid(str(wrong)) from wrong
        if found.problems:
            write_rest(path, found)
        if found.products:
            catalogue.take_in(desk, found.products, with_batches=found.with_batches, source=path.name, staff=STAFF)
        return len(found.products), len(found.problems)

    def take_members(self, file: str) -> tuple[int, int]:
        desk, path = self._opened().desk, Path(file).expanduser()
        try:
            found = member_list.read(desk, read_rows(path))
        except (SheetUnreadable, ListUnreadable) as wrong:
            raise invalid(str(wrong)) from wrong
        taken = member_list.take_in(desk, found, staff=STAFF)
        if taken.problems:
            write_rest(path, taken)
        return taken.enrolled + taken.here_before, len(taken.problems)

    def open_sample(self) -> None:
        from app import sample_month

        sample_month.begin(self._opened().desk)

    def take_samples(self) -> None:
        desk = self._opened().desk
        if demo_shop.is_begun(desk):
            demo_shop.enrol_members(desk)

    def finish(self) -> None:
        _file(self.settings).unlink(missing_ok=True)

    def _opened(self) -> Till:
        """The data file, empty at first. What was asked is remembered before it is there."""
        with self._door:
            if self._till is None:
                if not _file(self.settings).exists():
                    self.remember(self.progress)
                self._till = self._stack.enter_context(opened_till(self.settings))
            return self._till


def _file(settings: Settings) -> Path:
    return settings.folder / FILE_NAME
