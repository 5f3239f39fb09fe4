"""Pages: each is made when it is first turned to, and what goes on in the background needs none."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from app.demo_shop import MANAGER_PIN
from app.domain.codes import staff_card
from app.services.chain.standing import LinkState, Pairing, PairingStep, Standing
from app.services.shifts import shifts
from app.services.staff import staff
from tests.chains import SERVER
from tests.lines import ScriptedLine
from ui.actions import ACTIONS, Do, Scope, action
from ui.story import Cards, scenes

# What opens each page, and what the window calls it.
PAGES = {
    "help_sheet": Do.HELP,
    "enrol_page": Do.NEW_CARD,
    "status_page": Do.SYNC_STATUS,
    "settings_page": Do.SETTINGS,
    "printers_page": Do.PRINTERS,
    "staff_page": Do.STAFF,
    "catalogue_page": Do.PRODUCTS,
    "shift_page": Do.SHIFT,
    "scanner_page": Do.SCANNER,
    "people.returns_page": Do.RETURN,
    "people.members_page": Do.PROFILE,
}
# The counter's own, with its panes; what is heard everywhere; and what is typed where the counter is locked.
OF_NO_PAGE = {
    *(Scope.COUNTER, Scope.EMPTY_BOX, Scope.PAY, Scope.LIST, Scope.CUSTOMER),
    *(Scope.EVERYWHERE, Scope.PIN, Scope.FIRST_RUN),
}


@pytest.fixture
def line() -> ScriptedLine:
    return ScriptedLine()


@pytest.fixture
def counter(open_window, line):
    with open_window(lambda context: replace(context, line=line)) as opened:
        opened.hand.settle()
        yield opened


def made(counter) -> list[QWidget]:
    pages = counter.window.pages
    return [pages.widget(place) for place in range(pages.count())]


def page_named(counter, name) -> QWidget:
    page = counter.window
    for part in name.split("."):
        page = getattr(page, part)
    return page


def turn(counter, do: Do) -> None:
    """Whoever may not, has it approved."""
    counter.window.run(do)
    counter.hand.settle()
    if counter.window.guard._is_asking:
        counter.hand.type(MANAGER_PIN)
        counter.hand.press("Return")
        counter.hand.settle()


def test_a_counter_begins_with_itself_alone(counter):
    assert made(counter) == [counter.page]
    assert not counter.window.guard._is_asking


def test_each_page_is_made_when_it_is_first_turned_to_and_stays(counter):
    for number, (name, do) in enumerate(PAGES.items(), 2):
        turn(counter, do)
        page = counter.window.pages.currentWidget()
        assert (len(made(counter)), page) == (number, page_named(counter, name)), name
        counter.hand.press("Esc")
    for name, do in PAGES.items():
        turn(counter, do)
        assert counter.window.pages.currentWidget() is page_named(counter, name)
    assert len(made(counter)) == 1 + len(PAGES)


def test_a_command_is_carried_out_by_the_page_it_belongs_to(counter):
    """Of every command that belongs to a page, that page's presenter knows what to do."""
    desks = counter.window._desks
    known = {scope: set(desk().commands) for scope, desk in desks.items()}
    assert known == {scope: {one.do for one in ACTIONS if scope in {key.scope for key in one.keys}} for scope in desks}
    assert set(desks) == set(Scope) - OF_NO_PAGE
    everywhere = {one.do for one in ACTIONS if one.scope is Scope.EVERYWHERE}
    assert everywhere - set(counter.window._commands) == {Do.BACK}


def test_what_comes_from_sync_makes_no_page(counter, line):
    line.stand(Standing(LinkState.OFFLINE, waiting=3))
    line.take_step(Pairing(PairingStep.SHOWN, SERVER, "MMMM-WWWW"))
    counter.hand.settle()
    assert made(counter) == [counter.page]
    turn(counter, Do.SETTINGS)
    assert counter.window.settings_page.pairing._code.text() == "MMMM-WWWW"


def test_a_staff_card_signs_in_while_no_page_waits_for_one(counter):
    desk, card = counter.till.desk, staff_card("123456789012345678")
    staff.give_card(desk, "vikram", card, staff="vikram")
    counter.hand.scan(card)
    assert counter.context.session.name == "Vikram"
    assert made(counter) == [counter.page]


def test_the_header_says_how_the_shift_stands_before_anybody_asked(open_window):
    with open_window() as first:
        shifts.open_shift(first.till.desk, float_minor=1000_00, staff="asha", key="k")
    with open_window() as again:
        again.hand.settle()
        assert again.window.header.shift.text().startswith("Shift open")
        assert made(again) == [again.page]


def test_a_page_that_was_hidden_when_texts_grew_has_grown_when_it_is_turned_to(counter):
    turn(counter, Do.RETURN)
    returns = counter.window.people.returns_page
    small = returns.box.fontMetrics().height()
    counter.hand.press("Esc")
    for _ in range(5):
        counter.hand.press("Ctrl++")
    assert returns.box.fontMetrics().height() == small  # nobody sees it
    turn(counter, Do.RETURN)
    assert returns.box.fontMetrics().height() > 1.8 * small
    head = returns.lines.table.horizontalHeader()
    headings = [str(head.model().headerData(place, head.orientation())) for place in range(head.count())]
    assert all(
        head.fontMetrics().horizontalAdvance(words) <= head.sectionSize(place) for place, words in enumerate(headings)
    )


def test_a_page_is_read_from_its_file_only_when_it_is_asked_for():
    asked = "import sys, ui.window; print(*sorted(one for one in sys.modules if one.endswith('.page')))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["ui.billing.page"]


def test_the_demo_turns_to_every_page(counter):
    """But for the camera, which its machine has not; Esc stands for the way back to the counter."""
    pressed = {step for _, steps in scenes(Cards("a", "b", "c", "d", "e", "f", "1")) for step in steps}
    unseen = {do for do in counter.window._turns() if not pressed & {key.text for key in action(do).keys}}
    assert unseen <= {Do.CAMERA, Do.COUNTER, Do.PRINT_CARD}
