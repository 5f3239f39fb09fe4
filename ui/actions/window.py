"""Commands of the whole window: heard wherever one is."""

from __future__ import annotations

from ui.actions.action import Action, Key
from ui.actions.do import Do
from ui.actions.scope import Scope

WINDOW = (
    Action(Do.HELP, "Help", "This sheet of keys", (Key("F1", Scope.EVERYWHERE),), on_bar=True),
    Action(
        Do.BACK, "Back", "Step back: clears the box, closes a pane; the bill stays", (Key("Esc", Scope.EVERYWHERE),)
    ),
    Action(Do.COUNTER, "Counter", "Back to the bill from any page", (Key("Alt+1", Scope.EVERYWHERE),)),
    Action(
        Do.SHIFT,
        "Shift",
        "Open and close the shift, cash in and out, X and Z reports",
        (Key("F7", Scope.EVERYWHERE), Key("Alt+5", Scope.EVERYWHERE)),
    ),
    Action(Do.CAMERA, "Camera", "Scan with the camera, or stop it", (Key("F12", Scope.EVERYWHERE),)),
    Action(
        Do.SCANNER,
        "Scanner & camera",
        "See what the scanner sends, teach it, and test the camera",
        (Key("Ctrl+Shift+C", Scope.EVERYWHERE),),
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
    Action(Do.PRINTERS, "Printers", "Set up printers, and test them", (Key("Ctrl+Shift+R", Scope.EVERYWHERE),)),
    Action(Do.PRINT_QUEUE, "Print queue", "What waits to be printed", (Key("Ctrl+Shift+Q", Scope.EVERYWHERE),)),
    Action(
        Do.RETURN,
        "Return",
        "Take goods back: everything it moves is shown first",
        (Key("Ctrl+R", Scope.EVERYWHERE), Key("Alt+4", Scope.EVERYWHERE)),
    ),
    Action(
        Do.PROFILE,
        "Members",
        "All that is known of a customer, and what can be done for them",
        (Key("Alt+2", Scope.EVERYWHERE), Key("F", Scope.CUSTOMER)),
    ),
    Action(Do.STAFF, "Staff", "Who works here, their roles and PINs", (Key("Ctrl+Shift+T", Scope.EVERYWHERE),)),
    Action(
        Do.PRODUCTS,
        "Products",
        "Import a list of products; it is tried first",
        (Key("Ctrl+Shift+I", Scope.EVERYWHERE),),
    ),
    Action(
        Do.BACKUPS, "Backup", "Copies of the data file: made, tried, put back", (Key("Ctrl+Shift+B", Scope.EVERYWHERE),)
    ),
    Action(
        Do.RATES,
        "Rates",
        "What categories earn: changed, tried on bills that were sold, published for a day",
        (Key("Alt+6", Scope.EVERYWHERE),),
    ),
    Action(
        Do.FIGURES,
        "Figures",
        "What points are worth, when they end, how they are earned, used and rounded: changed and published",
        (Key("Alt+F", Scope.EVERYWHERE),),
    ),
    Action(
        Do.TIERS,
        "Tiers",
        "What tiers ask and bring: changed, held against everybody, published",
        (Key("Alt+0", Scope.EVERYWHERE),),
    ),
    Action(
        Do.RULES,
        "Rules",
        "Decision rules: points on top, multipliers, other rates, for whom and when",
        (Key("Alt+9", Scope.EVERYWHERE),),
    ),
    Action(
        Do.REWARDS,
        "Rewards",
        "What points can be changed for: made, changed and published with the rates",
        (Key("Alt+W", Scope.EVERYWHERE),),
    ),
    Action(
        Do.SEGMENTS,
        "Segments",
        "Members that rules and campaigns are for: made, changed and published with the rates",
        (Key("Alt+G", Scope.EVERYWHERE),),
    ),
    Action(
        Do.DRIVES,
        "Campaigns",
        "Sets of rules with days and goals on a timeline: made, changed and published with the rates",
        (Key("Alt+A", Scope.EVERYWHERE),),
    ),
    Action(
        Do.PROGRAMMES,
        "Programmes",
        "What members take part in: its kind, its days, what points are called, which is in force",
        (Key("Alt+M", Scope.EVERYWHERE),),
    ),
    Action(
        Do.REPORTS,
        "Reports",
        "What was sold, earned, used and owed, as charts and tables",
        (Key("Alt+7", Scope.EVERYWHERE),),
    ),
    Action(
        Do.KEYS,
        "Keys",
        "Other keys for commands, and a sheet of keys to print",
        (Key("Ctrl+Shift+K", Scope.EVERYWHERE),),
    ),
    Action(
        Do.HEALTH,
        "Health of the counter",
        "Printer, scanner, camera, clock, disk, backup: how they are, with a test",
        (Key("Ctrl+Shift+H", Scope.EVERYWHERE),),
    ),
    Action(
        Do.LICENCES, "Licences", "What this program stands on, and its terms", (Key("Ctrl+Shift+L", Scope.EVERYWHERE),)
    ),
    Action(Do.TRAINING, "Training", "How to practise where nothing counts", (Key("Ctrl+Shift+E", Scope.EVERYWHERE),)),
    Action(
        Do.NEXT_TASK, "Tasks", "In training: the next of six tasks, timed", (Key("Ctrl+Shift+N", Scope.EVERYWHERE),)
    ),
    Action(Do.LOCK, "Lock", "Somebody else, or nobody; the bill stays", (Key("Ctrl+L", Scope.EVERYWHERE),)),
)
