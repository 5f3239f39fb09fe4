"""The chip's decisions: eleven states, each with its words; calm, and said once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from app.services.chain.standing import LinkState, Standing
from tests.desks import Shop, memory_shop
from tests.unit.ui.works import AtOnce
from ui.actions import Do
from ui.standing.presenter import Indicator
from ui.standing.wording import Chip, chip_of


@dataclass
class Shown:
    chip: Chip | None = None
    details: str = ""
    said: list[str] = field(default_factory=list)

    def show_chip(self, chip: Chip | None) -> None:
        self.chip = chip

    def show_details(self, text: str) -> None:
        self.details = text

    def announce(self, text: str) -> None:
        self.said.append(text)


@dataclass
class Rig:
    shop: Shop
    view: Shown
    indicator: Indicator

    @property
    def text(self) -> str:
        return self.view.chip.text if self.view.chip else ""

    def hear(self, state: LinkState, **facts: int) -> None:
        self.indicator.hear(Standing(state, **facts))


@pytest.fixture
def at() -> Iterator[Rig]:
    with memory_shop() as shop:
        view = Shown()
        yield Rig(shop, view, Indicator(shop.desk, AtOnce(), view, standing=Standing(LinkState.SYNCED)))


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop() as made:
        yield made


def words(shop: Shop, standing: Standing) -> str:
    chip = chip_of(standing, now=shop.clock.today, calendar=shop.desk.calendar)
    return chip.text if chip else ""


def test_every_state_has_its_words(shop: Shop) -> None:
    now = shop.clock.today
    ago = {"last_synced_at": now - timedelta(minutes=14), "last_contact_at": now - timedelta(minutes=14)}
    said = {
        LinkState.ALONE: words(shop, Standing(LinkState.ALONE)),
        LinkState.SYNCED: words(shop, Standing(LinkState.SYNCED, **ago)),
        LinkState.SENDING: words(shop, Standing(LinkState.SENDING, 3)),
        LinkState.WAITING: words(shop, Standing(LinkState.WAITING, 12)),
        LinkState.OFFLINE: words(shop, Standing(LinkState.OFFLINE, 12, **ago)),
        LinkState.STALE: words(shop, Standing(LinkState.STALE, last_contact_at=now - timedelta(hours=30))),
        LinkState.NEEDS_CHECK: words(shop, Standing(LinkState.NEEDS_CHECK, to_check=2)),
        LinkState.SIGN_IN: words(shop, Standing(LinkState.SIGN_IN)),
        LinkState.CLOCK: words(shop, Standing(LinkState.CLOCK, offset_ms=-11 * 60_000)),
        LinkState.UPDATE: words(shop, Standing(LinkState.UPDATE)),
        LinkState.STORAGE: words(shop, Standing(LinkState.STORAGE)),
        LinkState.TRAINING: words(shop, Standing(LinkState.TRAINING)),
    }
    assert said == {
        LinkState.ALONE: "",
        LinkState.SYNCED: "Up to date 23:46",
        LinkState.SENDING: "Sending 3…",
        LinkState.WAITING: "12 waiting",
        LinkState.OFFLINE: "Offline 14 min · 12 waiting",
        LinkState.STALE: "Offline 1 day – balances may be old",
        LinkState.NEEDS_CHECK: "2 need a check",
        LinkState.SIGN_IN: "Counter not signed in",
        LinkState.CLOCK: "Clock is 11 min wrong",
        LinkState.UPDATE: "Update needed to sync",
        LinkState.STORAGE: "Disk nearly full",
        LinkState.TRAINING: "Training",
    }


def test_a_counter_that_has_never_been_online_still_has_words(shop: Shop) -> None:
    bare = [words(shop, Standing(state)) for state in (LinkState.SYNCED, LinkState.OFFLINE, LinkState.STALE)]
    assert bare == ["Up to date", "Offline", "Offline – balances may be old"]
    assert words(shop, Standing(LinkState.NEEDS_CHECK, to_check=1)) == "1 needs a check"
    assert words(shop, Standing(LinkState.CLOCK, offset_ms=20_000)) == "Clock is wrong"


def test_no_two_states_look_alike_without_their_colour(shop: Shop) -> None:
    standings = [Standing(state, waiting=1, to_check=1) for state in LinkState if state is not LinkState.ALONE]
    chips = [chip_of(one, now=shop.clock.today, calendar=shop.desk.calendar) for one in standings]
    assert len({(chip.icon, chip.text) for chip in chips if chip}) == 11


def test_figures_of_a_state_follow_at_once(at: Rig) -> None:
    at.hear(LinkState.SENDING, waiting=3)
    at.hear(LinkState.SENDING, waiting=1)
    assert at.text == "Sending 1…"


def test_a_state_that_sync_has_let_settle_is_shown_at_once(at: Rig) -> None:
    at.hear(LinkState.OFFLINE)
    assert at.text == "Offline"
    at.hear(LinkState.SYNCED)
    assert at.text == "Up to date"


def test_ages_grow_in_silence(at: Rig) -> None:
    last = at.shop.clock.today
    at.indicator.hear(Standing(LinkState.OFFLINE, last_contact_at=last))
    at.shop.clock.today = last + timedelta(minutes=2)
    at.indicator.tick()
    assert (at.text, len(at.view.said)) == ("Offline 2 min", 1)


def test_a_change_is_said_once_and_the_passing_of_bills_never(at: Rig) -> None:
    for state in (LinkState.SENDING, LinkState.SYNCED, LinkState.OFFLINE, LinkState.OFFLINE, LinkState.SYNCED):
        at.hear(state, waiting=1)
    assert [said.partition(".")[0] for said in at.view.said] == ["Offline · 1 waiting", "Up to date"]


def test_leaving_a_chain_takes_the_chip_away_in_silence(at: Rig) -> None:
    at.hear(LinkState.ALONE)
    at.indicator.look()
    assert (at.view.chip, at.view.said, at.view.details) == (None, [], "")


def test_looking_tells_what_waits_by_kind_and_when_it_is_tried_again(at: Rig) -> None:
    at.shop.enrol("Ravi")
    at.shop.sell(None, ("General", 10))
    now = at.shop.clock.today
    at.indicator.hear(
        Standing(
            LinkState.WAITING,
            3,
            oldest_waiting_at=now - timedelta(minutes=14),
            last_synced_at=now - timedelta(days=1),
            next_try_at=now + timedelta(seconds=40),
            trouble="The server is busy.",
        )
    )
    at.indicator.look()
    assert at.view.details.splitlines() == [
        "The server is busy. Everything is saved here and is sent by itself; Enter tries now.",
        "Last up to date 31 Dec 2025, 00:00",
        "Waiting: 1 change of rates, 1 new member, 1 bill",
        "The oldest waits 14 min",
        "Next try in 40 s",
        "The server is busy.",
    ]
    at.indicator.hear(Standing(LinkState.WAITING, next_try_at=now + timedelta(minutes=5)))
    at.indicator.look()
    assert at.view.details.splitlines()[1:] == ["Not up to date with the server yet", "Next try in 5 min"]


@pytest.mark.parametrize(
    ("state", "does"),
    [(LinkState.WAITING, Do.RETRY), (LinkState.NEEDS_CHECK, Do.SYNC_STATUS), (LinkState.SIGN_IN, Do.SETTINGS)],
)
def test_enter_on_it_does_what_helps(shop: Shop, state: LinkState, does: Do) -> None:
    chip = chip_of(Standing(state), now=shop.clock.today, calendar=shop.desk.calendar)
    assert chip is not None
    assert chip.opens is does
