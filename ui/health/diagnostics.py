"""Diagnostics: what whoever helps from afar has to know of this counter, without anything that names a person."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ui.context import CounterContext
from ui.health.looking import look

LINES_MAX: Final = 60
HIDDEN: Final = "…"
# Settings that say how the counter works; every other one is the shop's own business.
OPEN_SETTINGS: Final = (
    "billing", "shifts", "language", "theme", "key_profile", "time_zone", "lock_minutes", "year_starts_in_month",
    "return_days", "companion_port", "sounds",
)  # fmt: skip
_OF_PEOPLE = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d ()-]{7,}\d")


def diagnostics(context: CounterContext, *, screen: str) -> str:
    """Plain text, in English: it is for whoever mends. Not for the screen's thread."""
    text = "\n".join([*_about(context, screen), "", *_figures(context), "", *_parts(context), "", *_log(context)])
    return _OF_PEOPLE.sub(HIDDEN, text).replace(str(Path.home()), "~")


def _about(context: CounterContext, screen: str) -> Iterator[str]:
    yield f"program   {context.settings.program if context.settings else 'in training'}"
    yield f"system    {platform.system()} {platform.release()} {platform.machine()}, Python {sys.version.split()[0]}"
    yield f"screen    {screen}"
    kept: Mapping[str, str] = context.settings.values() if context.settings else {}
    yield f"settings  {', '.join(f'{name}={kept[name]}' for name in OPEN_SETTINGS if name in kept)}"


def _figures(context: CounterContext) -> Iterator[str]:
    with context.desk.store.reading() as uow:
        head, link = uow.journal.head(), uow.links.get()
    standing = context.line.standing()
    yield f"chain     epoch {head.epoch}, event {head.last_seq}, entry {head.last_ledger_no}"
    yield f"server    {standing.state.value}, {standing.waiting} waiting, {link.bond.value if link else 'never joined'}"


def _parts(context: CounterContext) -> Iterator[str]:
    for found in look(context):
        yield f"{found.part:<16} {found.tone.value:<5} {found.words}"


def _log(context: CounterContext) -> Iterator[str]:
    """Its last lines: what is written there names nobody."""
    if context.logs is None:
        return
    try:
        lines = sorted(context.logs.glob("*.log"))[0].read_text("utf-8", errors="replace").splitlines()
    except (OSError, IndexError):
        return
    yield from lines[-LINES_MAX:]
