"""The settings' decisions: asking a server to take the counter in, step by step, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from app.domain.lease import Floor
from app.services.chain.standing import Pairing, PairingStep
from app.services.ports import Bond
from tests.chains import SERVER, joined
from tests.desks import Shop, memory_shop
from tests.lines import ScriptedLine
from tests.unit.ui.counters import FragileStore, Printer
from tests.unit.ui.works import AtOnce
from ui.actions import Do
from ui.context import CounterContext
from ui.joining import is_address
from ui.session import Session
from ui.settings.presenter import Joiner
from ui.settings.state import SettingsState
from ui.settings.wording import HISTORY_JOINED, LIMIT_ALONE, LIMIT_NONE


class Screen:
    state: SettingsState

    def show_state(self, state: SettingsState) -> None:
        self.state = state


@dataclass
class Rig:
    shop: Shop
    line: ScriptedLine
    joiner: Joiner
    screen: Screen
    store: FragileStore

    @property
    def state(self) -> SettingsState:
        return self.screen.state

    def step(self, step: PairingStep, **facts: str) -> None:
        self.line.step = Pairing(step, SERVER, expires_at=self.shop.clock.today + timedelta(minutes=15), **facts)
        self.joiner.hear(self.line.step)


@pytest.fixture
def at() -> Iterator[Rig]:
    with memory_shop() as shop:
        line, screen, store = ScriptedLine(), Screen(), FragileStore(shop.store)
        context = CounterContext(
            replace(shop.desk, store=store), Printer(), "Shree Medical", Session.of("asha"), line=line
        )
        made = Rig(shop, line, Joiner(context, AtOnce(), screen), screen, store)
        made.joiner.open()
        yield made


@pytest.mark.parametrize(
    "text",
    ["https://loyalty.example.org", "https://10.0.0.5:8443/till", "http://localhost:8000", "http://127.0.0.1:80"],
)
def test_addresses(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "loyalty.example.org", "http://loyalty.example.org", "https://", "ftp://x", "https://[x", "https://x:y"],
)
def test_what_is_no_address(text: str) -> None:
    assert not is_address(text)


def test_a_counter_alone_is_told_what_joining_does_with_its_history(at: Rig) -> None:
    at.shop.enrol()
    at.joiner.read()
    assert at.state.standing == "On its own: this counter belongs to no server."
    assert "2 entries" in at.state.history
    assert (at.state.limit, at.state.can_pair, at.state.is_pairing) == (LIMIT_ALONE, True, False)


def test_pairing_shows_the_code_until_a_manager_approves(at: Rig) -> None:
    at.joiner.type(f" {SERVER} ")
    at.joiner.commands[Do.PAIR]()
    assert at.line.asked == [("pair", SERVER)]
    assert (at.state.step, at.state.is_pairing, at.state.can_pair) == ("Asking the server for a code …", True, False)
    at.joiner.commands[Do.PAIR]()
    assert len(at.line.asked) == 1
    at.step(PairingStep.SHOWN, code="BCDF-2345")
    assert (at.state.code, at.state.can_pair) == ("BCDF-2345", True)
    assert at.state.step == "Tell a manager this code, or let them scan it. Waiting for approval until 00:15."
    at.shop.wait(hours=1)
    at.joiner.read()
    assert at.state.step.endswith("Waiting for approval.")
    joined(at.shop.desk, bond=Bond.JOINING)
    at.step(PairingStep.APPROVED)
    assert (at.state.code, at.state.is_pairing) == ("", False)
    assert at.state.standing == "Joining Main Road at loyalty.example.org. Its history is being sent."


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (PairingStep.DENIED, "turned this counter away"),
        (PairingStep.EXPIRED, "ran out"),
        (PairingStep.FAILED, "No server answers there."),
        (PairingStep.APPROVED, "has joined"),
        (PairingStep.NONE, ""),
    ],
)
def test_every_end_is_told(at: Rig, step: PairingStep, says: str) -> None:
    at.step(step, trouble="No server answers there.")
    assert says in at.state.step
    assert (at.state.code, at.state.is_pairing) == ("", False)


def test_it_can_be_stopped_while_it_is_under_way_and_not_otherwise(at: Rig) -> None:
    at.joiner.commands[Do.STOP_PAIRING]()
    assert at.line.asked == []
    at.joiner.type(SERVER)
    at.joiner.pair()
    at.joiner.commands[Do.STOP_PAIRING]()
    assert at.line.asked[-1] == ("stop", "")
    assert at.state.step == ""


def test_a_mistyped_address_is_refused_in_words(at: Rig) -> None:
    at.joiner.type("loyalty")
    at.joiner.pair()
    assert at.state.notice is not None
    assert at.state.notice.text.startswith("That is no address")
    assert at.line.asked == []
    at.joiner.type("https")
    assert at.state.notice is None


@pytest.mark.parametrize("bond", Bond)
def test_whose_counter_it_is(at: Rig, bond: Bond) -> None:
    joined(at.shop.desk, bond=bond)
    at.joiner.open()
    assert "Main Road at loyalty.example.org" in at.state.standing
    assert at.state.address == SERVER
    assert at.state.history == HISTORY_JOINED or bond is Bond.JOINING


def test_a_history_on_its_way_says_how_much_is_left(at: Rig) -> None:
    joined(at.shop.desk, bond=Bond.JOINING)
    at.shop.enrol()
    at.joiner.open()
    assert "still to go: 1 entry." in at.state.history


def test_the_offline_limit_stands_with_its_worst_case_in_money(at: Rig) -> None:
    joined(at.shop.desk)
    at.joiner.open()
    assert at.state.limit == LIMIT_NONE
    joined(at.shop.desk, floor=Floor(card=100_00, counter=5000_00))
    at.joiner.open()
    assert "100 points (₹10.00)" in at.state.limit
    assert "At worst this counter can cost the shop ₹500.00" in at.state.limit


def test_a_store_that_cannot_be_read_is_said(at: Rig) -> None:
    at.store.fault = OSError("gone")
    at.joiner.open()
    assert at.state.notice is not None
