"""Settable: fields that a file and the environment fill, each with its default, bounds, unit and a line of help."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import Field, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Settings = TypeVar("_Settings", bound="DataclassInstance")


class SettingsError(Exception):
    """A setting is not usable; the sentence names it and what it may be."""


def text(
    default: str,
    help_: str,
    *,
    most: int = 200,
    bounds: str | None = None,
    unit: str = "text",
    fits: Callable[[str], bool] | None = None,
) -> Any:
    """A text of so many letters at the most; where it has to fit more than that, `bounds` says what."""
    limits = {"bounds": bounds or f"up to {most} letters", "most": most, "fits": fits}
    return field(default=default, metadata={"help": help_, "unit": unit, **limits})


def whole(
    default: int,
    help_: str,
    *,
    least: int,
    most: int,
    unit: str,
    also: int | None = None,
    bounds: str | None = None,
) -> Any:
    """A whole number between two, or `also` this one; `bounds` says so where one has a meaning of its own."""
    limits = {"bounds": bounds or f"{least} to {most}", "fits": lambda value: value == also or least <= value <= most}
    return field(default=default, metadata={"help": help_, "unit": unit, **limits})


def switch(help_: str) -> Any:
    """Off, where nothing else is said."""
    return field(default=False, metadata={"help": help_, "unit": "yes or no", "bounds": "true or false", "fits": None})


def data_folder(name: str, help_: str) -> Any:
    """A folder, by default the one this computer keeps for a program of that name."""
    limits = {"bounds": "a folder", "most": 1000, "fits": can_be_a_folder}
    return field(default_factory=lambda: _usual_folder(name), metadata={"help": help_, "unit": "path", **limits})


def _usual_folder(name: str) -> str:
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or "~/.local/share"
    return str(Path(base).expanduser() / name)


def can_be_a_folder(value: str) -> bool:
    try:
        Path(value).expanduser()
    except RuntimeError:  # ~ of somebody who is not known here
        return False
    return value.strip() != "" and "\0" not in value


def matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


def from_environment(environment: Mapping[str, str], prefix: str) -> dict[str, str]:
    """What the environment says, unchecked."""
    return {name.removeprefix(prefix).lower(): value for name, value in environment.items() if name.startswith(prefix)}


def from_file(path: Path) -> dict[str, Any]:
    """What the file says, unchecked; nothing where there is none. Raises SettingsError."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as wrong:
        raise SettingsError(f"{path} cannot be read as settings: {wrong}. Mend or remove the file.") from wrong


def filled(kind: type[_Settings], given: Mapping[str, Any], *, page: str) -> _Settings:
    """The defaults with these in their place. Raises SettingsError at the first that cannot be; `page` tells of all."""
    known = {one.name: one for one in fields(kind)}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        raise SettingsError(f"There is no setting called {unknown[0]!r}. See {page} for the ones there are.")
    return kind(**{name: _value(known[name], value) for name, value in given.items()})


def _value(setting: Field[Any], value: Any) -> Any:
    value, fits = _read(setting, value), setting.metadata["fits"]
    if not _is_of_its_kind(setting, value) or not (fits is None or fits(value)):
        bounds = setting.metadata["bounds"]
        raise SettingsError(f"Setting {setting.name} cannot be {str(value)[:60]!r}: it is {bounds}.")
    return value


def _read(setting: Field[Any], value: Any) -> Any:
    """The environment has only text."""
    if setting.type == "int" and isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value):
        return int(value)
    if setting.type == "bool" and value in ("true", "false"):
        return value == "true"
    return value


def _is_of_its_kind(setting: Field[Any], value: Any) -> bool:
    if setting.type == "int":
        return type(value) is int  # TOML's true is one too, to isinstance
    if setting.type == "bool":
        return isinstance(value, bool)
    return isinstance(value, str) and len(value) <= setting.metadata["most"]
