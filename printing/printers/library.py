"""python-escpos, loaded when the first receipt printer is used, and without what it does to whoever imports it.

By itself it would set up this program's logging, and read its list of models as YAML: a quarter of a second, and
a folder left behind in the system's temporary one at every start.
"""

from __future__ import annotations

import functools
import json
import logging
import os
import pickle
import platform
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

_FOLDER = "ESCPOS_CAPABILITIES_PICKLE_DIR"


@functools.cache
def printers() -> Any:
    """Its module of printers: Dummy, Network, Serial, Win32Raw."""
    handlers = list(logging.getLogger().handlers)
    with tempfile.TemporaryDirectory() as folder:
        _put_models(Path(folder))
        before = os.environ.get(_FOLDER)
        os.environ[_FOLDER] = folder
        try:
            import escpos.printer as found  # type: ignore[import-untyped]
        finally:
            _set_back(before)
    for handler in logging.getLogger().handlers[:]:
        if handler not in handlers:
            logging.getLogger().removeHandler(handler)
    logging.getLogger("escpos").setLevel(logging.ERROR)
    return found


def printing_error() -> type[Exception]:
    """What it raises, whatever was the matter."""
    printers()
    from escpos.exceptions import Error  # type: ignore[import-untyped]

    found: type[Exception] = Error
    return found


def _set_back(folder: str | None) -> None:
    if folder is None:
        os.environ.pop(_FOLDER, None)
    else:
        os.environ[_FOLDER] = folder


def _put_models(folder: Path) -> None:
    """Its list of models as it keeps it for itself, newer than the list it is made from."""
    with (folder / f"{platform.python_version()}.capabilities.pickle").open("wb") as file:
        pickle.dump(_models(), file, protocol=2)


@functools.cache
def _models() -> dict[str, Any]:
    text = (files("escpos") / "capabilities.json").read_text("utf-8")
    models: dict[str, Any] = json.loads(text)
    return models


def profiles() -> list[str]:
    """The models it knows, the one that fits most first."""
    names = sorted(_models()["profiles"], key=str.casefold)
    return ["default", *(name for name in names if name != "default")]
