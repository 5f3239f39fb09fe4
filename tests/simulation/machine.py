"""The machine: any order of what may happen to counters and their server, with every promise checked after each step."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.quote import MAX
from app.services import checkout, members, returns
from app.services.checkout import SaleRequest
from app.services.members import Enrolment
from tests.simulation import invariants
from tests.simulation.counter import Counter
from tests.simulation.wire import Weather
from tests.simulation.world import STAFF, World, cart

counters = st.integers(0, 2)
picks = st.integers(0, 7)
amounts = st.sampled_from((100, 500, 1500))
WEATHERS = tuple(Weather)


class SyncMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.is_sound = False
        self.world = World()
        for counter in self.world.counters:
            self.world.enrol(counter)
            counter.exchange()

    def at(self, number: int) -> Counter:
        return self.world.counters[number % len(self.world.counters)]

    # At the counter

    @rule(number=counters, phone=st.integers(0, 3))
    def enrol(self, number: int, phone: int) -> None:
        counter = self.at(number)
        asked = Enrolment("Meena Iyer", phone=f"+91987654321{phone}")
        holder = counter.attempt(lambda: members.enrol(counter.desk, asked, staff=STAFF))
        if holder is not None and holder.card is not None:
            self.world.cards.append(holder.card.number)

    @rule(
        number=counters,
        pick=picks,
        rupees=amounts,
        category=st.sampled_from(("Medicines", "General")),
        uses=st.booleans(),
    )
    def sell(self, number: int, pick: int, rupees: int, category: str, uses: bool) -> None:
        counter, cards = self.at(number), self.world.cards
        card = cards[pick % len(cards)] if cards else None
        request = SaleRequest(cart((category, rupees)), card, redeem=MAX if uses and card else 0)
        key = counter.ids.entity()
        sold = counter.attempt(lambda: checkout.commit_sale(counter.desk, request, key=key, staff=STAFF))
        if sold is not None:
            counter.receipts[sold.bill.bill_id] = sold.bill.net_minor

    @rule(number=counters, pick=picks, rupees=st.sampled_from((None, 50)))
    def take_back(self, number: int, pick: int, rupees: int | None) -> None:
        counter = self.at(number)
        bills = sorted(counter.receipts)
        if not bills:
            return
        bill_id, key = bills[-1 - pick % len(bills)], counter.ids.entity()
        if rupees is None:
            counter.attempt(lambda: returns.cancel(counter.desk, bill_id, staff=STAFF))
        else:
            counter.attempt(lambda: returns.return_amount(counter.desk, bill_id, rupees * 100, key=key, staff=STAFF))

    # On the line

    @rule(number=counters, ahead=st.lists(st.sampled_from(WEATHERS), max_size=3), most=st.sampled_from((1, 2, 500)))
    def push(self, number: int, ahead: list[Weather], most: int) -> None:
        counter = self.at(number)
        counter.line.ahead = list(ahead)
        counter.attempt(lambda: counter.send(most))
        counter.line.ahead = []

    @rule(number=counters, ahead=st.lists(st.sampled_from(WEATHERS), max_size=3), rows=st.sampled_from((1, 3, 100)))
    def pull(self, number: int, ahead: list[Weather], rows: int) -> None:
        counter = self.at(number)
        counter.line.ahead = list(ahead)
        counter.attempt(lambda: counter.hear(rows))
        counter.line.ahead = []

    @rule(number=counters)
    def exchange(self, number: int) -> None:
        counter = self.at(number)
        counter.attempt(counter.exchange)

    @rule(number=counters)
    def deliver_late(self, number: int) -> None:
        self.at(number).line.deliver_late()

    @rule(hours=st.sampled_from((1, 30, 80)))
    def time_goes_by(self, hours: int) -> None:
        self.world.wait(hours=hours)

    # What always holds

    @invariant()
    def every_promise_holds(self) -> None:
        self.is_sound = False
        invariants.check(self.world)
        self.is_sound = True

    def teardown(self) -> None:
        try:
            if not self.is_sound:
                return
            self.world.heal()
            self.world.drain()
            invariants.check_end(self.world)
        finally:
            self.world.close()
