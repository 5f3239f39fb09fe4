"""Points that expired here, and what a counter did with them before; and clocks that were wrong."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Earning
from app.services.intake import CannotTakeIn
from app.services.members import sweeps
from app.services.ports import ChainPoint
from tests.desks import Shop, changed
from tests.unit.services.intake.counters import Chain, latest


def test_points_that_expired_here_come_back_for_a_redemption_made_before(chain: Chain) -> None:
    there, here = chain.there, chain.here
    card = there.enrol()
    day = there.clock.today + timedelta(days=10)
    there.credit(card, 100_00, expires_at=day)
    there.credit(card, 100_00)
    chain.send()
    there.wait(days=9)
    sold = there.sell(card, ("General", 100), redeem=60_00)
    here.wait(days=20)
    assert sweeps.expire_all(here.desk) == 1
    (taken,) = chain.send()
    assert taken.spent == {there.member_id(card): 60_00}
    kinds = [one.entry.kind.value for one in entries(here, card)]
    assert kinds.count("UNEXPIRE") == 1
    there.wait(days=20)
    assert here.available(card) == there.available(card)
    there.cancel(sold.bill.bill_id)
    chain.send()
    assert here.available(card) == there.available(card)


def test_no_more_of_what_expired_comes_back_than_other_points_did_not_pay(chain: Chain) -> None:
    there, here = chain.there, chain.here
    card = there.enrol()
    there.credit(card, 40_00, expires_at=there.clock.today + timedelta(days=10))
    there.credit(card, 100_00)
    chain.send()
    there.wait(days=9)
    there.sell(card, ("General", 100), redeem=60_00)
    here.wait(days=20)
    assert sweeps.expire_all(here.desk) == 1
    chain.send()
    came_back = [one.entry.points for one in entries(here, card) if one.entry.kind.value == "UNEXPIRE"]
    assert came_back == [40_00]
    there.wait(days=20)
    assert here.available(card) == there.available(card)


def entries(shop: Shop, card: str) -> Any:
    with shop.store.reading() as unit:
        return unit.ledger.of_member(shop.member_id(card))


def test_an_earning_that_expired_here_is_taken_back_out_of_its_expiry(chain: Chain) -> None:
    there, here = chain.there, chain.here
    for shop in (there, here):
        shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 5)))
    chain.sent = ChainPoint(1, 2)
    card = there.enrol()
    sold = there.sell(card, ("General", 100))
    chain.send()
    there.wait(days=4)
    there.cancel(sold.bill.bill_id)
    here.wait(days=9)
    sweeps.expire_all(here.desk)
    chain.send()
    assert [one.entry.kind.value for one in entries(here, card)] == ["EARN", "EXPIRE", "UNEXPIRE", "REVERSE"]
    assert here.available(card) == 0


def test_a_wrong_clock_moves_what_was_earned_to_its_right_day(chain: Chain) -> None:
    program = changed(earning=Earning(pending_days=3), expiry=Expiry(ExpiryMode.DAYS, 30))
    for shop in (chain.here, chain.there):
        shop.publish(program)
    chain.sent = ChainPoint(1, 2)
    there, late = chain.there, timedelta(days=10)
    card = there.enrol()
    there.credit(card, 50_00, expires_at=there.clock.today + timedelta(days=90))
    there.sell(card, ("General", 100), redeem=20_00)
    chain.here.wait(days=11)
    chain.send(shift=late)
    mine, theirs = ({one.entry.entry_id: one.entry for one in entries(shop, card)} for shop in (chain.here, there))
    for entry_id, entry in theirs.items():
        assert mine[entry_id].occurred_at - entry.occurred_at == late
    earned = [(mine[key], theirs[key]) for key in mine if mine[key].kind.value == "EARN"]
    assert [(here.available_at - one.available_at, here.expires_at - one.expires_at) for here, one in earned] == [
        (late, late)
    ]


def test_only_the_server_lets_points_expire(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    there.credit(card, 10_00, expires_at=there.clock.today + timedelta(days=1))
    chain.send()
    there.wait(days=2)
    sweeps.expire_all(there.desk)
    (event,) = latest(there, 1)
    rows = json.loads(event.body)["entries"]
    with pytest.raises(CannotTakeIn, match="EXPIRY-FOREIGN"):
        chain.made_up("adjust", {"entries": rows})
    chain.here.wait(days=2)
    sweeps.expire_all(chain.here.desk)
    chain.made_up("expire", {"entries": rows}, is_history=True)
    assert chain.here.available(card) == 0
