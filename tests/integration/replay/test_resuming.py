"""A replay that was interrupted goes on where it stopped: the same bills, the same totals, none of them twice."""

import os
import re
import signal
from pathlib import Path

import pytest

from app.commands.replay import replay
from app.commands.stopping import Stop, listening
from app.settings import Settings
from tests.integration.replay.shops import FIXTURE, Story, figures, run, story
from tests.integration.replay.terminal import at_terminal


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Story]:
    """What the fixture comes to when nobody interrupts."""
    folder = tmp_path_factory.mktemp("undisturbed")
    finished = run(folder, FIXTURE)
    assert finished.returncode == 0
    return figures(finished.stdout), story(folder)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_replay_comes_to_the_same(
    how: signal.Signals, tmp_path: Path, undisturbed: tuple[dict[str, str], Story]
) -> None:
    kept = 0
    for _ in range(2):
        with at_terminal(tmp_path, FIXTURE) as terminal:
            terminal.wait_for(" s left")  # the first bill that was not there yet has been made
            status = terminal.hear(how)
        bills = story(tmp_path)[0]
        assert kept < len(bills) < 60
        assert bills == undisturbed[1][0][: len(bills)]
        assert status == (130 if how is signal.SIGINT else -signal.SIGKILL)
        kept = len(bills)
    finished = run(tmp_path, FIXTURE)
    assert finished.returncode == 0
    assert figures(finished.stdout) == undisturbed[0]
    assert story(tmp_path) == undisturbed[1]


def test_ctrl_c_leaves_with_a_clear_line_after_the_bill_in_hand(tmp_path: Path) -> None:
    with at_terminal(tmp_path, FIXTURE) as terminal:
        terminal.wait_for("1/60 bills")
        assert terminal.hear(signal.SIGINT) == 130
        assert terminal.process.stdout is not None
        assert terminal.process.stdout.read() == ""
    stopped = re.fullmatch(r"stopped after (\d+) bills; run it again to go on", terminal.screen.splitlines()[-1])
    assert stopped is not None, terminal.screen
    assert int(stopped[1]) == len(story(tmp_path)[0])
    assert "Traceback" not in terminal.screen


def test_ctrl_c_while_it_starts_needs_no_traceback(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.csv")
    with at_terminal(tmp_path / "shop", tmp_path / "slow.csv") as terminal, (tmp_path / "slow.csv").open("wb"):
        assert terminal.hear(signal.SIGINT) == 130
    assert terminal.screen.split() == ["Stopped."]


def test_asking_twice_does_not_wait() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), listening() as stop:
        _ask_twice(stop)
    assert stop.asked
    assert signal.getsignal(signal.SIGINT) is before


def _ask_twice(stop: Stop) -> None:
    signal.raise_signal(signal.SIGINT)
    assert stop.asked
    signal.raise_signal(signal.SIGINT)


def test_a_second_replay_adds_nothing(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert replay(settings, FIXTURE, limit=None, data=None) == 0
    first, kept = figures(capsys.readouterr().out), story(settings.folder)
    assert replay(settings, FIXTURE, limit=None, data=None) == 0
    assert figures(capsys.readouterr().out) == first
    assert story(settings.folder) == kept
