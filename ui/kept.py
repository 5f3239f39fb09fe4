"""Kept: the settings of this counter, as a screen reads and changes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class KeptSettings(Protocol):
    """What is changed holds from the next start of the counter."""

    @property
    def fixed(self) -> frozenset[str]:
        """What is given from outside, so that changing it here would change nothing."""

    @property
    def program(self) -> str:
        """Its name and version."""

    @property
    def place(self) -> str:
        """The folder of the counter's files."""

    def values(self) -> Mapping[str, str]:
        """By name, as they will hold. Raises a fault where the file cannot be read."""

    def keep(self, name: str, value: str) -> None:
        """Raises DomainError where it cannot be, and OSError."""
