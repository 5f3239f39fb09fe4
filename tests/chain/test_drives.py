"""A challenge over a real line: taken up at one counter, followed and paid at another, and once."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.conditions import ReachesGoal
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, PointsFixed
from app.services.campaigns import drives
from app.services.programs.program import publish
from server.desks import desk_of
from sync.protocol import PROTOCOL_HEADER
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF, changed
from tests.server import callers

Two = tuple[ChainCounter, ChainCounter]
CHALLENGE = Drive("c", "Spend ₹500", by_joining=True, goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30))
PRIZE = DecisionRule(
    "prize", PointsFixed(200_00), conditions=(ReachesGoal(),), limits=RuleLimits(uses_per_member=1), drive="c"
)


@pytest.fixture
def card(pair_of: Two, chain: Chain) -> str:
    """A member whom both counters know, and who takes part since the first said so."""
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    first.sync()
    publish(
        desk_of(chain.running.parts, chain.office.tenant_id), changed(drives=(CHALLENGE,), rules=(PRIZE,)), staff="o"
    )
    for till in pair_of:
        till.sync()
    second.scan(card)
    drives.participate(first.desk, "c", first.member_id(card), staff=STAFF)
    return card


def missing(till: ChainCounter, card: str) -> int:
    found = drives.progress(till.desk, "c", till.member_id(card)).reach
    assert found is not None
    return found.missing


def test_a_challenge_is_followed_and_paid_at_any_counter(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    assert first.sell(card, ("General", 300)).bill.bonus_points == 0
    first.sync()
    second.sync()
    assert missing(first, card) == missing(second, card) == 200_00
    assert second.sell(card, ("General", 250)).bill.bonus_points == 200_00
    second.sync()
    first.sync()
    member = first.member_id(card)
    assert first.whole(member) == second.whole(member) == chain.whole(member)
    assert first.sell(card, ("General", 900)).bill.bonus_points == 0
    assert chain.reviews() == []


def test_a_counter_of_an_older_protocol_is_told_of_nobodys_part(pair_of: Two, chain: Chain, card: str) -> None:
    first, _ = pair_of
    first.sync()
    token = chain.office.counter("O1").token()
    older, ours = (told_in(chain, token, card, protocol) for protocol in ("3", "4"))
    assert (older["whole"], "drives" in older) == (True, False)
    assert [one["drive_id"] for one in ours["drives"]] == ["c"]


def told_in(chain: Chain, token: str, card: str, protocol: str) -> Any:
    """The member, as a scan is answered in a protocol."""
    wire = chain.office.wire
    wire.session.headers[PROTOCOL_HEADER] = protocol
    try:
        told = callers.done(wire.post("/api/v1/sync/leases", {"card": card, "wanted": 0}, token))
    finally:
        del wire.session.headers[PROTOCOL_HEADER]
    (state,) = [row["state"] for row in told["rows"] if row["topic"] == "member"]
    return state
