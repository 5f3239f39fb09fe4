"""Tenants are separate: whatever one sends of another's, it sees nothing of it, changes nothing and learns nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from tests.server.attempts import (
    SHORT_MAX,
    Asker,
    Operation,
    Values,
    beside,
    everything,
    mixed,
    operations,
    outcome,
    single,
)
from tests.server.callers import Shop, Wire
from tests.server.furnished import Furnished, empty_tables

_IN_ORDER = ("cursor", "position")  # there is no place that is nobody's
IS_LONG = "ISOLATION" in os.environ
# Tables of the shared ledger that a counter fills and a server never does, and whose jobs it is to run.
AT_COUNTERS = {
    *("floor_spends", "verdicts", "print_jobs", "told_members", "ledger_lines", "held_bills", "links", "job_turns"),
    *("products", "batches", "told_bills", "rate_drafts", "saved_cases"),
    # No bill of the furnished shop is as large as its decision rule asks.
    *("bill_rules", "rule_uses", "rule_totals", "budget_shares"),
    *("told_staff", "told_stores", "own_staff", "staff_keys"),
}
SHORT = ("owner", "system", "counter")
# What needs more than an id: a code read out to somebody, a secret, a key's signature.
KNOCKING = {"authorize", "give_token", "poll_pairing", "push_events", "push_late", "publish_program"}


@dataclass
class Two:
    """Two tenants of one server. `attempts` counts the requests that named something of theirs."""

    ours: Furnished
    theirs: Furnished
    attempts: int = 0

    @property
    def known(self) -> re.Pattern[str]:
        """Every word that would tell a row of theirs."""
        return re.compile("|".join(map(re.escape, sorted(self.theirs.known_by))))


@pytest.fixture(scope="module")
def two(wire: Wire) -> Iterator[Two]:
    two = Two(
        Furnished.of(Shop.open(wire, "Anand Medical"), "Anand", 1),
        Furnished.of(Shop.open(wire, "Zubeida Medical"), "Zubeida", 3),
    )
    yield two
    if IS_LONG:
        print(f"\n{two.attempts} attempts")  # noqa: T201


def test_there_is_something_to_see_in_every_table(two: Two) -> None:
    assert empty_tables(two.theirs) == empty_tables(two.ours) == AT_COUNTERS
    rows = repr(two.theirs.rows())
    assert "Zubeida" in rows
    assert "Anand" not in rows


def test_every_parameter_has_something_of_theirs_to_stand_in_it(two: Two) -> None:
    kinds = {slot.kind for operation in operations() for slot in operation.slots}
    assert {kind for kind in kinds if not two.theirs.ids.get(kind)} == set()


def attempts_of(operation: Operation, theirs: Mapping[str, list[str]]) -> Iterator[Values]:
    yield from single(operation, theirs, most=4 if IS_LONG else 1)
    if IS_LONG:
        yield from mixed(operation, theirs)


def nobodys(named: Values) -> Values:
    return {slot: beside(value, slot.kind) for slot, value in named.items()}


def tokens(two: Two) -> Mapping[str, str]:
    held = {**two.ours.tokens, "nobody": ""}
    return held if IS_LONG else {name: held[name] for name in SHORT}


@pytest.mark.parametrize("operation", operations(), ids=lambda one: one.name)
def test_nothing_of_theirs_is_seen_changed_or_guessed(two: Two, operation: Operation) -> None:
    """What is its own it is given: without that, the refusals would prove nothing."""
    asker, before, known, is_given = Asker(two.ours), two.theirs.rows(), two.known, False
    for caller, token in tokens(two).items():
        for named in [{}, *attempts_of(operation, two.theirs.ids)]:
            answer = asker.ask(operation, token, named)
            text, is_given = everything(answer), is_given or (answer.ok and not named)
            for value in named.values():
                text = text.replace(value, "") if len(value) > SHORT_MAX else text
            found = known.search(text)
            assert found is None, (caller, named, answer.status_code, text)
            assert answer.status_code < 500, (caller, named, text)
            two.attempts += bool(named)
            if named and not any(slot.kind in _IN_ORDER for slot in named):
                told, untold = outcome(answer, named), _of_nobody(asker, operation, token, named)
                assert told == untold, (caller, named)
    assert two.theirs.rows() == before
    assert is_given == (operation.name not in KNOCKING)


def _of_nobody(asker: Asker, operation: Operation, token: str, named: Values) -> tuple[Any, ...]:
    nobody = nobodys(named)
    return outcome(asker.ask(operation, token, nobody), nobody)
