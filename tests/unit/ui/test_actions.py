"""The registry of actions: every command has its words and keys, and no key means two things in one place."""

from collections import Counter

import pytest

from ui.actions import ACTIONS, INSIDE, Do, Scope, action, bar, keys_in, path_of


def test_every_command_is_registered_once():
    assert Counter(one.do for one in ACTIONS) == Counter(Do)


@pytest.mark.parametrize("one", ACTIONS, ids=lambda one: one.do)
def test_every_action_has_words_and_a_key(one):
    assert one.text
    assert one.explained
    assert one.keys


@pytest.mark.parametrize("scope", Scope)
def test_no_key_means_two_things_where_it_is_heard(scope):
    heard = Counter(key.text for around in path_of(scope) for key, _ in keys_in(around))
    # Enter's and Esc's own meaning in a pane is the pane's; nothing else may repeat.
    assert [text for text, times in heard.items() if times > 1] == []


def test_every_scope_lies_inside_everywhere():
    assert {scope: list(path_of(scope))[-1] for scope in INSIDE} == dict.fromkeys(INSIDE, Scope.EVERYWHERE)


def test_the_keys_of_the_counter_are_those_agreed():
    agreed = {
        Do.HELP: "F1", Do.FOCUS_BOX: "F2", Do.CUSTOMER: "F3", Do.HOLD: "F4", Do.RECALL: "F5", Do.NEW_CARD: "F6",
        Do.REDEEM: "F8", Do.CHOOSE_POINTS: "Shift+F8", Do.PAY: "F9", Do.FINISH: "Ctrl+Enter", Do.UNDO: "Ctrl+Z",
        Do.REDO: "Ctrl+Y", Do.BACK: "Esc", Do.DISCARD: "Shift+Esc", Do.REPRINT: "Ctrl+P", Do.WHY: "?", Do.REMOVE: "Del",
        Do.CASH: "C", Do.UPI: "U", Do.CARD: "D", Do.SPLIT: "S",
    }  # fmt: skip
    assert {do: action(do).key_label for do in agreed} == agreed


def test_the_numpad_toggles_redeeming_and_removes():
    pad = {key.label: do for key, do in keys_in(Scope.EMPTY_BOX) if key.text.startswith("Num")}
    assert pad == {"Num +": Do.REDEEM, "Num -": Do.REMOVE}


def test_the_bar_is_short_enough_for_the_smallest_window():
    assert [one.text for one in bar()] == [
        "Help", "Customer", "Hold", "Recall", "New card", "Redeem", "Pay", "Finish now"
    ]  # fmt: skip
