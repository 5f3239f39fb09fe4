"""The bar: on a terminal only, with an estimate that goes by the bills made now."""

import io
from pathlib import Path

from app.replay.progress import Progress
from tests.integration.replay.shops import FIXTURE, row, run, written
from tests.integration.replay.terminal import at_terminal


class Watched(io.StringIO):
    """A terminal that keeps what is drawn."""

    def isatty(self) -> bool:
        return True


class Watch:
    """A clock that is moved by hand."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_a_terminal_shows_how_far_it_is_and_how_long_it_takes(tmp_path: Path) -> None:
    with at_terminal(tmp_path, FIXTURE) as terminal:
        assert terminal.finish() == 0
    drawn = terminal.screen.splitlines()[-1]
    assert drawn.endswith("█" * 30 + " 60/60 bills, 0 s left")
    assert " 1/60 bills, " in terminal.screen


def test_bad_rows_stand_above_the_bar(tmp_path: Path) -> None:
    file = written(tmp_path / "bad.csv", [row("1"), row("2", paise="1e9"), row("3")])
    with at_terminal(tmp_path, file) as terminal:
        assert terminal.finish() == 0
    lines = [line.rpartition("\x1b[K")[2] for line in terminal.screen.splitlines()]
    assert "line 3: sales_value_c '1e9' is not an amount in paise" in lines
    assert lines[-1] == "█" * 30 + " 2/2 bills, 0 s left"


def test_nothing_is_drawn_into_a_file(tmp_path: Path) -> None:
    finished = run(tmp_path, FIXTURE, "--limit", 3)
    assert finished.returncode == 0
    assert "/3 bills" not in finished.stdout + finished.stderr
    assert "\x1b" not in finished.stdout + finished.stderr


def test_the_estimate_goes_by_the_bills_made_now() -> None:
    watch = Watch()
    progress = Progress(Watched(), 1000, watch)
    for _ in range(500):
        watch.seconds += 0.001
        progress.advance(is_new=False)
    assert progress.line(watch()) == "█" * 15 + "·" * 15 + " 500/1,000 bills"
    for _ in range(100):
        watch.seconds += 0.2
        progress.advance(is_new=True)
    assert progress.line(watch()) == "█" * 18 + "·" * 12 + " 600/1,000 bills, 80 s left"


def test_it_is_not_redrawn_for_every_bill() -> None:
    watch, screen = Watch(), Watched()
    progress = Progress(screen, 1000, watch)
    for _ in range(1000):
        watch.seconds += 0.001
        progress.advance(is_new=True)
    assert 8 <= screen.getvalue().count("\r") <= 11
    progress.close()
    assert screen.getvalue().endswith(" 1,000/1,000 bills, 0 s left\n")


def test_a_file_without_a_basket_has_a_bar_too() -> None:
    progress = Progress(Watched(), 0, Watch())
    progress.close()
    assert progress.line(0.0) == "·" * 30 + " 0/0 bills"
