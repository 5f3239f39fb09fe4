"""Backups: when one is due, when one is old, and what is said of troubles and of a restore."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.days import INDIA
from app.services.keeping.backups import (
    BackupFault,
    BackupState,
    BackupTrouble,
    Proof,
    Restored,
    is_copy_due,
    is_old,
    is_proof_due,
    restored_words,
)

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


def copied(**ago: float) -> BackupState:
    at = NOW - timedelta(**ago)
    return BackupState("b", copied_at=at, copied_as="till.db", proof=Proof("till.db", at, 1, 1, 1, 1))


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (BackupState("b"), True),
        (copied(), False),
        (copied(hours=10), False),
        (copied(hours=13), True),  # the shop's day begins at 18:30 UTC
        (copied(days=-300), True),  # by a clock that ran ahead
    ],
)
def test_each_day_has_a_backup(state: BackupState, due: bool) -> None:
    assert is_copy_due(state, NOW, INDIA) is due


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (BackupState("b"), False),
        (BackupState("b", copied_as="till.db"), True),
        (copied(days=6), False),
        (copied(days=7), True),
        (copied(days=-300), True),
    ],
)
def test_each_week_has_a_proof(state: BackupState, due: bool) -> None:
    assert is_proof_due(state, NOW) is due


@pytest.mark.parametrize(
    ("state", "old"),
    [(BackupState("b"), True), (copied(days=2), False), (copied(days=3), True), (copied(days=-3), True)],
)
def test_a_backup_grows_old(state: BackupState, old: bool) -> None:
    assert is_old(state, NOW) is old


@pytest.mark.parametrize("trouble", BackupTrouble)
def test_every_trouble_names_its_place_or_its_reason_and_what_to_do(trouble: BackupTrouble) -> None:
    fault = BackupFault(trouble, "/mnt/usb", "I/O error")
    assert "/mnt/usb" in fault.sentence or "I/O error" in fault.sentence
    assert fault.sentence.count(".") > 1
    assert fault.code == trouble.value
    assert "no reason given" not in fault.sentence


def test_a_restore_says_what_was_left_and_what_is_to_be_done() -> None:
    plain = restored_words(Restored("b.db", "", 0, 0, "", is_read=True, again=False))
    assert plain == "The backup b.db was put back."
    full = restored_words(Restored("b.db", "old.db", 3, 2, "left.csv", is_read=False, again=True))
    for words in ("entered again: 3.", "2; they are listed in left.csv", "last receipts", "Staff", "kept as old.db"):
        assert words in full
    assert "No bill is on hold" in full


def test_a_restore_says_what_became_of_bills_on_hold() -> None:
    as_before = Restored("b.db", "", 0, 0, "", is_read=True, again=False, held=2)
    assert "Bills on hold are as they were before: 2." in restored_words(as_before)
    assert "as the backup has them: 2; look" in restored_words(replace(as_before, is_read=False))
