"""Publishing at a counter of a chain: the server is asked, the window goes on, and what came of it is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from threading import Event

import pytest

from app.demo_shop import MANAGER_PIN
from app.domain.errors import Code, DomainError
from app.domain.rates import Rate
from app.services.chain.adopting import adopt_answer
from app.services.chain.standing import LinkState, NoLine, Standing
from app.services.chain.tidings import Published, Tidings, View
from app.services.ports import ChainPoint
from app.services.programs import rates
from app.services.programs.program import current
from app.services.programs.publishing import judge
from tests.chains import joined
from tests.lines import ScriptedLine
from tests.ui.rating import earned, put
from tests.ui.tiering import put as put_tier
from tests.ui.walking import pin

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def line():
    return ScriptedLine(Standing(LinkState.SYNCED))


@pytest.fixture
def counter(open_window, line):
    """One of a chain, whose server publishes what it is asked to."""
    with open_window(lambda context: replace(context, line=line)) as opened:
        joined(opened.till.desk)
        line.published = lambda proposal: publishes(opened.till.desk, proposal)
        yield opened


def publishes(desk, proposal):
    """What the server does, told as it tells it."""
    with desk.store.reading() as uow:
        judge(desk, uow, proposal)
        program = proposal.program or uow.programs.in_force(desk.clock.now())
        program = replace(program, version=uow.programs.latest_version() + 1)
    now = desk.clock.now()
    view = View(1, ChainPoint(1, 0), now, now, 0)
    adopt_answer(desk, Tidings(view, programs=[Published(program, now)]))
    return program


@pytest.fixture
def page(counter):
    """The rates, opened with Vikram's PIN, with a rate changed."""
    return opened(counter)


def opened(counter):
    counter.hand.press("Alt+6")
    pin(counter)
    return counter.window.loyalty.rates_page


def test_the_page_says_for_whom_and_so_does_the_box_for_the_pin(counter, page, line):
    assert page.strip.text == "This counter is one of a chain: what you publish here holds in all its stores."
    put(counter, page, "2")
    counter.hand.press("F9")
    assert "for all stores of the chain" in counter.window.approval.approving.state.what
    pin(counter)
    assert line.asked[-1] == ("publish", "vikram")
    assert page.strip.text == "Published: rates v2 are in force. Bills that were made keep theirs."
    assert earned(counter) == 2
    assert not rates.look(counter.till.desk, "asha").has_changes


def test_without_a_line_the_draft_is_kept_and_goes_out_when_it_is_back(counter, page, line):
    put(counter, page, "2")
    server, line.published = line.published, NoLine().publish
    counter.hand.press("F9")
    pin(counter)
    assert page.strip.text == (
        "There is no line to the server. Nothing was published; your draft is kept. Try again when the line is back."
    )
    assert (earned(counter), rates.look(counter.till.desk, "asha").has_changes) == (1, True)
    line.published = server
    counter.hand.press("F9")
    pin(counter)
    assert earned(counter) == 2


def test_while_the_server_thinks_the_counter_sells(counter, page, line, qtbot):
    put(counter, page, "2")
    server, asked, answers = line.published, Event(), Event()

    def slow(proposal):
        asked.set()
        assert answers.wait(20)
        return server(proposal)

    line.published = slow
    counter.hand.press("F9")
    counter.hand.type(MANAGER_PIN)
    counter.hand.strike("Return")
    qtbot.waitUntil(asked.is_set)
    qtbot.waitUntil(lambda: page.strip.text == "Asking the server to publish it for all stores …")
    counter.hand.strike("Esc")
    assert counter.window.pages.currentWidget() is counter.page
    answers.set()
    counter.hand.settle()
    assert earned(counter) == 2


def test_who_published_meanwhile_is_said_until_their_rates_are_here(counter, page, line):
    put(counter, page, "2")
    server = line.published
    words = "Meera published rates v7 meanwhile. Nothing was published, and your changes are kept; look at what is "

    def overtaken(_):
        raise DomainError(Code.CHANGED, words + "different, then publish them over it.")

    line.published = overtaken
    counter.hand.press("F9")
    pin(counter)
    assert page.strip.text.startswith("Meera published rates v7 meanwhile.")
    desk = counter.till.desk
    other = rates.look(desk, "meera").draft
    rates.keep(desk, replace(other, rates=other.rates.having("General", Rate.DISCOUNT, Decimal(4))))
    server(rates.propose_draft(desk, "meera", by="meera"))
    counter.hand.press("F9")
    assert not counter.window.approval.approving.is_open
    assert "Published meanwhile: General, Discount: 0 % › 4 %" in page.strip.text
    line.published = server
    counter.hand.press("F4")
    counter.hand.press("F9")
    pin(counter)
    assert (earned(counter), current(desk).categories["General"].discount_percent) == (2, 4)


def test_the_server_may_ask_for_a_second_person(counter, page, line):
    put(counter, page, "2")
    server, asked = line.published, []

    def strict(proposal):
        asked.append((proposal.by, proposal.approved_by))
        if proposal.approved_by is None:
            raise DomainError(Code.NEEDS_APPROVAL, "A second person has to approve it.")
        return server(proposal)

    line.published = strict
    counter.hand.press("F9")
    pin(counter)
    pin(counter)
    assert asked == [("vikram", None), ("vikram", "vikram")]


def test_tiers_hold_in_all_stores_too(counter, line):
    counter.hand.press("Alt+0")
    pin(counter)
    page = counter.window.pages.currentWidget()
    counter.hand.press("Down")
    put_tier(counter, page, "20")
    server = line.published

    def overtaken(_):
        raise DomainError(Code.CHANGED, "Meera published rates v7 meanwhile.")

    line.published = overtaken
    counter.hand.press("F9")
    pin(counter)
    assert page.strip.text.startswith("Meera published rates v7 meanwhile.")
    line.published = server
    counter.hand.press("F9")
    pin(counter)
    assert page.strip.text.startswith("Published: rates v2 are in force.")
    assert current(counter.till.desk).tiers.levels[1].min_spend_minor == 20_00


def test_what_waits_is_withdrawn_for_all(counter, page):
    put(counter, page, "2")
    page.day.setFocus()
    counter.hand.type("01/12/2099")
    page.table.setFocus()
    counter.hand.settle()
    counter.hand.press("F9")
    pin(counter)
    assert "Published: rates v2 begin on" in page.strip.text
    counter.hand.press("Shift+F9")
    pin(counter)
    assert "Withdrawn" in page.strip.text
    assert rates.look(counter.till.desk, "asha").waiting == []
