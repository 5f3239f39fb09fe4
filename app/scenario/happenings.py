"""Happenings: what a scenario's members do besides buying, and what falls due with time."""

from __future__ import annotations

from app.domain.errors import invalid
from app.domain.triggers import Trigger
from app.scenario import answers
from app.scenario.answers import Result
from app.scenario.fields import Fields
from app.services.desk import Desk
from app.services.members import birthdays, deeds, members, profiles, sweeps
from app.services.rewards import voucher_sweeps

STAFF = "scenario"


def told(desk: Desk, number: str, step: Fields) -> Result:
    """Another system tells what a member did."""
    kind = step.text("kind").upper()
    if kind not in deeds.TOLD:
        raise invalid("That is not told from outside. Nothing was changed.")
    with desk.store.reading() as uow:
        member_id = members.required(uow, number).member.member_id
    made = deeds.record(desk, member_id, Trigger(kind), step.text("reference"), staff=STAFF)
    available = profiles.profile(desk, member_id).available
    return {"points": answers.points(made.points), "balance": answers.points(available)}


def swept(desk: Desk) -> Result:
    """What has fallen due by now is posted."""
    expired, lowered = sweeps.expire_all(desk), sweeps.review_tiers(desk, staff=STAFF)
    gone = voucher_sweeps.expire_all(desk)
    return {"expired": expired, "lowered": lowered, "birthdays": birthdays.give(desk), "vouchers": gone}
