"""The stand-in that screens are tested with keeps the contract of the real line."""

from collections.abc import Callable

import pytest

from app.services.chain.standing import Line
from tests.contract.line_contract import LineContract
from tests.lines import ScriptedLine


class TestScriptedLine(LineContract):
    @pytest.fixture
    def line(self) -> Line:
        return ScriptedLine()

    def until(self, is_so: Callable[[], bool]) -> None:
        assert is_so()
