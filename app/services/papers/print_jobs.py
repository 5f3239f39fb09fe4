"""Print jobs: what is to be on paper, how far it has come, and the queue that keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class PrintStatus(StrEnum):
    """WAITING → SENDING → PRINTED is the road of a job; the others are where it may leave it.

    SENDING stands before the first byte reaches the printer. What is found so after a power cut is DOUBTED: it may be
    on paper, so what is printed instead is a copy. STOPPED waits for a person; DROPPED was given up by one.
    """

    WAITING = "WAITING"
    SENDING = "SENDING"
    STOPPED = "STOPPED"
    PRINTED = "PRINTED"
    DOUBTED = "DOUBTED"
    DROPPED = "DROPPED"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Something to be printed, written with what it prints. `copy` 0 is the original; `error` is of the last try."""

    job_id: str
    document: str
    subject_id: str
    copy: int
    created_at: datetime
    status: PrintStatus = PrintStatus.WAITING
    tries: int = 0
    error: str | None = None


class PrintQueue(Protocol):
    def add(self, job: PrintJob) -> None: ...
    def get(self, job_id: str) -> PrintJob | None: ...
    def of_subject(self, document: str, subject_id: str) -> Sequence[PrintJob]:
        """Every job of a document, the original first."""

    def open(self, *, most: int) -> Sequence[PrintJob]:
        """Jobs that are WAITING, SENDING or STOPPED, oldest first."""

    def save(self, job: PrintJob) -> None:
        """Keep how far a job has come: its status, tries and error."""
