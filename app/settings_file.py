"""The settings' file: what was changed on a screen, kept beside what a person wrote there."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from app.domain.errors import invalid
from app.settable import SettingsError, from_file
from app.settings import ENVIRONMENT_PREFIX, FILE_NAME, Settings, checked, load

Value = str | int


def keep(folder: Path, changes: Mapping[str, Value]) -> None:
    """Write changed settings, whole or not at all; comments and every other setting stay.

    Raises SettingsError where one cannot be, or the file cannot be read, and OSError where it cannot be written.
    """
    path = folder / FILE_NAME
    wanted = {**from_file(path), **changes}
    checked(wanted)
    write_durably(path, _edited(path, changes, wanted))


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What `ui.kept.KeptSettings` promises, with the file and the environment that come before it."""

    folder: Path
    environment: Mapping[str, str]
    program: str

    @property
    def place(self) -> str:
        return str(self.folder)

    @property
    def fixed(self) -> frozenset[str]:
        given = (name for name in self.environment if name.startswith(ENVIRONMENT_PREFIX))
        return frozenset(name.removeprefix(ENVIRONMENT_PREFIX).lower() for name in given)

    def values(self) -> Mapping[str, str]:
        settings = load(self.environment)
        return {one.name: str(getattr(settings, one.name)) for one in fields(Settings)}

    def keep(self, name: str, value: str) -> None:
        is_figure = isinstance(getattr(Settings(), name), int)
        try:
            keep(self.folder, {name: int(value) if is_figure and value.isdecimal() else value})
        except SettingsError as wrong:
            raise invalid(str(wrong)) from wrong


def _edited(path: Path, changes: Mapping[str, Value], wanted: Mapping[str, Any]) -> str:
    """The file's text with these lines in it; written anew where a text over several lines is in the way."""
    text = path.read_text("utf-8-sig") if path.exists() else ""
    for name, value in changes.items():
        line = f"{name} = {_toml(value)}"
        text, found = re.subn(rf"(?m)^[ \t]*{name}[ \t]*=[^\n]*$", line.replace("\\", r"\\"), text)
        if not found:
            text = f"{text.rstrip()}\n{line}\n".lstrip()
    return text if _says(text, wanted) else "".join(f"{name} = {_toml(value)}\n" for name, value in wanted.items())


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _toml(value: Value) -> str:
    """A string as JSON spells it is one of TOML too, but for the letter that deletes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_durably(path: Path, text: str) -> None:
    """The whole text or what was there before, also when the power goes. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
