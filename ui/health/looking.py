"""Looking: what can be known of each part without doing anything, and what a test of it says."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from app.devices.camera_faults import CameraFault
from app.devices.camera_test import look_once
from app.services.chain.standing import LinkState
from app.services.keeping.backups import Backups, is_old
from app.services.papers import prints
from app.services.papers.printers import Printers, Role
from ui.camera_words import figures_words
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.health.state import Finding, Part
from ui.own_words import own
from ui.when import moment_words, span_words
from ui.words import later, said, tr, tr_n

GIB: Final = 1024**3
DISK_LEAST: Final = GIB  # of it should be free
DISK_EMPTY: Final = GIB // 10
CLOCK_MOST: Final = timedelta(minutes=5)  # the server says it is wrong from there on
PROBE_BYTES: Final = 1_000_000

SCAN_NOW: Final = later("Scan anything: what comes is said here.")
NO_CAMERA: Final = later("No camera is set up.")
UNTESTED: Final = later("Press Test to look through it.")
ALONE: Final = later("This counter belongs to no server.")
ASKED: Final = later("The server is asked now; the header says how it stands.")
NO_BACKUPS: Final = later("Nothing is backed up in training.")


def look(context: CounterContext) -> tuple[Finding, ...]:
    """Every part, as it is known without disturbing it. Not for the screen's thread: a disk may take its time."""
    return tuple(one(context) for one in (_printer, _scanner, _camera, clock, disk, backup, _server))


def troubles(context: CounterContext) -> tuple[Finding, ...]:
    """What the header should say: of what nobody would notice until it is too late."""
    return tuple(found for one in (clock, disk, backup) if (found := one(context)).short)


def tests(context: CounterContext) -> Mapping[Part, Callable[[], Notice]]:
    """How each part is tested: says what came of it, or raises the fault with its real reason."""
    return {
        Part.PRINTER: lambda: _test_printer(context.printers),
        Part.SCANNER: lambda: Notice(Tone.INFO, tr(SCAN_NOW)),
        Part.CAMERA: lambda: _test_camera(context.camera),
        Part.CLOCK: lambda: _notice(clock(context)),
        Part.DISK: lambda: _test_disk(context),
        Part.BACKUP: lambda: _test_backup(context.backups),
        Part.SERVER: lambda: _test_server(context),
    }


def _notice(found: Finding) -> Notice:
    return Notice(found.tone, found.words)


def _printer(context: CounterContext) -> Finding:
    waiting = sum(1 for job in prints.queue(context.desk) if job.tries)
    name = own(_chosen(context.printers) or context.receipt_printer)
    if waiting:
        words = tr_n(
            "{name}: {n} paper is not printed yet", "{name}: {n} papers are not printed yet", waiting, name=name
        )
        return Finding(Part.PRINTER, Tone.BAD, words)
    return Finding(Part.PRINTER, Tone.GOOD, tr("{name}: nothing waits", name=name))


def _chosen(printers: Printers | None) -> str:
    return printers.book().chosen(Role.RECEIPTS).name if printers is not None else ""


def _scanner(_: CounterContext) -> Finding:
    return Finding(Part.SCANNER, Tone.INFO, tr(SCAN_NOW))


def _camera(context: CounterContext) -> Finding:
    return Finding(Part.CAMERA, Tone.INFO, tr(UNTESTED) if context.camera else tr(NO_CAMERA))


def clock(context: CounterContext) -> Finding:
    """Against the server's where there is one, and against what was sealed here in any case."""
    desk, offset_ms = context.desk, context.line.standing().offset_ms
    now = desk.clock.now()
    with desk.store.reading() as uow:
        latest = uow.journal.head().latest_at
    if latest - now > CLOCK_MOST:
        words = tr("Behind the last bill by {span}. Set it right.", span=span_words(latest - now))
        return Finding(Part.CLOCK, Tone.BAD, words, tr("Clock is wrong"))
    when = moment_words(now, desk.calendar, now=now)
    if offset_ms is None:
        return Finding(Part.CLOCK, Tone.GOOD, tr("{time}, after the last bill; no server to compare with", time=when))
    off = timedelta(milliseconds=abs(offset_ms))
    if off > CLOCK_MOST:
        words = tr("Off the server's by {span}. Set it right.", span=span_words(off))
        return Finding(Part.CLOCK, Tone.BAD, words, tr("Clock is wrong"))
    return Finding(Part.CLOCK, Tone.GOOD, tr("{time}, the same as the server's", time=when))


