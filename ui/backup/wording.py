"""Wording of the backups: what is known of them, and what was just done."""

from __future__ import annotations

from datetime import datetime

from app.domain.days import ShopCalendar
from app.domain.formats import points
from app.services.keeping.backups import BackupState, Copied, Proof, is_old
from ui.backup.state import Fact
from ui.rows import ChoiceRow
from ui.when import moment_words, span_words
from ui.words import later, said, tr, tr_n

TITLE = later("Backup")
NONE_YET = later("No backup is in the folder yet.")
MAKING = later("The backup is being made. Selling goes on.")
PROVING = later("The backup is put back to try. Selling goes on.")
MADE = later("Backed up: {name}.")
NOT_HERE = later("In training nothing counts, so nothing is backed up.")
BY_ITSELF = later("Each day soon after the counter opens, and when it closes. Once a week one is put back to try.")
KEY = later(
    "Another computer opens a backup only with this counter's key. “python -m app backup --key FILE” saves it; keep it "
    "apart from the backups."
)
SAME_DISK = later("{folder} (the same disk as the data file: choose another disk in Settings)")
PROVEN = later("{when}: put back with {bills} and {entries}; the books hold, with {points} points.")
KIB, MIB = 1024, 1024 * 1024


def facts(state: BackupState, calendar: ShopCalendar, *, now: datetime) -> tuple[Fact, ...]:
    folder = tr(SAME_DISK, folder=state.folder) if state.is_same_disk else state.folder
    return (
        Fact(tr("Last backup"), last_words(state, calendar, now=now), marked=is_old(state, now)),
        *((Fact(tr("Trouble"), said(state.trouble), marked=True),) if state.trouble else ()),
        Fact(tr("Last proven"), proof_words(state.proof, calendar, now=now), marked=state.proof is None),
        Fact(tr("Where"), folder, marked=state.is_same_disk),
        Fact(tr("By itself"), tr(BY_ITSELF)),
        Fact(tr("Key"), tr(KEY)),
    )


def last_words(state: BackupState, calendar: ShopCalendar, *, now: datetime) -> str:
    if state.copied_at is None:
        return tr("never")
    when, age = moment_words(state.copied_at, calendar, now=now), span_words(abs(now - state.copied_at))
    return tr("{when} ({age} ago)", when=when, age=age)


def proof_words(proof: Proof | None, calendar: ShopCalendar, *, now: datetime) -> str:
    if proof is None:
        return tr("never")
    return tr(
        PROVEN,
        when=moment_words(proof.at, calendar, now=now),
        bills=tr_n("{n} bill", "{n} bills", proof.bills),
        entries=tr_n("{n} entry", "{n} entries", proof.entries),
        points=points(proof.points),
    )


def copy_row(copy: Copied, state: BackupState, calendar: ShopCalendar, *, now: datetime) -> ChoiceRow:
    is_proven = state.proof is not None and state.proof.name == copy.name
    size = tr("{n} MB", n=max(1, round(copy.bytes / MIB))) if copy.bytes >= MIB else tr("{n} KB", n=copy.bytes // KIB)
    return ChoiceRow(
        moment_words(copy.made_at, calendar, now=now), f"{size} · {copy.name}", tr("proven") if is_proven else ""
    )
