"""What is asked wrongly is answered in a line, with exit status 2, before anything is opened."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from app import __main__
from app.persistence.home import KEY_IN_FILE
from tests.integration.cli.conftest import Run

ROOT = Path(__file__).parents[3]
LIMITS = ["0", "-1", "٣", "1e9", "", "ten", "9" * 5000, "2.5"]


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_is_a_whole_number_of_at_least_one(limit: str, run: Run, folder: Path) -> None:
    answer = run("replay", "baskets.csv", f"--limit={limit}")
    assert answer.status == 2
    assert answer.err.splitlines()[-1].endswith(f"--limit: {limit[:20]!r} is not a whole number of at least 1")
    assert not folder.exists()


def test_an_unknown_verb_is_told_the_known_ones(run: Run) -> None:
    answer = run("sell")
    assert answer.status == 2
    for verb in ("simulate", "replay", "demo", "verify", "rebuild"):
        assert verb in answer.err


@pytest.mark.parametrize("verb", [("verify",), ("rebuild",), ("replay", "baskets.csv"), ("demo", "--out", "x"), ()])
def test_a_setting_that_cannot_be_used_stops_every_verb(
    verb: tuple[str, ...], run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILLPOINT_THEME", "solarized")
    answer = run(*verb)
    expected = "Setting theme cannot be 'solarized': it is light or dark.\n"
    assert (answer.status, answer.out, answer.err) == (2, "", expected)
    assert not folder.exists()


def test_ctrl_c_needs_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(__main__._VERBS, "verify", interrupted)
    answer = run("verify")
    assert (answer.status, answer.out, answer.err) == (130, "", "Stopped.\n")


@pytest.mark.parametrize("name", ["missing.json", "folder", "endless.json", "words.json", "latin.json"])
def test_what_is_no_scenario_is_said_in_a_line(name: str, run: Run, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "words.json").write_text("not json at all")
    (tmp_path / "latin.json").write_bytes(b'{"title": "caf\xe9"}')
    with (tmp_path / "endless.json").open("wb") as endless:
        endless.truncate(1 << 40)
    answer = run("simulate", tmp_path / name)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith("Not a scenario file: ")
    assert not folder.exists()


def test_whoever_stops_reading_gets_no_traceback(shop: Path) -> None:
    assert shop.exists()
    command = [sys.executable, "-m", "app", "verify"]
    with subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=PIPE, stderr=PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == f"{KEY_IN_FILE}\n"
    assert process.returncode == 141
