"""Kinds: what an event is called by people."""

from __future__ import annotations

from collections.abc import Mapping

from ui.words import later, later_n, tr, tr_n

_ENTRIES: Mapping[str, tuple[str, tuple[str, str]]] = {
    "bill": (later("Bill"), later_n("{n} bill", "{n} bills")),
    "refund": (later("Return"), later_n("{n} return", "{n} returns")),
    "refund-unseen": (
        later("Return of a bill not seen"),
        later_n("{n} return of a bill not seen", "{n} returns of bills not seen"),
    ),
    "enrol": (later("New member"), later_n("{n} new member", "{n} new members")),
    "referrer": (later("Referral"), later_n("{n} referral", "{n} referrals")),
    "card": (
        later("Card blocked or unblocked"),
        later_n("{n} card blocked or unblocked", "{n} cards blocked or unblocked"),
    ),
    "replace": (later("New card"), later_n("{n} new card", "{n} new cards")),
    "edit": (
        later("Change of a member's details"),
        later_n("{n} change of a member's details", "{n} changes of members' details"),
    ),
    "adjust": (later("Points by hand"), later_n("{n} time points by hand", "{n} times points by hand")),
    "lease": (later("Points given back"), later_n("{n} time points given back", "{n} times points given back")),
    "reprint": (later("Card printed again"), later_n("{n} card printed again", "{n} cards printed again")),
    "reveal": (later("Private data looked at"), later_n("{n} look at private data", "{n} looks at private data")),
    "shift-open": (later("Shift opened"), later_n("{n} shift opened", "{n} shifts opened")),
    "shift-move": (later("Drawer opened"), later_n("{n} opened drawer", "{n} opened drawers")),
    "shift-count": (later("Cash counted"), later_n("{n} cash count", "{n} cash counts")),
    "shift-close": (later("Shift report"), later_n("{n} shift report", "{n} shift reports")),
    "void": (later("Discarded bill"), later_n("{n} discarded bill", "{n} discarded bills")),
    "review": (later("Check settled"), later_n("{n} check settled", "{n} checks settled")),
    "expire": (later("Expiry"), later_n("{n} expiry", "{n} expiries")),
    "tier": (later("Tier change"), later_n("{n} tier change", "{n} tier changes")),
    "merge": (later("Members merged"), later_n("{n} merge", "{n} merges")),
    "program": (later("Rates and rules"), later_n("{n} change of rates", "{n} changes of rates")),
    "staff": (later("Change of staff"), later_n("{n} change of staff", "{n} changes of staff")),
}
_OTHER = (later("Other entry"), later_n("{n} other entry", "{n} other entries"))


def kind_words(kind: str) -> str:
    """New member."""
    name, _ = _ENTRIES.get(kind, _OTHER)
    return tr(name)


def entries_words(count: int) -> str:
    return tr_n("{n} entry", "{n} entries", count)


def kinds_words(kinds: Mapping[str, int], total: int) -> str:
    """9 bills, 2 new members and 1 more: most first; `total` counts also what was not looked into."""
    ordered = sorted(kinds.items(), key=lambda one: -one[1])
    parts = [_counted(kind, count) for kind, count in ordered]
    unseen = total - sum(kinds.values())
    return ", ".join([*parts, tr_n("{n} more", "{n} more", unseen)] if unseen > 0 else parts)


def _counted(kind: str, count: int) -> str:
    _, (one, many) = _ENTRIES.get(kind, _OTHER)
    return tr_n(one, many, count)
