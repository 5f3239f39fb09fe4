"""The benches, at a size that says nothing of speed: that they still run on the tables and services there are."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("group", ["quote", "snapshot"])
def test_a_bench_runs(group: str) -> None:
    command = [sys.executable, "-m", "bench", group, "--members", "300"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "| path | measured |" in done.stdout
