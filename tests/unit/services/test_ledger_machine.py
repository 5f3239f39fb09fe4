"""The ledger under orders of events nobody thought of: random verbs on a real store beside a naive model.

The model knows one number a card: what the verbs said they moved. After every step the books must come to it, hold
together, and be the same when made again.
"""

from __future__ import annotations

from hypothesis import settings
from hypothesis.stateful import (
    run_state_machine_as_test,
)

from tests.unit.services.machines import Ledger


def test_ledger_machine() -> None:
    run_state_machine_as_test(Ledger, settings=settings(max_examples=50, stateful_step_count=30))
