"""The line that counters really have keeps the contract that screens are built on."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_till, running_line
from app.services.chain.standing import Line
from app.settings import Settings
from tests.contract.line_contract import LineContract

PATIENCE_S = 20


class TestCounterLine(LineContract):
    @pytest.fixture
    def line(self, tmp_path: Path) -> Iterator[Line]:
        settings = Settings(data_dir=str(tmp_path))
        with open_till(settings) as till, running_line(settings, till) as line:
            yield line

    def until(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, "a thread of sync did nothing about it"
            time.sleep(0.01)
