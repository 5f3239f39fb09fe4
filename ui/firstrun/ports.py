"""Ports: where a first run keeps what it is told. Each answer is kept at once, so that none is asked for again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from app.services.chain.standing import Line
from app.services.papers.printers import Printers
from app.settings import Settings
from ui.firstrun.state import Progress


class SetUp(Protocol):
    """Called on a worker's thread, but for the properties. What fails says so itself, or raises OSError."""

    @property
    def settings(self) -> Settings:
        """As they are kept now."""

    @property
    def progress(self) -> Progress: ...

    @property
    def printers(self) -> Printers: ...

    @property
    def is_begun(self) -> bool:
        """Whether there is a data file: its counter's code is for good."""

    def now(self) -> datetime: ...
    def remember(self, progress: Progress) -> None: ...

    def keep(self, changes: Mapping[str, str]) -> None:
        """Keep settings. Raises SettingsError where one cannot be."""

    def line(self) -> Line:
        """To the server, of a data file that is made with it."""

    def has_joined(self) -> bool:
        """Whether a chain has taken this counter in."""

    def has_rules(self) -> bool:
        """Whether it was told the chain's rules, too: before that it cannot sell."""

    def owner(self) -> str:
        """Who looks after staff here; empty while nobody does."""

    def begin(self) -> None:
        """A shop of its own, with the example's rates and nobody in it."""

    def employ_owner(self, name: str, pin: str) -> None: ...

    def take_products(self, file: str) -> tuple[int, int]:
        """Import the good rows of a list of products: how many there are, and how many rows went into a file beside it.

        Raises DomainError with a sentence where it is no list.
        """

    def take_members(self, file: str) -> tuple[int, int]:
        """The same of a list of members: how many rows are members now."""

    def open_sample(self) -> None:
        """The sample shop with a month behind it, in a folder in which nothing is yet."""

    def take_samples(self) -> None:
        """The example's members."""

    def finish(self) -> None:
        """Nothing is asked any more."""
