"""--training from the command line: it opens the counter, and goes with nothing else."""

from __future__ import annotations

import pytest

from tests.integration.cli.conftest import Run


@pytest.mark.parametrize("other", ["verify", "--selftest"])
def test_training_goes_with_nothing_else(run: Run, other: str) -> None:
    said = run("--training", other)
    assert said.status == 2
    assert "--training only opens the counter" in said.err
