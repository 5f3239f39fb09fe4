"""Commands of the pages about members and what they bring back, and of PINs."""

from __future__ import annotations

from ui.actions.action import Action, Key, enter
from ui.actions.do import Do
from ui.actions.scope import Scope

PEOPLE = (
    Action(
        Do.SAVE,
        "Save and print",
        "Save the new member, print their card and put them on the bill",
        (Key("Ctrl+Return", Scope.FORM), Key("Ctrl+Enter", Scope.FORM), Key("F9", Scope.FORM)),
    ),
    Action(Do.CONSENT, "Customer agrees", "The customer agrees to what is written there", (Key("Alt+C", Scope.FORM),)),
    Action(Do.FIND_MEMBER, "Find a member", "Type a phone, last four digits or a name", (Key("F2", Scope.MEMBERS),)),
    Action(Do.POINTS_TAB, "Points", "Points by the day they expire", (Key("Ctrl+1", Scope.MEMBERS),)),
    Action(Do.LEDGER_TAB, "Movements", "Everything that moved points", (Key("Ctrl+2", Scope.MEMBERS),)),
    Action(Do.ABOUT_TAB, "About", "Cards, friends brought, tiers", (Key("Ctrl+3", Scope.MEMBERS),)),
    Action(Do.OLDER, "Older", "Movements before those that are shown", (Key("F5", Scope.MEMBERS),)),
    Action(Do.SHOW_PHONE, "Show contacts", "Phone and e-mail; it is noted who looked", (Key("Ctrl+H", Scope.MEMBERS),)),
    Action(Do.EDIT_MEMBER, "Change", "Name, phone, e-mail, birthday, language", (Key("F4", Scope.MEMBERS),)),
    Action(
        Do.REPLACE_CARD, "Replace card", "Give another card; the lost one stops at once", (Key("F8", Scope.MEMBERS),)
    ),
    Action(Do.BLOCK_CARD, "Block card", "Stop the card, or let it work again", (Key("Ctrl+Del", Scope.MEMBERS),)),
    Action(Do.ADJUST_POINTS, "Points by hand", "Give or take points, with a reason", (Key("Ctrl+J", Scope.MEMBERS),)),
    Action(Do.JOIN_DRIVE, "Take part", "Choose a campaign that they take part in", (Key("Alt+J", Scope.MEMBERS),)),
    Action(Do.SET_TIER, "Tier by hand", "Put them in a tier, with a reason", (Key("Ctrl+T", Scope.MEMBERS),)),
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
    Action(Do.FIND_RETURN, "Find the bill", "Type the number of the bill that comes back", (Key("F2", Scope.RETURNS),)),
    Action(Do.LAST_BILL, "Last bill", "The last bill of the customer on the counter", (Key("F3", Scope.RETURNS),)),
    Action(Do.TICK, "Tick", "All of the marked line comes back, or none of it", (Key("Space", Scope.RETURNS),)),
    Action(Do.FEWER, "Fewer", "One less of the marked line", (Key("-", Scope.RETURNS), Key("Num+-", Scope.RETURNS))),
    Action(Do.MORE, "More", "One more of the marked line", (Key("+", Scope.RETURNS), Key("Num++", Scope.RETURNS))),
    Action(Do.RETURN_ALL, "All", "All that is left of the bill comes back", (Key("Ctrl+A", Scope.RETURNS),)),
    Action(Do.EVIDENCE, "Evidence", "All that is known of this bill, as one PDF", (Key("Ctrl+E", Scope.RETURNS),)),
    Action(Do.WAY_BACK, "Another way", "Give the money back in another way", (Key("F4", Scope.RETURNS),)),
    Action(
        Do.GIVE_BACK,
        "Give back",
        "Do the return exactly as it is shown, and print its paper",
        (Key("F9", Scope.RETURNS), Key("Ctrl+Return", Scope.RETURNS), Key("Ctrl+Enter", Scope.RETURNS)),
    ),
    Action(Do.ENTER_PIN, "OK", "This is the PIN", enter(Scope.PIN)),
    Action(Do.PERSON_BEFORE, "Person before", "Somebody else, further up", (Key("Up", Scope.PIN),)),
    Action(Do.PERSON_AFTER, "Person after", "Somebody else, further down", (Key("Down", Scope.PIN),)),
)
