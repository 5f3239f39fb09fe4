"""A store that fails: the bill stays on the screen, and what is wrong is said."""

import pytest

from app.services.keeping.faults import StoreFull, StoreUnreachable
from tests.unit.ui.billing.billed import bills, bills_when_whole
from ui.actions import Do
from ui.billing.stage import Mode
from ui.errors import Tone


class TestFaults:
    def test_a_bill_that_cannot_be_saved_stays_on_the_screen(self, at):
        at.type("240/2")
        at.store.fault = StoreFull("no space left")
        at.do(Do.PAY, Do.CONFIRM)
        assert (at.state.notice.tone, at.notice) == (Tone.BAD, StoreFull.sentence)
        assert (at.state.mode, len(at.state.lines)) == (Mode.PAY, 1)
        at.store.fault = None
        at.do(Do.CONFIRM)
        assert len(bills(at)) == 1

    def test_a_bill_that_cannot_be_priced_says_so_and_is_priced_when_it_is_paid(self, at):
        at.store.fault = StoreUnreachable("gone")
        at.type("240/2")
        assert (at.state.totals.to_pay, at.notice) == ("…", StoreUnreachable.sentence)
        at.do(Do.FINISH)
        assert bills_when_whole(at) == []
        at.do(Do.PAY)
        assert at.state.totals.to_pay == "₹240.00"
        at.do(Do.CONFIRM)
        assert len(bills(at)) == 1

    @pytest.mark.parametrize("text", ["ravi", "9820003210", "#A1/25-26/000001"])
    def test_a_search_that_fails_says_so_and_keeps_the_bill(self, at, text):
        at.type("240/2")
        at.store.fault = StoreUnreachable("gone")
        at.type(text)
        assert at.notice == StoreUnreachable.sentence
        assert len(at.state.lines) == 1

    @pytest.mark.parametrize("command", [Do.HOLD, Do.RECALL])
    def test_holding_and_recalling_that_fail_keep_the_bill(self, at, command):
        at.type("240/2")
        at.store.fault = StoreFull("no space left")
        at.do(command)
        assert at.notice == StoreFull.sentence
        assert len(at.state.lines) == 1

    def test_closing_is_refused_once_when_the_bill_cannot_be_kept(self, at):
        at.type("240/2")
        at.store.fault = StoreFull("no space left")
        said = []
        at.counter.shelf.keep(lambda: said.append("kept"), lambda: said.append("refused"))
        assert (said, at.notice) == (["refused"], StoreFull.sentence)
