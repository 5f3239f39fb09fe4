"""What a person decides at a counter goes up its chain like any bill; the real server takes it in."""

from __future__ import annotations

from app.services import carts, checking
from app.services.checking import Choice, ReviewKind
from app.services.ports import Review
from tests.chain.conftest import Opening
from tests.chain.counters import Chain
from tests.desks import STAFF, cart


def test_a_decision_and_a_discarded_bill_are_taken_in(counter: Opening, chain: Chain) -> None:
    till = counter("A1", has_shop=True)
    till.pair()
    till.sync()
    carts.void(till.desk, cart=cart(("General", 100)), member_id=None, staff=STAFF)
    with till.store.writing() as uow:
        uow.shared.put_review(Review("CLOCK/1", ReviewKind.CLOCK, {}, till.clock.now()))
    checking.settle(till.desk, "CLOCK/1", choice=Choice.CLOCK_RIGHT, staff=STAFF)
    till.sync()

    assert chain.reviews() == []
    with till.store.reading() as uow:
        assert list(uow.shared.verdicts()) == []
        assert [one.choice for one in uow.shared.reviews(is_open=False)] == ["CLOCK_RIGHT"]
