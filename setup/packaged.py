"""Runs first in the packaged program: the zbar library it carries is found, whatever is on the computer."""

import ctypes.util
import sys
from pathlib import Path

_find = ctypes.util.find_library


def _find_library(name: str) -> str | None:
    carried = sorted(Path(sys._MEIPASS).glob("libzbar.*")) if name == "zbar" else []
    return str(carried[0]) if carried else _find(name)


ctypes.util.find_library = _find_library