def disk(context: CounterContext) -> Finding:
    if context.place is None:
        return Finding(Part.DISK, Tone.INFO, tr("Not known here"))
    try:
        free = shutil.disk_usage(context.place).free
    except OSError as wrong:
        return Finding(Part.DISK, Tone.BAD, wrong.strerror or str(wrong), tr("Disk cannot be read"))
    words = tr("{gb} GB free at {place}", gb=f"{free / GIB:.1f}", place=context.place)
    if free < DISK_LEAST:
        return Finding(Part.DISK, Tone.BAD if free < DISK_EMPTY else Tone.WARN, words, tr("Disk nearly full"))
    return Finding(Part.DISK, Tone.GOOD, words)


def backup(context: CounterContext) -> Finding:
    if context.backups is None:
        return Finding(Part.BACKUP, Tone.INFO, tr(NO_BACKUPS))
    state, now = context.backups.state(), context.desk.clock.now()
    if state.trouble:
        return Finding(Part.BACKUP, Tone.BAD, said(state.trouble), tr("No backup"))
    if state.copied_at is None:
        return Finding(Part.BACKUP, Tone.INFO, tr("None yet; the first is made soon after the counter opens"))
    age = abs(now - state.copied_at)
    words = tr("Made {when}", when=moment_words(state.copied_at, context.desk.calendar, now=now))
    proof = state.proof
    proven = moment_words(proof.at, context.desk.calendar, now=now) if proof is not None else tr("never")
    words = tr("{made}, last proven {proven}", made=words, proven=proven)
    if is_old(state, now):
        return Finding(Part.BACKUP, Tone.WARN, words, tr("Backup is {span} old", span=span_words(age)))
    return Finding(Part.BACKUP, Tone.GOOD, words)


def _server(context: CounterContext) -> Finding:
    standing = context.line.standing()
    if standing.state in (LinkState.ALONE, LinkState.TRAINING):
        return Finding(Part.SERVER, Tone.INFO, tr(ALONE))
    is_well = standing.state in (LinkState.SYNCED, LinkState.SENDING)
    words = said(standing.trouble) or tr("{n} waiting to be sent", n=standing.waiting)
    return Finding(Part.SERVER, Tone.GOOD if is_well else Tone.WARN, tr("Up to date") if is_well else words)


def _test_printer(printers: Printers | None) -> Notice:
    if printers is None:
        return Notice(Tone.INFO, tr("No printer is set up here."))
    return Notice(Tone.GOOD, said(printers.test(printers.book().chosen(Role.RECEIPTS))))


def _test_camera(name: str) -> Notice:
    if not name:
        return Notice(Tone.INFO, tr(NO_CAMERA))
    try:
        return Notice(Tone.GOOD, figures_words(look_once(name)))
    except CameraFault as fault:
        return Notice(Tone.BAD, said(fault.sentence), str(fault))


def _test_disk(context: CounterContext) -> Notice:
    """Write a little where the bills are, have it on the disk for sure, and take it away. Raises OSError."""
    if context.place is not None:
        with tempfile.NamedTemporaryFile(dir=context.place, prefix="probe-") as probe:
            probe.write(bytes(PROBE_BYTES))
            probe.flush()
            os.fsync(probe.fileno())
    return _notice(disk(context))


def _test_backup(backups: Backups | None) -> Notice:
    if backups is None:
        return Notice(Tone.INFO, tr(NO_BACKUPS))
    state = backups.state()
    backups.prove(state.copied_as or backups.back_up().copied_as)
    return Notice(Tone.GOOD, tr("The last backup was put back to try: its books hold."))


def _test_server(context: CounterContext) -> Notice:
    if context.line.standing().state in (LinkState.ALONE, LinkState.TRAINING):
        return Notice(Tone.INFO, tr(ALONE))
    context.line.retry()
    return Notice(Tone.INFO, tr(ASKED))
