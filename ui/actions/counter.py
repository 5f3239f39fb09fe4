"""Commands of the counter: the bill, its payment and the customer on it."""

from __future__ import annotations

from ui.actions.action import Action, Key, enter
from ui.actions.do import Do
from ui.actions.scope import Scope

COUNTER = (
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
    Action(Do.OPEN_DRAWER, "Open drawer", "Open the drawer without a sale, with a reason", (Key("Ctrl+D"),)),
    Action(Do.NEW_CARD, "New card", "Enrol a new member", (Key("F6"), Key("Alt+3", Scope.EVERYWHERE)), on_bar=True),
    Action(
        Do.REDEEM,
        "Redeem",
        "Use the most points allowed, or none",
        (Key("F8"), Key("Num++", Scope.EMPTY_BOX)),
        on_bar=True,
    ),
    Action(Do.CHOOSE_POINTS, "Choose points", "Use some of the points", (Key("Shift+F8"),)),
    Action(
        Do.TAKE_PART,
        "Take part",
        "The customer on the bill takes part in a campaign",
        (Key("Alt+J"), Key("J", Scope.CUSTOMER)),
    ),
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
        enter(Scope.EMPTY_BOX, Scope.PAY, Scope.LIST, Scope.CUSTOMER),
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
    Action(Do.VOUCHER, "Voucher", "Paid with a voucher of paper", (Key("V", Scope.PAY),)),
    Action(Do.SPLIT, "Split", "Paid in more than one way", (Key("S", Scope.PAY),)),
    Action(Do.DETACH, "Take card off", "Go on without this customer's card", (Key("Del", Scope.CUSTOMER),)),
    Action(Do.PRINT_CARD, "Print card", "Print this customer's card again, counted", (Key("P", Scope.CUSTOMER),)),
    Action(Do.STATEMENT, "Statement", "Print how this customer's points came about", (Key("S", Scope.CUSTOMER),)),
    Action(Do.BALANCE_SLIP, "Balance slip", "Print what this customer's points come to now", (Key("Ctrl+B"),)),
)
