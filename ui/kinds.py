"""Kinds: what an event is called by people."""

from __future__ import annotations

from collections.abc import Mapping

_ONE, _MANY = 0, 1
_NAMES: Mapping[str, tuple[str, str]] = {
    "bill": ("bill", "bills"),
    "refund": ("return", "returns"),
    "enrol": ("new member", "new members"),
    "referrer": ("referral", "referrals"),
    "card": ("card blocked or unblocked", "cards blocked or unblocked"),
    "replace": ("new card", "new cards"),
    "edit": ("change of a member's details", "changes of members' details"),
    "adjust": ("points by hand", "points by hand"),
    "lease": ("points given back", "points given back"),
    "reprint": ("card printed again", "cards printed again"),
    "void": ("discarded bill", "discarded bills"),
    "review": ("check settled", "checks settled"),
    "expire": ("expiry", "expiries"),
    "tier": ("tier change", "tier changes"),
    "merge": ("merge", "merges"),
    "program": ("program", "programs"),
}
_OTHER = ("other entry", "other entries")


def kind_words(kind: str) -> str:
    """New member."""
    name = _NAMES.get(kind, _OTHER)[_ONE]
    return f"{name[:1].upper()}{name[1:]}"


def entries_words(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def kinds_words(kinds: Mapping[str, int], total: int) -> str:
    """9 bills, 2 new members and 1 more: most first; `total` counts also what was not looked into."""
    ordered = sorted(kinds.items(), key=lambda one: -one[1])
    parts = [f"{count} {_NAMES.get(kind, _OTHER)[_ONE if count == 1 else _MANY]}" for kind, count in ordered]
    unseen = total - sum(kinds.values())
    return ", ".join([*parts, f"{unseen} more"] if unseen > 0 else parts)
