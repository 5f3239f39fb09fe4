"""Other keys for commands: profiles, a shop's own, and the reasons why a key cannot be given."""

from __future__ import annotations

from collections import Counter

import pytest

from ui.actions import ACTIONS, Do, Place, Scope, action, bind, keys_in, path_of
from ui.actions.binding import PROFILES, TALLY, bound, keys_of, may_change, of_profile, problem, read, taken, written

PAY, REDEEM = Place(Do.PAY, Scope.COUNTER), Place(Do.REDEEM, Scope.COUNTER)


@pytest.fixture(autouse=True)
def _usual_again():
    yield
    bind({})


def texts(actions, place):
    return [key.text for key in keys_of(actions, place)]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("scope", Scope)
def test_no_key_means_two_things_in_any_profile(profile, scope):
    bind(of_profile(profile))
    heard = Counter(key.text for around in path_of(scope) for key, _ in keys_in(around))
    assert [text for text, times in heard.items() if times > 1] == []


def test_like_tally():
    bind(of_profile(TALLY))
    heard = {key.text: do for scope in (Scope.COUNTER, Scope.EVERYWHERE) for key, do in keys_in(scope)}
    assert [heard[key] for key in ("Ctrl+A", "Ctrl+Q", "Alt+P", "Alt+C", "F8")] == [
        Do.FINISH, Do.BACK, Do.REPRINT, Do.NEW_CARD, Do.FOCUS_BOX,
    ]  # fmt: skip
    assert (heard["Esc"], heard["F9"]) == (Do.BACK, Do.PAY)
    assert action(Do.FINISH).key_label == "Ctrl+A"


def test_every_command_keeps_a_key_and_its_place_in_every_profile():
    for profile in PROFILES:
        for one, usual in zip(bound(ACTIONS, of_profile(profile)), ACTIONS, strict=True):
            assert one.scope is usual.scope
            assert {key.scope for key in one.keys} == {key.scope for key in usual.keys}


def test_sections_have_their_number_from_everywhere():
    heard = {key.text: do for key, do in keys_in(Scope.EVERYWHERE)}
    numbers = {f"Alt+{n}": heard.get(f"Alt+{n}") for n in (1, 2, 3, 4, 5, 8)}
    assert list(numbers.values()) == [Do.COUNTER, Do.PROFILE, Do.NEW_CARD, Do.RETURN, Do.SHIFT, Do.SYNC_STATUS]


def test_own_keys_are_read_as_they_were_written():
    own = {PAY: ("Ctrl+F9",), REDEEM: ("F9",)}
    assert read(written(own), ACTIONS, profile="standard") == own
    changed = bound(ACTIONS, own)
    assert (texts(changed, PAY), texts(changed, REDEEM)) == (["Ctrl+F9"], ["F9"])


def test_two_commands_may_change_places():
    own = {PAY: ("F8",), REDEEM: ("F9",)}
    assert read(written(own), ACTIONS, profile="standard") == own


@pytest.mark.parametrize(
    "token",
    [
        "pay:counter=F8",
        "pay:nowhere=F4",
        "dance:counter=F4",
        "pay",
        "pay:counter=",
        "back:everywhere=Ctrl+W",
        "pay:counter=x",
    ],
)
def test_what_cannot_be_is_left_out(token):
    assert read(token, ACTIONS, profile="standard") == {}


def test_a_profiles_key_stands_where_the_own_one_cannot():
    assert read("finish:counter=F9", ACTIONS, profile=TALLY) == of_profile(TALLY)


@pytest.mark.parametrize(
    ("place", "key", "why"),
    [
        (PAY, "Ctrl+F9", ""),
        (PAY, "F9", ""),  # its own
        (PAY, "F8", "Redeem"),
        (PAY, "F1", "Help"),  # heard around it
        (Place(Do.HELP, Scope.EVERYWHERE), "Del", "Remove line"),  # heard inside it
        (PAY, "F6", "New card"),
        (Place(Do.NEW_PERSON, Scope.STAFF), "F2", ""),  # nobody's there, whatever it is at the counter
        (PAY, "x", "typed there"),
        (PAY, "Shift+X", "typed there"),
        (PAY, "5", "typed there"),
        (Place(Do.CASH, Scope.PAY), "B", ""),
        (Place(Do.CASH, Scope.PAY), "U", "UPI"),
        (PAY, "Esc", "cannot be given"),
        (PAY, "F10", "cannot be given"),
        (PAY, "", "typed there"),
    ],
)
def test_why_a_key_cannot_be_given(place, key, why):
    said = problem(ACTIONS, place, key)
    assert why in said
    assert bool(said) == bool(why)


def test_enter_and_esc_stay():
    assert not may_change(ACTIONS, Place(Do.BACK, Scope.EVERYWHERE))
    assert not may_change(ACTIONS, Place(Do.ENTER_PIN, Scope.PIN))
    assert may_change(ACTIONS, PAY)


def test_a_command_that_was_changed_can_have_its_usual_key_back():
    for one in ACTIONS:
        for key in one.keys:
            place = Place(one.do, key.scope)
            assert taken(bound(ACTIONS, {place: ("Ctrl+Alt+F4",)}), place, key.text) == "", (one.do, key.text)
