"""The short run: some hundreds of programs of what may happen, on every test run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.simulation.machine import SyncMachine

IS_FIXED = bool(os.environ.get("CI"))  # a change is judged by the same programs every time; at a desk by others
SHORT = settings(
    max_examples=60,
    stateful_step_count=80,
    derandomize=IS_FIXED,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


def test_whatever_happens_every_promise_holds() -> None:
    run_state_machine_as_test(SyncMachine, settings=SHORT)
