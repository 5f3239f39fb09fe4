"""Logs: one JSON object a line, with the request's id and without anybody's name, number or token."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from server.settings import ServerSettings

FILE_BYTES_MAX, FILES_KEPT = 10_000_000, 5
HIDDEN = "[hidden]"

# Only what is named here is written as it is; a new name has to be thought about first.
_OPEN_NAMES = frozenset(
    {
        "event", "level", "logger", "timestamp", "request_id", "method", "route", "status", "ms", "code", "kind",
        "tenant", "counter", "error", "stack", "epoch", "seq", "count", "url", "revision",
    }
)  # fmt: skip
_SECRETS = re.compile(
    r"""
    ey[\w-]{8,}\.[\w-]+\.[\w-]*          # a JSON web token, signed or not
    | (?i:bearer|basic)\s+[\w.~+/=-]{6,} # credentials of a header
    | \+?\d[\d ()-]{5,}\d                # a phone or card number, grouped or not
    | \b[A-Z2-9]{4}-[A-Z2-9]{4}\b        # a code shown to a person
    | \b[\w-]{40,}\b                     # a random token or a hash
    | [\w.+-]+@[\w-]+\.[\w.]+            # an e-mail address
    """,
    re.VERBOSE,
)
_UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_PLAIN = frozenset({"timestamp", "request_id"})


def scrubbed(text: str) -> str:
    """The text with numbers, tokens and codes of people blotted out; ids of ours stay, they name nobody."""
    parts = _UUID.split(text)
    return "".join(
        one + kept
        for one, kept in zip((_SECRETS.sub(HIDDEN, part) for part in parts), [*_UUID.findall(text), ""], strict=True)
    )


def _closed(_: object, __: str, event: EventDict) -> EventDict:
    return {name: _shown(name, value) for name, value in event.items()}


def _shown(name: str, value: Any) -> Any:
    if name.startswith("_"):
        return value
    if name not in _OPEN_NAMES:
        return HIDDEN
    return scrubbed(value) if isinstance(value, str) and name not in _PLAIN else value


def _without_words(_: object, __: str, event: EventDict) -> EventDict:
    """An exception is written as its kind and its places: its words may quote what a customer sent."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__qualname__
        event["stack"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    return event


_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """For the rooms of the server: `log.info("what", name=value)`."""
    found: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return found


def formatter() -> logging.Formatter:
    """Lines of JSON, whoever logs: this server, uvicorn, a library."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[_without_words, structlog.stdlib.ProcessorFormatter.remove_processors_meta, _closed, _as_json()],
    )


def _as_json() -> Processor:
    render = structlog.processors.JSONRenderer(ensure_ascii=False)

    def line(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:
        return str(render(logger, name, event))

    return line


def install(settings: ServerSettings) -> None:
    """Send this process's logs where the settings say."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    if settings.log_file:
        path = Path(settings.log_file).expanduser()
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(path, maxBytes=FILE_BYTES_MAX, backupCount=FILES_KEPT - 1, encoding="utf-8")
        )
    for handler in handlers:
        handler.setFormatter(formatter())
    logging.basicConfig(level=settings.log_level.upper(), handlers=handlers, force=True)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # on a full disk it would print what was to be logged, as it came
