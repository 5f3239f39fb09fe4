"""Stories: steps that mean something only together, in an order that chance alone would seldom find."""

from __future__ import annotations

from enum import StrEnum

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.domain.lease import Floor
from server.jobs import JOBS
from tests.simulation.disk import Fate
from tests.simulation.steps import counters, rough
from tests.simulation.steps_line import LineSteps
from tests.simulation.steps_office import OfficeSteps
from tests.simulation.steps_trouble import TroubleSteps
from tests.simulation.wire import Weather
from tests.simulation.world import STORES

_EXPIRE, _GRANT_IDLE = (next(job for job in JOBS if job.name == name) for name in ("expire", "idle grants"))
_HIGH_FLOOR = Floor(100_00, 100_00)
_newest = st.integers(0, 2)
_PAID_BY_POINTS = st.sampled_from((40, 90, 1500))  # what points pay in full earns nothing that would cover a debt


class Between(StrEnum):
    """What happens while a counter's bill has not arrived."""

    NOTHING = "nothing"
    LOST = "the counter is declared lost"
    LOST_AND_SPENT = "it is declared lost, and another spends the points"
    REVOKED = "the counter is shut out"
    SHOWN = "the card is shown elsewhere"
    EXPIRED = "the points expire"


class StorySteps(LineSteps, OfficeSteps, TroubleSteps):
    @rule(number=counters, pick=_newest, rupees=_PAID_BY_POINTS, between=st.sampled_from(Between))
    def spend_late(self, number: int, pick: int, rupees: int, between: Between) -> None:
        """A right that the server granted is used, and the server hears of it when much has changed."""
        self.line_is_fine(number)
        self.bill_from_outside(pick=pick, rupees=900, points=0, undo=False)
        self.scan(number=number, pick=pick, ahead=[], stays=True)
        match between:
            case Between.LOST:
                self.declare_lost(number)
            case Between.LOST_AND_SPENT:
                self.declare_lost(number)
                self.serve(number=number + 1, pick=pick, ahead=[], rupees=rupees)
            case Between.REVOKED:
                self.revoke(number)
            case Between.SHOWN:
                self.scan(number=number + 1, pick=pick, ahead=[], stays=True)
            case _:
                pass
        self.sell(number=number, pick=pick, rupees=rupees, category="General", uses=True, twice=False)
        if between is Between.EXPIRED:
            self.time_goes_by(hours=200)
            self.do_a_job(_EXPIRE)
        if between in (Between.LOST, Between.LOST_AND_SPENT, Between.REVOKED):
            self.let_in(number)
        self.exchange(number)

    @rule(number=counters, pick=_newest, hours=st.sampled_from((30, 125, 150)), is_told=st.booleans())
    def points_end(self, number: int, pick: int, hours: int, is_told: bool) -> None:
        """A right outlives the points it was granted on, at a counter that hears nothing of that."""
        self.line_is_fine(number)
        self.bill_from_outside(pick=pick, rupees=900, points=0, undo=False)
        self.scan(number=number, pick=pick, ahead=[], stays=True)
        self.time_goes_by(hours=hours)
        self.do_a_job(_EXPIRE)
        if is_told:
            self.hear(number=number, ahead=[], rows=100)
        self.sell(number=number, pick=pick, rupees=90, category="General", uses=True, twice=False)
        self.exchange(number)

    @rule(phone=st.integers(0, 3))
    def shares_end(self, phone: int) -> None:
        """Two counters hold rights to more points of a card than it has once some of them expire."""
        for number in (0, 1):
            self.line_is_fine(number)
        self.enrol(number=0, phone=phone, friend=None)
        self.exchange(0)
        self.adjust_at_server(pick=0, points=400_00)
        self.bill_from_outside(pick=0, rupees=15000, points=0, undo=False)
        self.do_a_job(_GRANT_IDLE)
        for number in (0, 1):
            self.exchange(number)
        self.time_goes_by(hours=125)
        self.do_a_job(_EXPIRE)
        for number in (0, 1):
            self.sell(number=number, pick=0, rupees=150, category="General", uses=True, twice=False)
        for number in (0, 1):
            self.exchange(number)

    @rule(number=counters, phone=st.integers(0, 3))
    def spend_before_the_end(self, number: int, phone: int) -> None:
        """All that a card has is used, and then has expired at the server before it hears of that."""
        self.line_is_fine(number)
        self.enrol(number=number, phone=phone, friend=None)
        self.exchange(number)
        self.bill_from_outside(pick=0, rupees=15000, points=0, undo=False)
        self.scan(number=number, pick=0, ahead=[], stays=True)
        self.sell(number=number, pick=0, rupees=1500, category="General", uses=True, twice=False)
        self.time_goes_by(hours=200)
        self.do_a_job(_EXPIRE)
        self.exchange(number)

    @rule(number=counters, phone=st.integers(0, 3), bills=st.sampled_from((1, 9)))
    def overdraw(self, number: int, phone: int, bills: int) -> None:
        """A counter with a floor and without a line sells against points that are used elsewhere meanwhile."""
        self.set_floor(floor=_HIGH_FLOOR, store_id=STORES[number % len(STORES)])
        self.line_is_fine(number)
        self.enrol(number=number, phone=phone, friend=None)
        self.exchange(number)
        self.adjust_at_server(pick=0, points=800_00)
        self.exchange(number)
        self.adjust_at_server(pick=0, points=-800_00)
        for _ in range(bills):
            self.sell(number=number, pick=0, rupees=20, category="General", uses=True, twice=False)
        self.exchange(number)

    @rule(number=counters, pick=_newest)
    def come_again(self, number: int, pick: int) -> None:
        """A counter that was let in again takes back what it sold before, with its new rights used.

        It knows more of others than a snapshot that is kept.
        """
        self.adjust_at_server(pick=pick + 1, points=400_00)
        for is_again in (False, True):
            if is_again:
                self.revoke(number)
                self.let_in(number)
            self.line_is_fine(number)
            self.exchange(number)
            self.adjust_at_server(pick=pick, points=400_00)
            self.scan(number=number, pick=pick, ahead=[], stays=True)
            self.sell(number=number, pick=pick, rupees=90, category="General", uses=True, twice=False)
        self.take_back(number=number, pick=1, rupees=None)
        self.exchange(number)

    @rule(number=counters, pick=_newest)
    def hear_before_it_says(self, number: int, pick: int) -> None:
        """A counter is told of a card what others did, and has not told yet what it did itself."""
        self.line_is_fine(number)
        self.exchange(number)
        self.sell(number=number, pick=pick, rupees=500, category="General", uses=False, twice=False)
        self.adjust_at_server(pick=pick, points=400_00)
        self.hear(number=number, ahead=[], rows=100)

    @rule(number=counters, pick=_newest)
    def hear_before_it_says_what_it_took(self, number: int, pick: int) -> None:
        """A counter takes points away, and is told of the card first: no lot of its own shows that they are gone."""
        self.line_is_fine(number)
        self.exchange(number)
        self.adjust_at_server(pick=pick, points=400_00)
        self.scan(number=number, pick=pick, ahead=[], stays=True)
        self.adjust(number=number, pick=pick, points=-30_00)
        self.hear(number=number, ahead=[], rows=100)

    @rule(number=counters, left=st.integers(0, 40))
    def die_at_a_page(self, number: int, left: int) -> None:
        """The counter dies somewhere in what it is told, and is told again."""
        self.line_is_fine(number)
        self.adjust_at_server(pick=0, points=400_00)
        self.fail_soon(number=number, fate=Fate.KILLED, left=left)
        self.hear(number=number, ahead=[], rows=100)
        self.hear(number=number, ahead=[], rows=100)

    @rule(number=counters, is_cut=st.booleans())
    def walk_in_pages(self, number: int, is_cut: bool) -> None:
        """What changes before and after the end of a page is told once, with the lines of both."""
        self.line_is_fine(number)
        self.exchange(number)
        for pick in (0, 1, 0):
            self.adjust_at_server(pick=pick, points=400_00)
        self.hear(number=number, ahead=[], rows=1)
        self.hear(number=number, ahead=[Weather.CUT] if is_cut else [], rows=1)

    @rule(number=counters, pick=_newest, most=st.sampled_from((1, 500)))
    def arrive_late(self, number: int, pick: int, most: int) -> None:
        """A batch whose answer was lost arrives once more after those that follow it."""
        self.line_is_fine(number)
        self.sell(number=number, pick=pick, rupees=500, category="General", uses=True, twice=True)
        self.send(number=number, ahead=[Weather.AGAIN_LATER], most=most)
        self.sell(number=number, pick=pick, rupees=500, category="General", uses=False, twice=False)
        self.send(number=number, ahead=[Weather.TWICE], most=most)
        self.deliver_late(number)

    @rule(number=counters, pick=_newest, left=st.integers(0, 90))
    def die_in_a_batch(self, number: int, pick: int, left: int) -> None:
        """The server dies at some statement of what it takes in, and is sent it again."""
        self.line_is_fine(number)
        self.sell(number=number, pick=pick, rupees=500, category="General", uses=True, twice=False)
        self.server_fails_soon(fate=Fate.KILLED, left=left)
        self.exchange(number)
        self.exchange(number)

    @rule(number=counters, pick=_newest, is_understood=st.booleans())
    def wait_behind(self, number: int, pick: int, is_understood: bool) -> None:
        """What a newer program sealed holds up what the same member does after it, until the server is new as well."""
        self.line_is_fine(number)
        self.seal_what_a_newer_program_would(number=number, pick=pick)
        self.sell(number=number, pick=pick, rupees=500, category="General", uses=True, twice=False)
        self.exchange(number)
        if is_understood:
            self.update_the_server()
            self.replay(number)
            self.exchange(number)

    @rule(pick=_newest, phone=st.integers(0, 3))
    def enrol_at_both(self, pick: int, phone: int) -> None:
        """Two counters meet one customer before either has told of it; later somebody says who they are."""
        for number in (0, 1):
            self.enrol(number=number, phone=phone, friend=None)
        for number in (0, 1, 0):
            self.line_is_fine(number)
            self.exchange(number)
        self.decide(number=0, pick=0, of_choices=pick)

    @precondition(rough)
    @rule(number=st.integers(0, 1), bills=st.integers(1, 2), is_twin_first=st.booleans())
    def live_as_one(self, number: int, bills: int, is_twin_first: bool) -> None:
        """The copy of a counter and the counter both sell and send."""
        self.clone(number)
        if len(self.world.counters) == len(STORES):
            return
        twin = len(self.world.counters) - 1
        first, second = (twin, number) if is_twin_first else (number, twin)
        for one, so_many in ((first, 2), (second, bills)):
            self.line_is_fine(one)
            for _ in range(so_many):
                self.sell_to_a_stranger(one)
        for one in (first, second):
            self.exchange(one)

    @precondition(rough)
    @rule(number=counters, pick=_newest, is_whole=st.booleans(), sells_between=st.booleans())
    def server_falls_back(self, number: int, pick: int, is_whole: bool, sells_between: bool) -> None:
        """What the server has acknowledged it does not know any more."""
        self.line_is_fine(number)
        self.exchange(number)
        self.back_up_server()
        self.serve(number=number, pick=pick, ahead=[], rupees=900)
        self.restore_server(is_whole)
        if sells_between:
            self.sell(number=number, pick=pick, rupees=500, category="General", uses=False, twice=False)
        self.exchange(number)

    @precondition(rough)
    @rule(number=counters, pick=_newest, is_whole=st.booleans(), is_sent=st.booleans())
    def counter_falls_back(self, number: int, pick: int, is_whole: bool, is_sent: bool) -> None:
        """A bill that customers and perhaps the server know is not in the file any more."""
        self.line_is_fine(number)
        self.scan(number=number, pick=pick, ahead=[], stays=True)
        self.back_up(number)
        self.sell(number=number, pick=pick, rupees=900, category="General", uses=True, twice=False)
        if is_sent:
            self.exchange(number)
        self.restore(number=number, is_whole=is_whole)
        self.sell(number=number, pick=pick, rupees=300, category="General", uses=True, twice=False)
        self.exchange(number)
