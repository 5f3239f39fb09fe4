"""Joining a chain on the first run."""

from __future__ import annotations

import pytest

from app.services.chain.standing import Pairing, PairingStep
from tests.unit.ui.firstruns import SERVER, Rig
from ui.actions import Do
from ui.firstrun.state import Field, Start, Step
from ui.firstrun.wording import NO_CODE, RULED, UNRULED
from ui.joining import NO_ADDRESS


class TestJoining:
    @pytest.fixture
    def rig(self):
        rig = Rig()
        rig.runner.choose_start(Start.JOIN)
        rig.runner.go_on()
        rig.runner.type(Field.SERVER, SERVER)
        return rig

    def test_asks_for_a_code_of_the_counter_and_an_address(self, rig):
        rig.runner.type(Field.CODE, "T")
        rig.runner.go_on()
        assert rig.said == NO_CODE
        rig.runner.type(Field.CODE, "B7")
        rig.runner.type(Field.SERVER, "ftp://x")
        rig.runner.go_on()
        assert (rig.said, rig.kept.wire.asked, rig.kept.is_begun) == (NO_ADDRESS, [], False)

    def test_shows_the_code_and_goes_on_once_the_rules_have_come(self, rig):
        rig.runner.type(Field.CODE, "B7")
        rig.runner.go_on()
        assert (rig.kept.wire.asked, rig.kept.settings.counter_code) == ([("pair", SERVER)], "B7")
        assert (rig.screen.listens, rig.state.can_name) == (True, False)
        rig.runner.go_on()
        assert len(rig.kept.wire.asked) == 1
        rig.runner.joining.hear(Pairing(PairingStep.SHOWN, SERVER, code="BCDF-2345"))
        assert rig.state.code == "BCDF-2345"
        rig.kept.joined = True
        rig.runner.joining.hear(Pairing(PairingStep.APPROVED, SERVER))
        assert (rig.said, rig.state.has_joined, rig.state.code) == (UNRULED, True, "")
        rig.runner.go_on()
        assert (rig.state.step, rig.said) == (Step.JOINING, UNRULED)
        rig.kept.rules = True
        rig.runner.joining.look()
        assert rig.said == RULED
        for _ in range(2):
            rig.runner.go_on()
            rig.runner.type(Field.NAME, "Arogya")
        rig.runner.go_on()
        assert (rig.state.step, rig.state.count) == (Step.DONE, 5)
        assert rig.state.summary[-1] == f"Belongs to the chain at {SERVER}; its staff sign in here"
        rig.runner.go_on()
        assert rig.kept.did == ["finish"]

    def test_goes_on_where_it_was_when_the_program_ended(self, rig):
        rig.runner.go_on()
        rig.kept.joined = True
        rig = rig.again()
        assert (rig.state.step, rig.state.typed[Field.SERVER], rig.screen.listens) == (Step.JOINING, SERVER, True)
        assert (rig.said, rig.state.can_name) == (UNRULED, False)
        rig.runner.do(Do.BACK)
        rig.runner.choose_start(Start.NEW)
        assert rig.state.start is Start.JOIN

    def test_left_for_later_it_is_a_shop_of_its_own(self, rig):
        rig.runner.go_on()
        rig.runner.joining.hear(Pairing(PairingStep.SHOWN, SERVER, code="BCDF-2345"))
        rig.runner.do(Do.SKIP_STEP)
        assert rig.kept.wire.asked[-1] == ("stop", "")
        assert (rig.state.step, rig.state.start) == (Step.SHOP, Start.NEW)

    def test_a_step_back_stops_asking(self, rig):
        rig.runner.go_on()
        rig.runner.do(Do.BACK)
        assert (rig.state.step, rig.kept.wire.asked[-1]) == (Step.WELCOME, ("stop", ""))
