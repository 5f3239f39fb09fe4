"""Budgets of rules at the server: shares granted to counters, what they say they used, what is asked back.

What is granted to a counter is set aside until the counter says that it used it or gives it back; nothing is ever set
free because a counter is lost: it may have brought it to bills that come late. Source: docs/decisions, 20.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.lease import outstanding
from app.domain.points import HUNDREDTHS
from app.services.campaigns.budgets import budgets_of, free
from app.services.chain.granting import Holding, totals_said
from app.services.desk import Desk
from app.services.ports import BudgetShare
from app.services.posting import Page
from app.services.records import to_micros
from server.identity import devices
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerUnit
from server.rights.leases import server_store
from sync.protocol import Topic

LIVING_WITHIN = timedelta(days=7)


def settle(unit: ServerUnit, holding: Holding, totals: Any) -> dict[str, int]:
    """Note a counter's own totals, as its event says them. Returns what it brought without a right to it, by rule."""
    over = {}
    for rule_id, (spent, returned) in sorted(totals_said(totals, "budget").items()):
        before = unit.budgets.get(rule_id, counter_code=holding.counter_code, epoch=holding.epoch)
        after = before.rights.with_totals(spent=spent, returned=returned)
        unit.budgets.put(replace(before, rights=after))
        beyond = max(0, -after.held) - max(0, -before.rights.held)
        if beyond > 0:
            over[rule_id] = beyond
    return over


def share_out(desk: Desk) -> None:
    """Give every living counter its share of every budget."""
    with server_store(desk).writing() as unit:
        page = Page.open(desk, unit)
        if share_in(unit, page.at):
            page.close("budgets", {})


def share_in(unit: ServerUnit, at: datetime) -> bool:
    """Half of what is free or with living counters already, in equal parts: asked again, it stays as it is.

    Where somebody's part could not be filled, those who hold more than theirs are asked to give the rest back; and all
    of it of rules that are no more. Returns whether anything changed.
    """
    budgets = _budgets(unit, at)
    epochs = {one.counter_code: _epoch(unit, one) for one in _living(unit, at)}
    changed = [
        share
        for rule_id, budget in sorted(budgets.items())
        for share in _shared(unit, rule_id, budget, epochs)
        if share != _stored(unit, share)
    ]
    for code, epoch in epochs.items():
        mine = (one for one in unit.budgets.of_counter(code) if one.epoch == epoch and one.rule_id not in budgets)
        changed += [replace(one, keep=0) for one in mine if one.keep != 0 and one.rights.outstanding]
    for share in changed:
        unit.budgets.put(share)
        unit.changes.subjects.add(Subject(Topic.BUDGET, share.rule_id, share.counter_code))
    return bool(changed)


def _stored(unit: ServerUnit, share: BudgetShare) -> BudgetShare:
    return unit.budgets.get(share.rule_id, counter_code=share.counter_code, epoch=share.epoch)


def _budgets(unit: ServerUnit, at: datetime) -> Mapping[str, int]:
    """Of the rules in force, and of those that wait for their time: whoever has no line then has its share by then."""
    found: dict[str, int] = {}
    for program in [*unit.programs.waiting(at), unit.programs.in_force(at)]:
        found |= budgets_of(program)
    return found


def _living(unit: ServerUnit, at: datetime) -> Sequence[Device]:
    since = to_micros(at - LIVING_WITHIN)
    known = devices.every(unit.scope)
    return [one for one in known if one.status is DeviceStatus.ACTIVE and one.last_seen_at >= since]


def _epoch(unit: ServerUnit, device: Device) -> int:
    return max(device.epoch, Chains(unit.scope).included(device.counter_code).epoch)


def _shared(unit: ServerUnit, rule_id: str, budget: int, epochs: Mapping[str, int]) -> list[BudgetShare]:
    mine = [unit.budgets.get(rule_id, counter_code=code, epoch=epoch) for code, epoch in sorted(epochs.items())]
    room = max(0, free(unit, rule_id, budget))
    pot = room + outstanding(one.rights for one in mine)
    target = pot // 2 // max(1, len(mine)) // HUNDREDTHS * HUNDREDTHS
    after, is_short = [], False
    for one in mine:
        lacking = max(0, target - one.rights.outstanding)
        points = min(lacking, room)
        room, is_short = room - points, is_short or points < lacking
        after.append(replace(one, rights=one.rights.with_granted(points)) if points else one)
    return [replace(one, keep=target if is_short and one.rights.outstanding > target else None) for one in after]
