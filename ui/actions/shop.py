"""Commands of the pages behind the counter: shift, printers, sync, staff, products, settings, the first run."""

from __future__ import annotations

from ui.actions.action import Action, Key, enter
from ui.actions.do import Do
from ui.actions.scope import Scope

SHOP = (
    Action(Do.PAY_IN, "Pay in", "Cash into the drawer that is no sale", (Key("F2", Scope.SHIFT),)),
    Action(Do.PAY_OUT, "Pay out", "Cash out of the drawer that is no return", (Key("F3", Scope.SHIFT),)),
    Action(Do.DROP, "To the safe", "Take cash from the drawer to the safe", (Key("F4", Scope.SHIFT),)),
    Action(Do.SHIFT_AGAIN, "Print again", "Print the marked Z report again, marked", (Key("F5", Scope.SHIFT),)),
    Action(Do.X_REPORT, "X report", "Print what the shift has come to so far", (Key("F6", Scope.SHIFT),)),
    Action(Do.CLOSE_SHIFT, "Count and close", "Count the cash, then close the shift", (Key("F8", Scope.SHIFT),)),
    Action(
        Do.SHIFT_GO,
        "Go on",
        "Go ahead: what the large button says",
        (Key("F9", Scope.SHIFT), Key("Ctrl+Return", Scope.SHIFT), Key("Ctrl+Enter", Scope.SHIFT)),
    ),
    Action(Do.SHOW_PRINTERS, "Printers", "The printers of this counter", (Key("F2", Scope.PRINTERS),)),
    Action(Do.SHOW_QUEUE, "Print queue", "What waits to be printed, and why", (Key("F3", Scope.PRINTERS),)),
    Action(Do.NEW_PRINTER, "New printer", "Set up one more printer", (Key("F6", Scope.PRINTERS),)),
    Action(Do.TEST_PRINTER, "Test", "Print a test page, or hear the real reason", (Key("F8", Scope.PRINTERS),)),
    Action(Do.SAVE_PRINTER, "Save", "Keep this printer as it is typed", (Key("F9", Scope.PRINTERS),)),
    Action(Do.REMOVE_PRINTER, "Remove", "Take this printer away", (Key("Ctrl+Del", Scope.PRINTERS),)),
    Action(Do.PRINT_AGAIN, "Print again", "Print what is marked in the queue now", (Key("F5", Scope.PRINTERS),)),
    Action(Do.GIVE_UP, "Give up", "Print what is marked in the queue no more", (Key("Shift+Del", Scope.PRINTERS),)),
    Action(Do.TO_CHECK, "Needs a check", "What a person has to decide", (Key("F2", Scope.STATUS),)),
    Action(Do.UNSENT, "Waiting", "What waits to be sent", (Key("F3", Scope.STATUS),)),
    Action(Do.SETTLED, "Settled", "What was decided before", (Key("F4", Scope.STATUS),)),
    Action(Do.RETRY, "Try now", "Send now instead of at the next try", (Key("F5", Scope.STATUS),)),
    Action(Do.FIRST_CHOICE, "First choice", "Decide so, as the first button says", (Key("Ctrl+1", Scope.STATUS),)),
    Action(Do.SECOND_CHOICE, "Second choice", "Decide so, as the second button says", (Key("Ctrl+2", Scope.STATUS),)),
    Action(Do.THIRD_CHOICE, "Third choice", "Decide so, as the third button says", (Key("Ctrl+3", Scope.STATUS),)),
    Action(Do.FIND_SETTING, "Search", "Type what a setting is called", (Key("F2", Scope.SETTINGS),)),
    Action(Do.KEEP_SETTING, "Save", "Keep the marked setting as it is typed", (Key("F8", Scope.SETTINGS),)),
    Action(Do.PAIR, "Pair", "Ask the server to take this counter in", (Key("F9", Scope.SETTINGS),)),
    Action(Do.STOP_PAIRING, "Stop pairing", "Give up joining the server", (Key("Shift+Esc", Scope.SETTINGS),)),
    Action(Do.FORGET_SCANNER, "Forget", "Expect a usual scanner again", (Key("Ctrl+Del", Scope.SCANNER),)),
    Action(Do.TEST_CAMERA, "Test the camera", "Look through the camera for a moment", (Key("F8", Scope.SCANNER),)),
    Action(Do.NEW_PERSON, "New", "Somebody new on the list", (Key("F6", Scope.STAFF),)),
    Action(Do.SAVE_PERSON, "Save", "Keep this person as typed, with the new PIN", (Key("F9", Scope.STAFF),)),
    Action(Do.MAKE_STAFF_CARD, "New card", "A new staff card, shown once", (Key("F8", Scope.STAFF),)),
    Action(Do.TAKE_STAFF_CARD, "Card lost", "Their staff card works no more", (Key("Ctrl+Del", Scope.STAFF),)),
    Action(Do.CHOOSE_LIST, "Choose a file", "Find the list on this computer", (Key("F2", Scope.CATALOGUE),)),
    Action(Do.TRY_LIST, "Try it", "Say what the list would do; nothing is imported", (Key("F8", Scope.CATALOGUE),)),
    Action(Do.TAKE_IN_LIST, "Import the good rows", "Import what is fine of the list", (Key("F9", Scope.CATALOGUE),)),
    Action(
        Do.SAVE_REST, "Save the rest", "What was left out, with what is wrong, as a file", (Key("F6", Scope.CATALOGUE),)
    ),
    Action(Do.BACK_UP, "Back up now", "Copy the data file; selling goes on", (Key("F9", Scope.BACKUP),)),
    Action(Do.TRY_BACKUP, "Test backup", "Put the marked backup back to try", (Key("F5", Scope.BACKUP),)),
    Action(
        Do.RESTORE,
        "Restore …",
        "Put the marked backup in the place of the data file; the counter closes and opens again",
        (Key("F8", Scope.BACKUP),),
    ),
    Action(Do.FIND_KEY, "Search", "Type what a command is called", (Key("F2", Scope.KEYS),)),
    Action(Do.NEW_KEY, "New key", "Give the marked command another key", (Key("F8", Scope.KEYS),)),
    Action(Do.USUAL_KEY, "Usual key", "The usual key again for the marked command", (Key("F4", Scope.KEYS),)),
    Action(Do.ALL_USUAL_KEYS, "All usual", "The usual keys again for all commands", (Key("Ctrl+Del", Scope.KEYS),)),
    Action(Do.PRINT_KEYS, "Sheet of keys", "Every key on one page, as a PDF", (Key("F9", Scope.KEYS),)),
    Action(Do.TEST_PART, "Test", "Test the marked one, or hear the real reason", (Key("F8", Scope.HEALTH),)),
    Action(Do.LOOK_AGAIN, "Look again", "How everything is now", (Key("F5", Scope.HEALTH),)),
    Action(Do.GO_ON, "Go on", "Keep this answer, and ask the next", enter(Scope.FIRST_RUN)),
    Action(Do.SKIP_STEP, "Later", "Leave this question for later", (Key("F4", Scope.FIRST_RUN),)),
    Action(Do.OTHER_LANGUAGE, "Language", "The other language, at once", (Key("F3", Scope.FIRST_RUN),)),
    Action(Do.CHOOSE_FILE, "Choose a file", "Look for the file of the list", (Key("F2", Scope.FIRST_RUN),)),
    Action(Do.TEST_HERE, "Print test", "A test page on the marked printer", (Key("F8", Scope.FIRST_RUN),)),
)
