"""Whatever is pressed, typed, scanned or clicked, in any order: no error, sound books, and the counter still sells."""

import os

import pytest

from app.demo_shop import RAVI
from app.services.keeping import books
from tests.ui.monkey import Monkey

EVENTS = int(os.environ.get("MONKEY", "500"))
SEEDS = (1, 2) if EVENTS <= 500 else (1,)


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu that was opened, where there is no desktop
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_pressed_the_books_hold_and_the_counter_sells(open_window, request, seed):
    with open_window() as counter:
        monkey = Monkey(counter, seed)
        try:
            monkey.play(EVENTS)
            counter.hand.settle()
        finally:
            request.node.add_report_section("call", "the monkey's last", "\n".join(monkey.did))
        assert books.verify(counter.till.desk).faults == ()
    with open_window() as counter:
        before = len(counter.bills())
        counter.hand.scan(RAVI)
        counter.hand.type("100")
        counter.hand.press("Return")
        counter.hand.press("Ctrl+Return")
        assert len(counter.bills()) == before + 1
        assert books.verify(counter.till.desk).faults == ()
