"""The print queue without a page: what it counts, and what it does where it cannot be read."""

from __future__ import annotations

from app.services.members.members import CARD
from app.services.papers import papers
from tests.unit.ui.counters import rig
from ui.errors import Tone
from ui.printers.queue import Queue
from ui.printers.wording import DOCUMENTS


def test_it_is_counted_where_nobody_looks_at_it():
    with rig() as it:
        counted = []
        queue = Queue(it.counter._context, it.work)
        queue.on_count = counted.append
        queue.read()
        assert counted == [0]


def test_one_that_cannot_be_read_is_said_once_and_not_asked_over_and_over():
    with rig() as it:
        shown = []
        queue = Queue(it.counter._context, it.work)
        queue.show = lambda **what: shown.append(what)
        it.store.fault = OSError("the disk is gone")
        queue.read()
        assert [what["notice"].tone for what in shown] == [Tone.BAD]


def test_every_kind_of_paper_that_may_wait_has_its_name():
    assert set(DOCUMENTS) == papers.KINDS | {CARD}
