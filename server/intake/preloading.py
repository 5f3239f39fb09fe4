"""Preloading: what a batch will read of its members, fetched for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from server.ledgers.store import ServerUnit


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a change is going to read: the card or the member it is for, and effects by verb and key."""

    card_number: str | None = None
    member_id: str | None = None
    effects: Sequence[tuple[str, str]] = ()


def preload_wanted(unit: ServerUnit, wanted: Iterable[Wanted]) -> None:
    """Have at hand what several changes are going to read."""
    every = list(wanted)
    _know_effects(unit, {effect for one in every for effect in one.effects})
    _know_cards(unit, {one.card_number for one in every if one.card_number is not None})
    known = unit.changes.holders
    _know_members(unit, {one.member_id for one in every if one.member_id is not None} - known.keys())
    _know_members(unit, {one.member.referrer_id for one in known.values() if one} - {None, *known})
    _know_points(unit, set(known))


def _know_effects(unit: ServerUnit, asked: set[tuple[str, str]]) -> None:
    for verb in {verb for verb, _ in asked}:
        keys = {key for one, key in asked if one == verb}
        found = unit.effects.results(verb, keys)
        unit.changes.effects.update({(verb, key): found.get(key) for key in keys})


def _know_cards(unit: ServerUnit, numbers: set[str]) -> None:
    """A card that may be used is the one its member is found with."""
    found = unit.members.by_cards(numbers) if numbers else {}
    for number in numbers:
        holder = found.get(number)
        unit.changes.cards[number] = holder.card if holder else None
        if holder is not None and holder.is_active:
            unit.changes.holders[holder.member.member_id] = holder


def _know_members(unit: ServerUnit, member_ids: Iterable[str | None]) -> None:
    wanted = [one for one in member_ids if one is not None]
    if wanted:
        unit.changes.holders.update(unit.members.by_ids(wanted))


def _know_points(unit: ServerUnit, member_ids: set[str]) -> None:
    if member_ids:
        unit.changes.accounts.update(unit.ledger.open_accounts(member_ids))
        unit.changes.activities.update(unit.activities.of_members(member_ids))
        unit.changes.no_leases.update(member_ids - unit.leases.perhaps_of(member_ids))


def preload(unit: ServerUnit, bodies: Iterable[Any]) -> None:
    """Have at hand who is named in these events, what they have, and what their bills count."""
    members = {one for body in bodies for one in _named(body)}
    unit.changes.holders.update(unit.members.by_ids(members))
    unit.changes.accounts.update(unit.ledger.open_accounts(members))
    unit.changes.activities.update(unit.activities.of_members(members))


def _named(body: Any) -> Iterator[str]:
    """Members of bills and entries; anything else is read when it is needed."""
    if not isinstance(body, dict):
        return
    entries = body.get("entries")
    for row in (body.get("bill"), *(entries if isinstance(entries, list) else ())):
        found = row.get("member_id") if isinstance(row, dict) else None
        if isinstance(found, str):
            yield found
