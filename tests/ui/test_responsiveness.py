"""The window never stands still: a slow disk or a slow printer is felt by the bill, not by the hands."""

import time
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer

from app.demo_shop import RAVI
from app.services.keeping.faults import StoreFull
from app.services.ports import Store

STALL_MS_MAX = 200
SLOW_S = 0.3


@dataclass
class SlowStore:
    """The store on a disk that takes its time; with a fault, one that has no room."""

    whole: Store
    fault: Exception | None = None

    @contextmanager
    def reading(self):
        time.sleep(SLOW_S)
        with self.whole.reading() as uow:
            yield uow

    @contextmanager
    def writing(self):
        time.sleep(SLOW_S)
        if self.fault is not None:
            raise self.fault
        with self.whole.writing() as uow:
            yield uow


class Pulse:
    """How long the event loop stood still at most, in milliseconds."""

    def __init__(self):
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self):
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def on_slow_disk(context):
    return replace(context, desk=replace(context.desk, store=SlowStore(context.desk.store)))


def test_a_sale_on_a_slow_disk_never_stops_the_window(open_window):
    with open_window(on_slow_disk) as counter:
        pulse = Pulse()
        counter.hand.scan(RAVI)
        counter.hand.type("500")
        for keys in ("Return", "F8", "F9", "Return"):
            counter.hand.press(keys)
        assert len(counter.bills()) == 1
        assert pulse.longest_ms < STALL_MS_MAX


def test_the_window_closes_at_the_second_asking_when_the_bill_cannot_be_kept(open_window, qtbot, caplog):
    with open_window(on_slow_disk) as counter:
        counter.hand.type("500")
        counter.hand.press("Return")
        counter.window.counter._context.desk.store.fault = StoreFull("no space left on device")
        counter.window.close()
        counter.hand.settle()
        assert (counter.window.isVisible(), counter.said) == (True, StoreFull.sentence)
        counter.window.close()
        qtbot.waitUntil(lambda: not counter.window.isVisible())
    caplog.clear()


def test_a_full_disk_is_said_and_logged_and_the_bill_stays(open_window, caplog):
    with open_window(on_slow_disk) as counter:
        store = counter.window.counter._context.desk.store
        counter.hand.type("500")
        counter.hand.press("Return")
        store.fault = StoreFull("no space left on device")
        for keys in ("F9", "Return"):
            counter.hand.press(keys)
        assert counter.said == StoreFull.sentence
        assert len(counter.rows) == 1
        assert [record.exc_info[1] for record in caplog.records if record.levelname == "ERROR"] == [store.fault]
        caplog.clear()
        store.fault = None
        counter.hand.press("Return")
        assert len(counter.bills()) == 1
