"""Tasks: work leaves the screen's thread, comes back in order, and nothing that goes wrong is lost."""

import logging
import threading
import time
from functools import partial

import pytest

from app.domain.errors import Code, DomainError
from ui.tasks import Tasks
from ui.work import Topic


@pytest.fixture
def tasks(qapp):  # noqa: ARG001 - signals need an application
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def done():
    return []


def idle(qtbot, tasks):
    qtbot.waitUntil(lambda: tasks.is_idle)


def test_work_is_done_elsewhere_and_answered_here(qtbot, tasks, done):
    here = threading.get_ident()
    tasks.read(threading.get_ident, lambda there: done.append((there, threading.get_ident())), pytest.fail)
    idle(qtbot, tasks)
    ((there, answered),) = done
    assert there != here
    assert answered == here


def test_writes_happen_one_at_a_time_in_the_order_asked(qtbot, tasks, done):
    def write(number):
        time.sleep(0.01 * (5 - number))  # the earlier, the slower
        done.append(number)

    for number in range(5):
        tasks.write(lambda number=number: write(number), lambda _: None, pytest.fail, changes=Topic.BILLS)
    idle(qtbot, tasks)
    assert done == [0, 1, 2, 3, 4]


def test_only_the_newest_of_a_slot_is_answered(qtbot, tasks, done):
    gate = threading.Event()
    tasks.latest("price", lambda: gate.wait(5), lambda _: done.append("old"), pytest.fail)
    for number in range(20):
        tasks.latest("price", lambda number=number: number, done.append, pytest.fail)
    gate.set()
    idle(qtbot, tasks)
    assert done == [19]


def test_slots_do_not_supersede_each_other(qtbot, tasks, done):
    tasks.latest("price", lambda: "price", done.append, pytest.fail)
    tasks.latest("customer", lambda: "customer", done.append, pytest.fail)
    idle(qtbot, tasks)
    assert sorted(done) == ["customer", "price"]


def test_a_slow_printer_delays_no_bill(qtbot, tasks, done):
    gate = threading.Event()
    tasks.paper(lambda: gate.wait(5), lambda _: done.append("paper"), pytest.fail)
    tasks.write(lambda: None, lambda _: done.append("bill"), pytest.fail, changes=Topic.BILLS)
    qtbot.waitUntil(lambda: done == ["bill"])
    gate.set()
    idle(qtbot, tasks)
    assert done == ["bill", "paper"]


def test_what_a_write_changed_is_told_after_it(qtbot, tasks, done):
    tasks.changed.connect(done.append)
    tasks.write(lambda: None, lambda _: done.append("answered"), pytest.fail, changes=Topic.HELD)
    idle(qtbot, tasks)
    assert done == ["answered", Topic.HELD]


def test_a_refusal_is_answered_and_not_logged(qtbot, tasks, done):
    def refuse():
        raise DomainError(Code.DISABLED, "no")

    tasks.changed.connect(done.append)
    tasks.write(refuse, pytest.fail, lambda error: done.append(error.code), changes=Topic.BILLS)
    idle(qtbot, tasks)
    assert done == [Code.DISABLED]


def test_an_unforeseen_fault_is_answered_and_logged_with_its_place(qtbot, tasks, done, caplog):
    def stumble():
        raise ZeroDivisionError("stumbled")

    tasks.write(stumble, pytest.fail, done.append, changes=Topic.BILLS)
    idle(qtbot, tasks)
    assert [str(error) for error in done] == ["stumbled"]
    (record,) = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert "changing bills" in record.getMessage()
    assert record.exc_info
    caplog.clear()


def test_a_fault_of_work_without_a_name_is_answered_too(qtbot, tasks, done, caplog):
    tasks.read(partial(int, "no figure"), pytest.fail, done.append)
    idle(qtbot, tasks)
    assert [type(error) for error in done] == [ValueError]
    assert "functools.partial" in caplog.text
    caplog.clear()


def test_closing_finishes_what_was_to_be_written(qtbot, done):
    tasks = Tasks()
    for number in range(3):
        tasks.write(
            lambda number=number: done.append(number), lambda _: done.append("shown"), pytest.fail, changes=Topic.BILLS
        )
    tasks.close()
    tasks.close()
    qtbot.wait(20)
    assert done == [0, 1, 2]
