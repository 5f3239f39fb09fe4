"""Actions: every command of the counter with its words and keys; menus, buttons, the help sheet and tests read this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ui.words import later


class Do(StrEnum):
    """The commands, by name."""

    HELP = "help"
    BACK = "back"
    FOCUS_BOX = "focus-box"
    CUSTOMER = "customer"
    SHIFT = "shift"
    OPEN_DRAWER = "open-drawer"
    PAY_IN = "pay-in"
    PAY_OUT = "pay-out"
    DROP = "drop"
    X_REPORT = "x-report"
    CLOSE_SHIFT = "close-shift"
    SHIFT_GO = "shift-go"
    SHIFT_AGAIN = "shift-again"
    HOLD = "hold"
    RECALL = "recall"
    TAKE_ARRIVED = "take-arrived"
    PASTE_TOTALS = "paste-totals"
    NEW_CARD = "new-card"
    REDEEM = "redeem"
    CHOOSE_POINTS = "choose-points"
    PAY = "pay"
    FINISH = "finish"
    CONFIRM = "confirm"
    REMOVE = "remove"
    UNDO = "undo"
    REDO = "redo"
    DISCARD = "discard"
    WHY = "why"
    REPRINT = "reprint"
    LINE_ABOVE = "line-above"
    LINE_BELOW = "line-below"
    CASH = "cash"
    UPI = "upi"
    CARD = "card"
    SPLIT = "split"
    DETACH = "detach"
    CAMERA = "camera"
    SCANNER = "scanner"
    FORGET_SCANNER = "forget-scanner"
    TEST_CAMERA = "test-camera"
    PRINT_CARD = "print-card"
    BALANCE_SLIP = "balance-slip"
    STATEMENT = "statement"
    PALETTE = "palette"
    LARGER = "larger"
    SMALLER = "smaller"
    TRUE_SIZE = "true-size"
    SAVE = "save"
    SYNC_STATUS = "sync-status"
    SETTINGS = "settings"
    TO_CHECK = "to-check"
    UNSENT = "unsent"
    SETTLED = "settled"
    RETRY = "retry"
    FIRST_CHOICE = "first-choice"
    SECOND_CHOICE = "second-choice"
    THIRD_CHOICE = "third-choice"
    PAIR = "pair"
    STOP_PAIRING = "stop-pairing"
    PRINTERS = "printers"
    PRINT_QUEUE = "print-queue"
    SHOW_PRINTERS = "show-printers"
    SHOW_QUEUE = "show-queue"
    NEW_PRINTER = "new-printer"
    SAVE_PRINTER = "save-printer"
    TEST_PRINTER = "test-printer"
    REMOVE_PRINTER = "remove-printer"
    PRINT_AGAIN = "print-again"
    GIVE_UP = "give-up"
    RETURN = "return"
    FIND_RETURN = "find-return"
    LAST_BILL = "last-bill"
    TICK = "tick"
    MORE = "more"
    FEWER = "fewer"
    RETURN_ALL = "return-all"
    GIVE_BACK = "give-back"
    PROFILE = "profile"
    FIND_MEMBER = "find-member"
    POINTS_TAB = "points-tab"
    LEDGER_TAB = "ledger-tab"
    ABOUT_TAB = "about-tab"
    OLDER = "older"
    SHOW_PHONE = "show-phone"
    EDIT_MEMBER = "edit-member"
    REPLACE_CARD = "replace-card"
    BLOCK_CARD = "block-card"
    ADJUST_POINTS = "adjust-points"
    MERGE_MEMBERS = "merge-members"
    MEMBER_STATEMENT = "member-statement"
    EXPORT_MEMBER = "export-member"
    ATTACH_MEMBER = "attach-member"
    SAVE_MEMBER = "save-member"
    CONSENT = "consent"
    STAFF = "staff"
    NEW_PERSON = "new-person"
    SAVE_PERSON = "save-person"
    MAKE_STAFF_CARD = "make-staff-card"
    TAKE_STAFF_CARD = "take-staff-card"
    PRODUCTS = "products"
    CHOOSE_LIST = "choose-list"
    TRY_LIST = "try-list"
    TAKE_IN_LIST = "take-in-list"
    SAVE_REST = "save-rest"
    TRAINING = "training"
    LOCK = "lock"
    ENTER_PIN = "enter-pin"
    PERSON_BEFORE = "person-before"
    PERSON_AFTER = "person-after"
    FIND_SETTING = "find-setting"
    KEEP_SETTING = "keep-setting"
    GO_ON = "go-on"
    SKIP_STEP = "skip-step"
    OTHER_LANGUAGE = "other-language"
    CHOOSE_FILE = "choose-file"
    TEST_HERE = "test-here"


class Scope(StrEnum):
    """Where a key is heard."""

    EVERYWHERE = later("Everywhere")
    COUNTER = later("On the counter")
    EMPTY_BOX = later("With nothing in the box")
    PAY = later("Taking payment")
    LIST = later("In a list")
    CUSTOMER = later("Looking at the customer")
    FORM = later("New card")
    STATUS = later("Sync status")
    SHIFT = later("Shift")
    SETTINGS = later("Settings")
    PRINTERS = later("Printers")
    RETURNS = later("Returns")
    MEMBERS = later("Members")
    PIN = later("Typing a PIN")
    SCANNER = later("Scanner & camera")
    STAFF = later("Staff")
    CATALOGUE = later("Products")
    FIRST_RUN = later("First run")


# A key heard in a scope is heard in the scopes inside it too, so it may mean only one thing along such a path.
INSIDE = {
    Scope.COUNTER: Scope.EVERYWHERE,
    Scope.FORM: Scope.EVERYWHERE,
    Scope.STATUS: Scope.EVERYWHERE,
    Scope.SETTINGS: Scope.EVERYWHERE,
    Scope.SHIFT: Scope.EVERYWHERE,
    Scope.PRINTERS: Scope.EVERYWHERE,
    Scope.RETURNS: Scope.EVERYWHERE,
    Scope.MEMBERS: Scope.EVERYWHERE,
    Scope.PIN: Scope.EVERYWHERE,
    Scope.SCANNER: Scope.EVERYWHERE,
    Scope.STAFF: Scope.EVERYWHERE,
    Scope.FIRST_RUN: Scope.EVERYWHERE,
    Scope.CATALOGUE: Scope.EVERYWHERE,
    Scope.EMPTY_BOX: Scope.COUNTER,
    Scope.PAY: Scope.COUNTER,
    Scope.LIST: Scope.COUNTER,
    Scope.CUSTOMER: Scope.COUNTER,
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key in Qt's portable text ("Ctrl+Return", "Num++"), and where it is heard."""

    text: str
    scope: Scope = Scope.COUNTER

    @property
    def label(self) -> str:
        """As it is written on the key."""
        return self.text.replace("Return", "Enter").replace("Num+", "Num ")


