"""What if: past bills under other rates, beside as many plain quotes of the same carts."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from app.demo_shop import PROGRAM
from app.domain.quote import Taken, Visitor, quote
from app.domain.rates import Rate, Rates
from app.domain.redemption import Purse
from app.machine import RandomIds, SystemClock
from app.persistence.keys import keys_of
from app.persistence.sealed import FieldSealer
from app.services.desk import Desk
from app.services.programs.program import publish
from app.services.sales.checkout import commit_sale
from app.services.whatif.repricing import cart_of
from app.services.whatif.whatif import impact
from bench.commits import request
from bench.figures import Figure
from bench.population import COUNTER, TENANT, open_store, populate

BILLS, MEMBERS = 10_000, 3_000
SECONDS_MAX = 10.0


def whatif_figure(*, bills: int = BILLS) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "till.db"
        keys = keys_of(file)
        sealer = FieldSealer(keys, tenant_id=TENANT, field="phone")
        engines, store = open_store(file, keys.database, sealer)
        desk = Desk(store, SystemClock(), RandomIds(), COUNTER)
        populate(engines, sealer, size=MEMBERS)
        publish(desk, PROGRAM, staff="bench")
        for number in range(bills):
            commit_sale(desk, request(number, MEMBERS), key=f"bench {number}", staff="bench")
        draft = Rates.of(PROGRAM).having("Medicines", Rate.EARN, Decimal(2)).over(replace(PROGRAM, version=99))
        started = time.perf_counter()
        found = impact(desk, draft, told=lambda _done, _of: None, stop=lambda: False)
        ours = time.perf_counter() - started
        assert found is not None
        assert (found.bills, found.left_out) == (bills, 0)
        plain = _plain(desk)
        engines.dispose()
    return Figure(
        path=f"what if, {bills:,} past bills",
        measured=f"{ours * 1000:.0f}",
        floor=f"as many quotes: {plain * 1000:.0f}",
        ratio=f"{ours / plain:.2f}",
        held_to=f"≤ {SECONDS_MAX:.0f} s",
        held=ours <= SECONDS_MAX,
    )


def _plain(desk: Desk) -> float:
    """Seconds to price the same carts once, with all that is asked of the store in memory."""
    with desk.store.reading() as uow:
        sold = [(cart_of(bill), bill) for bill in uow.bills.all()]
    started = time.perf_counter()
    for cart, bill in sold:
        facts = Visitor(Purse(bill.redeemed_points), bill.tier or "")
        quote(cart, PROGRAM, facts, redeem=Taken(bill.redeemed_points), at=bill.occurred_at)
    return time.perf_counter() - started
