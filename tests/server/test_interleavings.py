"""Whatever two counters do, in whichever order it arrives, once or often: nothing counts twice or is from nothing."""

from __future__ import annotations

from contextlib import ExitStack

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.services.members import adjustments, sweeps
from server.rights import leases
from server.rights.leases import Scan
from server.telling.pull import Reader
from tests.desks import STAFF
from tests.server.tills import STORE, Office, memory_office

CODES = ("A1", "B1")
MEMBERS = 2
codes = st.sampled_from(CODES)
members = st.integers(0, MEMBERS - 1)


class TwoCounters(RuleBasedStateMachine):
    """Two counters and a server that knows both; each pushes what it likes, as often as it likes."""

    @initialize()
    def open(self) -> None:
        self.stack = ExitStack()
        self.office: Office = self.stack.enter_context(memory_office())
        self.tills = {code: self.office.till(code) for code in CODES}
        self.cards: list[str] = []
        self.bills: dict[str, list[str]] = {code: [] for code in CODES}
        self.ledger_no = 0
        for number in range(MEMBERS):
            card = self.tills["A1"].enrol(f"Member {number}")
            self.cards.append(card)
        self.tills["A1"].send(self.office)
        for card in self.cards:
            adjustments.adjust(self.office.desk, card, points=500_00, reason="gift", staff=STAFF, key=card)
        for till in self.tills.values():
            till.adopt(self.office)

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()

    @rule(code=codes, which=members)
    def scan(self, code: str, which: int) -> None:
        till, member_id = self.tills[code], self.member_id(which)
        leases.top_up(self.office.desk, Reader(code, STORE), Scan(300_00, member_id=member_id))
        with self.office.store.reading() as unit:
            told = unit.leases.get(member_id, counter_code=code, epoch=2)
        with till.store.writing() as unit:
            mine = unit.leases.get(member_id, counter_code=code, epoch=2)
            lease = mine.told(told, knows_all=False)
            unit.leases.put(member_id, lease, counter_code=code, epoch=2, granted_at=till.clock.now())

    @rule(code=codes, which=members, rupees=st.integers(10, 900), part=st.integers(0, 100))
    def sell(self, code: str, which: int, rupees: int, part: int) -> None:
        """A bill, some of it paid with what this counter may let be spent."""
        till, card = self.tills[code], self.cards[which]
        here = till.quote(card, ("General", rupees)).limits.max_points
        sold = till.sell(card, ("General", rupees), redeem=here * part // 100 // 100 * 100)
        self.bills[code].append(sold.bill.bill_id)

    @precondition(lambda self: any(self.bills.values()))
    @rule(code=codes, pick=st.integers(0, 100), cancels=st.booleans())
    def give_back(self, code: str, pick: int, cancels: bool) -> None:
        if not self.bills[code]:
            return
        till, bill_id = self.tills[code], self.bills[code][pick % len(self.bills[code])]
        if cancels:
            till.cancel(bill_id)
            self.bills[code].remove(bill_id)

    @rule(code=codes, limit=st.integers(1, 5))
    def push_a_prefix(self, code: str, limit: int) -> None:
        till = self.tills[code]
        if till.waiting():
            statuses = {one.status for one in till.send(self.office, limit).results}
            assert statuses <= {"APPLIED", "DUPLICATE", "APPLIED_OVER_LIMIT"}, statuses

    @rule(code=codes, again=st.integers(1, 5))
    def push_again(self, code: str, again: int) -> None:
        """What the server has already changes nothing, and takes no position."""
        till = self.tills[code]
        if not till.sent.seq:
            return
        events = till.events_between(max(0, till.sent.seq - again), till.sent.seq)
        before = self.office.tables()
        answer = self.office.take(till.signed(events))
        assert {one.status for one in answer.results} <= {"DUPLICATE", "APPLIED_OVER_LIMIT"}
        assert answer.included == till.sent
        assert self.office.tables() == before

    @rule(code=codes)
    def pull(self, code: str) -> None:
        till = self.tills[code]
        if not till.waiting():  # with own events waiting, those are laid over it: another room's business
            till.adopt(self.office)

    @rule(days=st.integers(1, 200))
    def wait(self, days: int) -> None:
        till = self.tills["A1"]
        till.wait(days=days)
        for one in self.tills.values():
            one.hear()
        sweeps.expire_all(self.office.desk)

    @invariant()
    def the_books_hold(self) -> None:
        if hasattr(self, "office"):
            self.office.sound()

    @invariant()
    def order_within_a_counter_is_kept(self) -> None:
        if hasattr(self, "office"):
            assert self.office.order_of_entries() == sorted(self.office.order_of_entries())

    def member_id(self, which: int) -> str:
        return self.tills["A1"].member_id(self.cards[which])


TestTwoCounters = TwoCounters.TestCase
TestTwoCounters.settings = settings(max_examples=15, stateful_step_count=25)