@dataclass(frozen=True, slots=True)
class Action:
    """One command: `text` on its button and in the menu, `explained` on the help sheet."""

    do: Do
    text: str
    explained: str
    keys: tuple[Key, ...]
    on_bar: bool = False

    @property
    def key_label(self) -> str:
        return self.keys[0].label

    @property
    def scope(self) -> Scope:
        """Where it belongs: where the first of its keys is heard."""
        return self.keys[0].scope


def _enter(*scopes: Scope) -> tuple[Key, ...]:
    """Both keys that say Enter, the main one and the numpad's."""
    return tuple(Key(text, scope) for scope in scopes for text in ("Return", "Enter"))


ACTIONS: tuple[Action, ...] = (
    Action(Do.HELP, "Help", "This sheet of keys", (Key("F1", Scope.EVERYWHERE),), on_bar=True),
    Action(
        Do.BACK, "Back", "Step back: clears the box, closes a pane; the bill stays", (Key("Esc", Scope.EVERYWHERE),)
    ),
    Action(Do.FOCUS_BOX, "Type or scan", "Go to the box", (Key("F2"),)),
    Action(Do.CUSTOMER, "Customer", "Find a customer, or look at the one on the bill", (Key("F3"),), on_bar=True),
    Action(Do.HOLD, "Hold", "Set this bill aside", (Key("F4"),), on_bar=True),
    Action(Do.RECALL, "Recall", "Take back a bill that was set aside", (Key("F5"),), on_bar=True),
    Action(
        Do.TAKE_ARRIVED,
        "Take what came",
        "Take the oldest bill that another program sent here",
        (Key("Shift+F5"),),
    ),
    Action(
        Do.PASTE_TOTALS,
        "Copied totals",
        "Take the total, or totals of categories, that was copied in another program",
        (Key("Ctrl+Shift+V"),),
    ),
    Action(
        Do.SHIFT,
        "Shift",
        "Open and close the shift, cash in and out, X and Z reports",
        (Key("F7", Scope.EVERYWHERE), Key("Alt+5", Scope.EVERYWHERE)),
    ),
    Action(Do.OPEN_DRAWER, "Open drawer", "Open the drawer without a sale, with a reason", (Key("Ctrl+D"),)),
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
    Action(Do.NEW_CARD, "New card", "Enrol a new member", (Key("F6"),), on_bar=True),
    Action(
        Do.REDEEM,
        "Redeem",
        "Use the most points allowed, or none",
        (Key("F8"), Key("Num++", Scope.EMPTY_BOX)),
        on_bar=True,
    ),
    Action(Do.CHOOSE_POINTS, "Choose points", "Use some of the points", (Key("Shift+F8"),)),
    Action(Do.CAMERA, "Camera", "Scan with the camera, or stop it", (Key("F12", Scope.EVERYWHERE),)),
    Action(
        Do.SCANNER,
        "Scanner & camera",
        "See what the scanner sends, teach it, and test the camera",
        (Key("Ctrl+Shift+C", Scope.EVERYWHERE),),
    ),
    Action(Do.FORGET_SCANNER, "Forget", "Expect a usual scanner again", (Key("Ctrl+Del", Scope.SCANNER),)),
    Action(Do.TEST_CAMERA, "Test the camera", "Look through the camera for a moment", (Key("F8", Scope.SCANNER),)),
    Action(Do.PAY, "Pay", "Choose how the bill is paid", (Key("F9"),), on_bar=True),
    Action(
        Do.FINISH,
        "Finish now",
        "Exact cash and print, without asking",
        (Key("Ctrl+Return"), Key("Ctrl+Enter")),
        on_bar=True,
    ),
    Action(
        Do.CONFIRM,
        "Enter",
        "Go ahead: what the hint or the button says",
        _enter(Scope.EMPTY_BOX, Scope.PAY, Scope.LIST, Scope.CUSTOMER),
    ),
    Action(
        Do.REMOVE,
        "Remove line",
        "Take the marked line off the bill",
        (Key("Del", Scope.EMPTY_BOX), Key("Num+-", Scope.EMPTY_BOX)),
    ),
    Action(Do.UNDO, "Undo", "Take back the last step of the bill", (Key("Ctrl+Z"),)),
    Action(Do.REDO, "Redo", "Do that step again", (Key("Ctrl+Y"),)),
    Action(Do.DISCARD, "Discard bill", "Put this bill away; Ctrl+Z brings it back", (Key("Shift+Esc"),)),
    Action(Do.WHY, "Why?", "Where the points and the limit come from", (Key("?", Scope.EMPTY_BOX),)),
    Action(Do.REPRINT, "Reprint receipt", "Print the last receipt again, marked as a copy", (Key("Ctrl+P"),)),
    Action(Do.LINE_ABOVE, "Line above", "Mark the line above", (Key("Up", Scope.EMPTY_BOX),)),
    Action(Do.LINE_BELOW, "Line below", "Mark the line below", (Key("Down", Scope.EMPTY_BOX),)),
    Action(Do.CASH, "Cash", "Paid in cash", (Key("C", Scope.PAY),)),
    Action(Do.UPI, "UPI", "Paid by UPI", (Key("U", Scope.PAY),)),
    Action(Do.CARD, "Card", "Paid by bank card", (Key("D", Scope.PAY),)),
    Action(Do.SPLIT, "Split", "Paid in more than one way", (Key("S", Scope.PAY),)),
    Action(Do.DETACH, "Take card off", "Go on without this customer's card", (Key("Del", Scope.CUSTOMER),)),
    Action(Do.PRINT_CARD, "Print card", "Print this customer's card again, counted", (Key("P", Scope.CUSTOMER),)),
    Action(Do.STATEMENT, "Statement", "Print how this customer's points came about", (Key("S", Scope.CUSTOMER),)),
    Action(Do.BALANCE_SLIP, "Balance slip", "Print what this customer's points come to now", (Key("Ctrl+B"),)),
    Action(
        Do.SAVE,
        "Save and print",
        "Save the new member, print their card and put them on the bill",
        (Key("Ctrl+Return", Scope.FORM), Key("Ctrl+Enter", Scope.FORM), Key("F9", Scope.FORM)),
    ),
    Action(Do.PALETTE, "Any command", "Find a command by its name", (Key("Ctrl+K", Scope.EVERYWHERE),)),
    Action(
        Do.LARGER,
        "Larger text",
        "Everything written becomes larger, up to twice",
        (Key("Ctrl++", Scope.EVERYWHERE), Key("Ctrl+=", Scope.EVERYWHERE)),
    ),
    Action(Do.SMALLER, "Smaller text", "Everything written becomes smaller again", (Key("Ctrl+-", Scope.EVERYWHERE),)),
    Action(Do.TRUE_SIZE, "Text as it was", "Everything written at its usual size", (Key("Ctrl+0", Scope.EVERYWHERE),)),
    Action(
        Do.SYNC_STATUS,
        "Sync status",
        "What waits to be sent, and what needs a check",
        (Key("Ctrl+Shift+S", Scope.EVERYWHERE), Key("Alt+8", Scope.EVERYWHERE)),
    ),
    Action(Do.SETTINGS, "Settings", "Everything that is set up at this counter", (Key("Ctrl+,", Scope.EVERYWHERE),)),
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
    Action(Do.PRINTERS, "Printers", "Set up printers, and test them", (Key("Ctrl+Shift+R", Scope.EVERYWHERE),)),
    Action(Do.PRINT_QUEUE, "Print queue", "What waits to be printed", (Key("Ctrl+Shift+Q", Scope.EVERYWHERE),)),
    Action(Do.SHOW_PRINTERS, "Printers", "The printers of this counter", (Key("F2", Scope.PRINTERS),)),
    Action(Do.SHOW_QUEUE, "Print queue", "What waits to be printed, and why", (Key("F3", Scope.PRINTERS),)),
    Action(Do.NEW_PRINTER, "New printer", "Set up one more printer", (Key("F6", Scope.PRINTERS),)),
    Action(Do.TEST_PRINTER, "Test", "Print a test page, or hear the real reason", (Key("F8", Scope.PRINTERS),)),
    Action(Do.SAVE_PRINTER, "Save", "Keep this printer as it is typed", (Key("F9", Scope.PRINTERS),)),
    Action(Do.REMOVE_PRINTER, "Remove", "Take this printer away", (Key("Ctrl+Del", Scope.PRINTERS),)),
    Action(Do.PRINT_AGAIN, "Print again", "Print what is marked in the queue now", (Key("F5", Scope.PRINTERS),)),
    Action(
        Do.RETURN,
        "Return",
        "Take goods back: everything it moves is shown first",
        (Key("Ctrl+R", Scope.EVERYWHERE), Key("Alt+4", Scope.EVERYWHERE)),
    ),
    Action(Do.FIND_RETURN, "Find the bill", "Type the number of the bill that comes back", (Key("F2", Scope.RETURNS),)),
    Action(Do.LAST_BILL, "Last bill", "The last bill of the customer on the counter", (Key("F3", Scope.RETURNS),)),
    Action(Do.TICK, "Tick", "All of the marked line comes back, or none of it", (Key("Space", Scope.RETURNS),)),
    Action(Do.FEWER, "Fewer", "One less of the marked line", (Key("-", Scope.RETURNS), Key("Num+-", Scope.RETURNS))),
    Action(Do.MORE, "More", "One more of the marked line", (Key("+", Scope.RETURNS), Key("Num++", Scope.RETURNS))),
    Action(Do.RETURN_ALL, "All", "All that is left of the bill comes back", (Key("Ctrl+A", Scope.RETURNS),)),
    Action(
        Do.GIVE_BACK,
        "Give back",
        "Do the return exactly as it is shown, and print its paper",
        (Key("F9", Scope.RETURNS), Key("Ctrl+Return", Scope.RETURNS), Key("Ctrl+Enter", Scope.RETURNS)),
    ),
    Action(
        Do.PROFILE,
        "Members",
        "All that is known of a customer, and what can be done for them",
        (Key("Alt+2", Scope.EVERYWHERE), Key("F", Scope.CUSTOMER)),
    ),
    Action(Do.FIND_MEMBER, "Find a member", "Type a phone, last four digits or a name", (Key("F2", Scope.MEMBERS),)),
    Action(Do.POINTS_TAB, "Points", "Points by the day they expire", (Key("Ctrl+1", Scope.MEMBERS),)),
    Action(Do.LEDGER_TAB, "Movements", "Everything that moved points", (Key("Ctrl+2", Scope.MEMBERS),)),
    Action(Do.ABOUT_TAB, "About", "Cards, friends brought, tiers", (Key("Ctrl+3", Scope.MEMBERS),)),
    Action(Do.OLDER, "Older", "Movements before those that are shown", (Key("F5", Scope.MEMBERS),)),
    Action(Do.SHOW_PHONE, "Show phone", "The whole number; it is noted who looked", (Key("Ctrl+H", Scope.MEMBERS),)),
    Action(Do.EDIT_MEMBER, "Change", "Name, phone, language", (Key("F4", Scope.MEMBERS),)),
    Action(
        Do.REPLACE_CARD, "Replace card", "Give another card; the lost one stops at once", (Key("F8", Scope.MEMBERS),)
    ),
    Action(Do.BLOCK_CARD, "Block card", "Stop the card, or let it work again", (Key("Ctrl+Del", Scope.MEMBERS),)),
    Action(Do.ADJUST_POINTS, "Points by hand", "Give or take points, with a reason", (Key("Ctrl+J", Scope.MEMBERS),)),
    Action(Do.MERGE_MEMBERS, "Merge", "Two members who are one person", (Key("Ctrl+M", Scope.MEMBERS),)),
    Action(Do.MEMBER_STATEMENT, "Statement", "Print the latest movements", (Key("Ctrl+P", Scope.MEMBERS),)),
    Action(Do.EXPORT_MEMBER, "Export data", "All that is kept of them, as a file", (Key("Ctrl+E", Scope.MEMBERS),)),
    Action(Do.ATTACH_MEMBER, "Put on the bill", "Go on with this customer", (Key("F3", Scope.MEMBERS),)),
    Action(
        Do.SAVE_MEMBER,
        "Save",
        "Do what the form says",
        (Key("F9", Scope.MEMBERS), Key("Ctrl+Return", Scope.MEMBERS), Key("Ctrl+Enter", Scope.MEMBERS)),
    ),
    Action(Do.CONSENT, "Customer agrees", "The customer agrees to what is written there", (Key("Alt+C", Scope.FORM),)),
    Action(Do.GIVE_UP, "Give up", "Print what is marked in the queue no more", (Key("Shift+Del", Scope.PRINTERS),)),
    Action(Do.STAFF, "Staff", "Who works here, their roles and PINs", (Key("Ctrl+Shift+T", Scope.EVERYWHERE),)),
    Action(Do.NEW_PERSON, "New", "Somebody new on the list", (Key("F6", Scope.STAFF),)),
    Action(Do.SAVE_PERSON, "Save", "Keep this person as typed, with the new PIN", (Key("F9", Scope.STAFF),)),
    Action(Do.MAKE_STAFF_CARD, "New card", "A new staff card, shown once", (Key("F8", Scope.STAFF),)),
    Action(Do.TAKE_STAFF_CARD, "Card lost", "Their staff card works no more", (Key("Ctrl+Del", Scope.STAFF),)),
    Action(
        Do.PRODUCTS,
        "Products",
        "Import a list of products; it is tried first",
        (Key("Ctrl+Shift+I", Scope.EVERYWHERE),),
    ),
    Action(Do.CHOOSE_LIST, "Choose a file", "Find the list on this computer", (Key("F2", Scope.CATALOGUE),)),
    Action(Do.TRY_LIST, "Try it", "Say what the list would do; nothing is imported", (Key("F8", Scope.CATALOGUE),)),
    Action(Do.TAKE_IN_LIST, "Import the good rows", "Import what is fine of the list", (Key("F9", Scope.CATALOGUE),)),
    Action(
        Do.SAVE_REST, "Save the rest", "What was left out, with what is wrong, as a file", (Key("F6", Scope.CATALOGUE),)
    ),
    Action(Do.TRAINING, "Training", "How to practise where nothing counts", (Key("Ctrl+Shift+E", Scope.EVERYWHERE),)),
    Action(Do.LOCK, "Lock", "Somebody else, or nobody; the bill stays", (Key("Ctrl+L", Scope.EVERYWHERE),)),
    Action(Do.ENTER_PIN, "OK", "This is the PIN", _enter(Scope.PIN)),
    Action(Do.PERSON_BEFORE, "Person before", "Somebody else, further up", (Key("Up", Scope.PIN),)),
    Action(Do.PERSON_AFTER, "Person after", "Somebody else, further down", (Key("Down", Scope.PIN),)),
    Action(Do.GO_ON, "Go on", "Keep this answer, and ask the next", _enter(Scope.FIRST_RUN)),
    Action(Do.SKIP_STEP, "Later", "Leave this question for later", (Key("F4", Scope.FIRST_RUN),)),
    Action(Do.OTHER_LANGUAGE, "Language", "The other language, at once", (Key("F3", Scope.FIRST_RUN),)),
    Action(Do.CHOOSE_FILE, "Choose a file", "Look for the file of the list", (Key("F2", Scope.FIRST_RUN),)),
    Action(Do.TEST_HERE, "Print test", "A test page on the marked printer", (Key("F8", Scope.FIRST_RUN),)),
)

_BY_NAME = {action.do: action for action in ACTIONS}


def action(do: Do) -> Action:
    return _BY_NAME[do]


def bar() -> tuple[Action, ...]:
    """The actions that stand as buttons under the counter."""
    return tuple(one for one in ACTIONS if one.on_bar)


def keys_in(scope: Scope) -> Iterator[tuple[Key, Do]]:
    """Keys heard in exactly this scope."""
    return ((key, one.do) for one in ACTIONS for key in one.keys if key.scope is scope)


def path_of(scope: Scope) -> Iterator[Scope]:
    """The scope and every one around it."""
    while scope is not Scope.EVERYWHERE:
        yield scope
        scope = INSIDE[scope]
    yield scope
