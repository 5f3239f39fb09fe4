"""Status: every state from its facts, passing ones shown once they last, and the alarm nobody else would raise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.chain.standing import LinkState
from app.services.ports import Bond
from sync.line_fault import LineTrouble
from sync.status import CLOCK_MS_MAX, FORKED, SETTLE_MS, SHUT_OUT, STILL, STILL_MS_MAX, Facts, Settled, standing_of

NOW = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
ACTIVE = Facts(bond=Bond.ACTIVE, last_contact_at=NOW)

STATES = [
    (Facts(bond=None), LinkState.ALONE),
    (ACTIVE, LinkState.SYNCED),
    (replace(ACTIVE, waiting=1), LinkState.SENDING),
    (replace(ACTIVE, bond=Bond.JOINING), LinkState.SENDING),
    (replace(ACTIVE, fault=LineTrouble.BUSY), LinkState.WAITING),
    (replace(ACTIVE, fault=LineTrouble.CAPTIVE), LinkState.OFFLINE),
    (replace(ACTIVE, fault=LineTrouble.TLS, to_check=1), LinkState.OFFLINE),
    (replace(ACTIVE, fault=LineTrouble.OFFLINE, last_contact_at=NOW - timedelta(days=1)), LinkState.STALE),
    (replace(ACTIVE, fault=LineTrouble.OFFLINE, last_contact_at=None), LinkState.STALE),
    (replace(ACTIVE, to_check=1, waiting=1), LinkState.NEEDS_CHECK),
    (replace(ACTIVE, is_refused=True), LinkState.SIGN_IN),
    (replace(ACTIVE, bond=Bond.REVOKED), LinkState.SIGN_IN),
    (replace(ACTIVE, bond=Bond.FORKED), LinkState.SIGN_IN),
    (replace(ACTIVE, offset_ms=CLOCK_MS_MAX + 1), LinkState.CLOCK),
    (replace(ACTIVE, offset_ms=-CLOCK_MS_MAX), LinkState.SYNCED),
    (replace(ACTIVE, is_too_old=True), LinkState.UPDATE),
    (replace(ACTIVE, store_trouble="The disk is full."), LinkState.STORAGE),
]


@pytest.mark.parametrize(("facts", "state"), STATES)
def test_each_state_from_its_facts(facts: Facts, state: LinkState) -> None:
    assert standing_of(facts, NOW).state is state


def test_trouble_says_what_matters_most() -> None:
    said = replace(ACTIVE, trouble="The server cannot be reached.")
    assert standing_of(said, NOW).trouble == "The server cannot be reached."
    assert standing_of(replace(said, bond=Bond.REVOKED), NOW).trouble == SHUT_OUT
    assert standing_of(replace(said, bond=Bond.FORKED), NOW).trouble == FORKED
    assert standing_of(replace(said, store_trouble="The disk is full."), NOW).trouble == "The disk is full."


def test_an_alarm_is_raised_when_the_line_is_up_and_the_outbox_still() -> None:
    still = replace(ACTIVE, waiting=1, still_ms=STILL_MS_MAX)
    for loud in (still, replace(still, fault=LineTrouble.BUSY), replace(still, fault=LineTrouble.SERVER)):
        assert standing_of(loud, NOW).alarm == STILL
    for quiet in (
        replace(still, still_ms=STILL_MS_MAX - 1),
        replace(still, waiting=0),
        replace(still, fault=LineTrouble.OFFLINE),
        replace(still, bond=None),
    ):
        assert standing_of(quiet, NOW).alarm == ""


FACTS = st.builds(
    Facts,
    bond=st.sampled_from([None, *Bond]),
    waiting=st.integers(0, 2),
    to_check=st.integers(0, 1),
    offset_ms=st.sampled_from([None, 0, CLOCK_MS_MAX + 1]),
    fault=st.sampled_from([None, *LineTrouble]),
    last_contact_at=st.sampled_from([None, NOW, NOW - timedelta(days=3)]),
    is_refused=st.booleans(),
    is_too_old=st.booleans(),
    store_trouble=st.sampled_from(["", "The disk is full."]),
)
MUST_ACT = {LinkState.STORAGE, LinkState.SIGN_IN, LinkState.UPDATE, LinkState.NEEDS_CHECK, LinkState.ALONE}


@given(FACTS)
def test_whatever_is_known_there_is_one_state_for_it(facts: Facts) -> None:
    standing = standing_of(facts, NOW)
    assert (standing.state is LinkState.SYNCED) <= (facts.fault is None and not facts.waiting and not facts.to_check)
    assert (standing.waiting, standing.to_check) == (facts.waiting, facts.to_check)


@given(st.lists(st.tuples(FACTS, st.integers(0, SETTLE_MS * 2)), min_size=1, max_size=20))
def test_what_is_shown_has_lasted_or_must_be_acted_on(seen: list[tuple[Facts, int]]) -> None:
    settled, at, since = Settled(), 0, 0
    before: LinkState | None = None
    shown: LinkState | None = None
    for facts, passed in seen:
        at += passed
        standing = standing_of(facts, NOW)
        if standing.state is not before:
            since, before = at, standing.state
        was, shown = shown, settled.show(standing, mono_ms=at).state
        at_once = standing.state in MUST_ACT or was is None or was in MUST_ACT
        assert shown is (standing.state if at_once or at - since >= SETTLE_MS else was)


def test_a_line_that_flickers_is_not_shown_to_flicker() -> None:
    settled = Settled()
    up, down = standing_of(ACTIVE, NOW), standing_of(replace(ACTIVE, fault=LineTrouble.CUT), NOW)
    seen = [settled.show(up if n % 2 == 0 else down, mono_ms=n * 1000).state for n in range(10)]
    assert set(seen) == {LinkState.SYNCED}
    assert settled.show(down, mono_ms=9_000 + SETTLE_MS - 1).state is LinkState.SYNCED
    assert settled.show(down, mono_ms=9_000 + SETTLE_MS).state is LinkState.OFFLINE
