"""The counter's log: what is written of what was said, and that nobody is named there."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from app.commands.log_file import FILE_NAME, kept_log
from app.services.keeping.faults import StoreFull
from printing.printers.faults import Trouble

RAVI = ("Ravi Sharma", "9820003210", "+91 98200 03210", "700012342052", "7000 1234 2052", "ravi@example.in")


@pytest.fixture
def log() -> logging.Logger:
    return logging.getLogger("tests.log")


def lines(folder: Path) -> list[dict[str, object]]:
    text = (folder / "logs" / FILE_NAME).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_figures_and_codes_are_written_and_nothing_else_of_what_is_given(tmp_path: Path, log: logging.Logger) -> None:
    with kept_log(tmp_path):
        log.info("The screen stood still for %d ms.", 169)
        log.warning("%s at %s: %s", StoreFull("/home/ravi"), "Ravi Sharma", Trouble.PAPER)
    first, second = lines(tmp_path)
    assert (first["level"], first["from"]) == ("INFO", "tests.log")
    assert first["said"] == "The screen stood still for 169 ms."
    assert second["said"] == "StoreFull DB-FULL at …: PRN-PAPER"


def test_an_exception_is_its_kind_and_its_places(tmp_path: Path, log: logging.Logger, caplog) -> None:  # type: ignore[no-untyped-def]
    with kept_log(tmp_path):
        try:
            raise ValueError(RAVI[0])
        except ValueError:
            log.exception("Work failed")
    (line,) = lines(tmp_path)
    assert line["error"] == "ValueError"
    assert line["stack"] == [
        f"test_log_file.py:{test_an_exception_is_its_kind_and_its_places.__code__.co_firstlineno + 3} "
        "test_an_exception_is_its_kind_and_its_places"
    ]
    caplog.clear()


@pytest.mark.parametrize("value", RAVI)
def test_nobody_is_named(tmp_path: Path, log: logging.Logger, value: str, caplog) -> None:  # type: ignore[no-untyped-def]
    with kept_log(tmp_path):
        log.warning("A card came: %s", value)
        log.warning("A card came: %(who)s", {"who": value})
        if any(map(str.isdigit, value)) or "@" in value:
            log.warning(f"A card came: {value}")
        try:
            raise OSError(2, "No such file", value)
        except OSError:
            log.exception("%s failed", value)
    assert value not in (tmp_path / "logs" / FILE_NAME).read_text("utf-8")
    assert "No such file" in (tmp_path / "logs" / FILE_NAME).read_text("utf-8")
    caplog.clear()


def test_a_folder_that_cannot_be_used_is_done_without(tmp_path: Path, log: logging.Logger) -> None:
    (tmp_path / "logs").write_text("in the way")
    with kept_log(tmp_path):
        log.warning("still here")
    assert (tmp_path / "logs").read_text() == "in the way"


def test_files_turn_over(tmp_path: Path, log: logging.Logger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.commands.log_file.FILE_BYTES_MAX", 300)
    with kept_log(tmp_path):
        for number in range(40):
            log.info("event %d", number)
    assert len(list((tmp_path / "logs").iterdir())) == 5
