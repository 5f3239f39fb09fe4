"""Intake: one event of a counter's chain posted into this ledger, whoever keeps it.

The server runs it on what counters send; a counter runs it on its own events that the server's answers do not contain
yet, over the state it was told. Facts come as they were sealed; what points they use is decided by the lots found here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.services.intake import claims, history, people, points, refunds, sales, shifts, vouchers
from app.services.intake.decisions import take_decision
from app.services.intake.taking import CannotTakeIn, Incoming, Note, Taken, Taking
from app.services.posting import Page
from app.services.rewards.rewards import ISSUED, MOVED
from app.services.rewards.voucher_sweeps import EXPIRED, RELEASED
from app.services.shifts.shift_figures import CLOSE, COUNT, MOVE, OPEN, UNSEEN

__all__ = ["CannotTakeIn", "Incoming", "Note", "Taken", "take_in"]


def take_in(page: Page, event: Incoming, *, keeps_facts: bool) -> Taken:
    """Post an event; bills and refunds are stored with it where `keeps_facts`, elsewhere they stand already.

    Raises CannotTakeIn, NotPlainError, AssertionError or DomainError; what the page holds then is to be thrown away.
    """
    verb = _OF_HISTORY.get(event.kind) if event.is_history else None
    verb = verb or _VERBS.get(event.kind)
    if verb is None:
        raise CannotTakeIn("KIND-UNKNOWN", f"This server cannot post an event of the kind {event.kind[:40]!r}.")
    taking = Taking(page, page.uow, event, keeps_facts)
    page.at = event.at
    verb(taking)
    return taking.taken


def _nothing(_: Taking) -> None:
    """It stays in the chain and moves nothing: an unpaid bill put away, cards printed again, staff, products, cash."""


def _review(taking: Taking) -> None:
    """At the counter itself it is settled already."""
    if taking.keeps_facts:
        taking.taken.decided += take_decision(taking.uow, taking.body, at=taking.event.at, note=taking.note)


_VERBS: Mapping[str, Callable[[Taking], None]] = {
    "enrol": people.enrol,
    "referrer": people.referrer,
    "card": people.card_status,
    "replace": people.replace_card,
    "edit": people.edit,
    "participate": people.participate,
    "bill": sales.bill,
    "refund": refunds.refund,
    UNSEEN: refunds.unseen,
    "adjust": points.post_entries,
    "lease": _nothing,  # every event may carry the totals of rights
    "review": _review,
    "void": _nothing,
    "reprint": _nothing,
    "reveal": _nothing,
    "staff": _nothing,
    "catalogue": _nothing,
    "claim": claims.claim,
    OPEN: shifts.opened,
    MOVE: _nothing,
    COUNT: _nothing,
    CLOSE: shifts.closed,
    ISSUED: vouchers.issued,
    MOVED: vouchers.moved,
    RELEASED: vouchers.released,
}
_OF_HISTORY: Mapping[str, Callable[[Taking], None]] = {
    "expire": points.post_entries,
    "birthday": points.post_entries,
    "tier": history.tier,
    "merge": history.merge,
    "program": history.publish,
    "programme": _nothing,  # its versions say what it was when they were in force
    EXPIRED: vouchers.expired,
}
