"""Steps on the line: what the program says and hears by itself, in any weather."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.services.returns import returns
from app.services.returns.unseen_returns import return_unseen
from tests.simulation import invariants
from tests.simulation.counter import Counter
from tests.simulation.steps import Steps, counters, picks
from tests.simulation.steps_till import TillSteps
from tests.simulation.wire import Weather
from tests.simulation.world import STAFF

_FINE = (True, False)  # up, and not deaf
_WEATHER = st.lists(st.sampled_from((Weather.FAIR, *Weather)), max_size=3)


class LineSteps(TillSteps):
    @rule(number=counters, ahead=_WEATHER, most=st.sampled_from((1, 2, 500)))
    def send(self, number: int, ahead: list[Weather], most: int) -> None:
        counter = self.at(number)
        with self.weather(counter, ahead):
            counter.attempt(lambda: counter.send(most))

    @rule(number=counters, ahead=_WEATHER, rows=st.sampled_from((1, 3, 100)))
    def hear(self, number: int, ahead: list[Weather], rows: int) -> None:
        counter = self.at(number)
        with self.weather(counter, ahead):
            counter.attempt(lambda: counter.hear(rows))
        invariants.g5_own_events_on_top(self.world, counter)

    @rule(number=counters)
    def exchange(self, number: int) -> None:
        counter = self.at(number)
        counter.attempt(counter.exchange)
        invariants.g5_own_events_on_top(self.world, counter)

    @rule(number=counters, pick=picks, ahead=_WEATHER, stays=st.booleans())
    def scan(self, number: int, pick: int, ahead: list[Weather], stays: bool) -> None:
        """A card before the counter; what the bill did not use goes back once the customer has gone."""
        counter, holder = self.at(number), self.holder(number, pick)
        if holder is None:
            return
        member_id = holder.member.member_id
        with self.weather(counter, ahead):
            counter.attempt(lambda: counter.scan(member_id))
        if not stays:
            counter.cycle.top_ups.gone(member_id)

    @rule(number=counters, pick=st.integers(0, 2), ahead=_WEATHER, rupees=st.sampled_from((300, 900)))
    def serve(self, number: int, pick: int, ahead: list[Weather], rupees: int) -> None:
        """What happens all day: a card is scanned, its points pay a part, the bill goes out in whatever weather."""
        self.scan(number=number, pick=pick, ahead=[], stays=True)
        self.sell(number=number, pick=pick, rupees=rupees, category="General", uses=True, twice=False)
        self.send(number=number, ahead=ahead, most=500)

    @rule(number=counters, pick=picks, ahead=_WEATHER, rupees=st.sampled_from((None, 50, 300)), again=st.booleans())
    def take_back_elsewhere(
        self, number: int, pick: int, ahead: list[Weather], rupees: int | None, again: bool
    ) -> None:
        """A bill that the next counter sold comes back here, and perhaps there as well, before either has heard."""
        counter, seller = self.at(number), self.at(number + 1)
        numbers = sorted(seller.numbers)
        if counter is seller or not numbers:
            return
        sold = numbers[-1 - pick % len(numbers)]
        with self.weather(counter, ahead):
            is_told = counter.attempt(lambda: counter.fetch_bill(sold))
        if is_told:
            for one in (counter, seller) if again else (counter,):
                self._take_back(one, seller.numbers[sold], rupees)
        elif counter.is_active:
            desk, key = counter.desk.approved("vikram"), counter.ids.entity()
            asked = {"amount_minor": (rupees or 100) * 100, "reason": "broken", "key": key, "staff": STAFF}
            counter.attempt(lambda: return_unseen(desk, sold, **asked))  # type: ignore[arg-type]

    def _take_back(self, counter: Counter, bill_id: str, rupees: int | None) -> None:
        desk, key = counter.desk, counter.ids.entity()
        if rupees is None:
            done = counter.attempt(lambda: returns.cancel(desk, bill_id, staff=STAFF))
        else:
            done = counter.attempt(lambda: returns.return_amount(desk, bill_id, rupees * 100, key=key, staff=STAFF))
        if done is not None and bill_id not in counter.receipts:
            self.world.seen["a bill back at another counter"] += 1

    @rule(number=counters, pick=st.integers(0, 2))
    def scan_at_both(self, number: int, pick: int) -> None:
        """The same card before two counters at once."""
        for one in (number, number + 1):
            self.scan(number=one, pick=pick, ahead=[], stays=True)

    @rule(number=counters)
    def customers_leave(self, number: int) -> None:
        counter = self.at(number)
        for member_id in sorted(counter.cycle.top_ups._shown):
            counter.cycle.top_ups.gone(member_id)

    @rule(number=counters)
    def deliver_late(self, number: int) -> None:
        if self.at(number).line.late:
            self.world.seen["a request that arrived late"] += 1
        self.at(number).line.deliver_late()

    @rule(number=counters)
    def reconcile(self, number: int) -> None:
        counter = self.at(number)
        counter.attempt(counter.reconcile)

    @rule(number=counters, state=st.sampled_from((_FINE, _FINE, (False, False), (True, True))))
    def line_goes(self, number: int, state: tuple[bool, bool]) -> None:
        """Up, down, or up one way only."""
        line = self.at(number).line
        line.is_up, line.is_deaf = state

    def line_is_fine(self, number: int) -> None:
        self.line_goes(number=number, state=_FINE)

    def weather(self, counter: Counter, ahead: list[Weather]) -> _Ahead:
        return _Ahead(self, counter, ahead)


class _Ahead:
    """The weather of one step; what was not met is forgotten."""

    def __init__(self, steps: Steps, counter: Counter, ahead: list[Weather]) -> None:
        self.steps, self.line, self.ahead = steps, counter.line, ahead

    def __enter__(self) -> None:
        self.line.ahead = list(self.ahead)

    def __exit__(self, *_: object) -> None:
        for met in self.ahead[: len(self.ahead) - len(self.line.ahead)]:
            self.steps.world.seen[met.value] += 1
        self.line.ahead = []
