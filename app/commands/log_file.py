"""The counter's log: one JSON object a line, in files that turn over, without anything that names a person."""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FOLDER, FILE_NAME = "logs", "tillpoint.log"
FILE_BYTES_MAX: Final = 1_000_000
FILES_KEPT: Final = 5
FRAMES_MAX: Final = 12
HIDDEN: Final = "…"
_OF_PEOPLE = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d ()-]{4,}\d")


def scrubbed(text: str) -> str:
    """Without phones, cards and e-mail addresses."""
    return _OF_PEOPLE.sub(HIDDEN, text)


class ClosedFormatter(logging.Formatter):
    """What was said as it stands in the code, with figures and codes put in; any other value may be somebody's.

    An exception is written as its kind and its places: its words may quote what a person typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "said": _said(record),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            frames = traceback.extract_tb(error.__traceback__)[-FRAMES_MAX:]
            line["error"] = _shown(error)
            line["stack"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


def _said(record: logging.LogRecord) -> str:
    template = scrubbed(str(record.msg))
    given = record.args if isinstance(record.args, tuple) else ()
    try:
        return template % tuple(map(_shown, given)) if given else template
    except (TypeError, ValueError):  # %d of what is not to be shown
        return template


def _shown(value: object) -> object:
    if isinstance(value, int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, BaseException):
        code = getattr(value, "code", "")
        system = value.strerror if isinstance(value, OSError) else ""
        return " ".join(filter(None, (type(value).__qualname__, str(code), system)))
    return HIDDEN


@contextmanager
def kept_log(folder: Path) -> Iterator[Path]:
    """Everything logged from here on is written there too. A folder that cannot be used is done without."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel(logging.WARNING)
    logs = folder / FOLDER
    try:
        logs.mkdir(parents=True, exist_ok=True)
        made = RotatingFileHandler(
            logs / FILE_NAME, maxBytes=FILE_BYTES_MAX, backupCount=FILES_KEPT - 1, encoding="utf-8"
        )
        made.setFormatter(ClosedFormatter())
        handlers.append(made)
    except OSError as wrong:
        logging.getLogger(__name__).warning("No log is kept: %s", wrong)
    root, level = logging.getLogger(), logging.getLogger().level
    root.setLevel(logging.INFO)
    for handler in handlers:
        root.addHandler(handler)
    try:
        yield logs
    finally:
        root.setLevel(level)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()
