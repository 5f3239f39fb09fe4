"""Deeds: what members do that is no bill, and other systems tell of: a review, a word to friends, anything else.

Source: docs/domain.md, Decision rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.domain.errors import invalid
from app.domain.triggers import Trigger
from app.services.desk import Desk
from app.services.members import happenings
from app.services.members.editing import known_member
from app.services.plain import dumps, loads
from app.services.ports import UnitOfWork
from app.services.posting import Page

TOLD: Final = (Trigger.REVIEW, Trigger.SOCIAL_SHARE, Trigger.CUSTOM)
REFERENCE_MAX = 80
_VERB = "deed"


@dataclass(frozen=True, slots=True)
class Deed:
    """`points` (hundredths) is what rules brought for it; `reference` is the teller's name for it."""

    member_id: str
    trigger: Trigger
    reference: str
    points: int


def record(desk: Desk, member_id: str, trigger: Trigger, reference: str, *, staff: str) -> Deed:
    """Note a deed and bring what rules give for it, once for each member, trigger and reference."""
    if trigger not in TOLD:
        raise invalid("That is not told from outside. Nothing was changed.")
    if not 1 <= len(reference) <= REFERENCE_MAX:
        raise invalid(f"What was done needs a reference of at most {REFERENCE_MAX} letters. Nothing was changed.")
    with desk.store.writing() as uow:
        member = known_member(uow, member_id).member
        cause, known = _cause(member_id, trigger, reference), _known(uow, member_id, trigger, reference)
        if known is not None:
            return replace(loads(Deed, known), member_id=member_id)
        page = Page.open(desk, uow)
        made = Deed(member_id, trigger, reference, happenings.done(page, member, trigger, cause=cause))
        uow.effects.record(_VERB, cause, dumps(made))
        body = {"deed": {"member_id": member_id, "trigger": trigger.value, "reference": reference}, "staff": staff}
        page.close(_VERB, body)
    return made


def _known(uow: UnitOfWork, member_id: str, trigger: Trigger, reference: str) -> str | None:
    """What was noted of it before, also of somebody who was merged into the member since."""
    known = uow.effects.result(_VERB, _cause(member_id, trigger, reference))
    theirs = (_known(uow, source, trigger, reference) for source, _ in uow.members.taken_in(member_id))
    return known or next(filter(None, theirs), None)


def _cause(member_id: str, trigger: Trigger, reference: str) -> str:
    return f"{trigger} {member_id} {reference}"
