"""Opening: what the counter says and settles before the first key."""

from dataclasses import replace

from app.demo_shop import MEENA
from app.services.members import adjustments


def test_what_a_person_should_know_is_said_at_once(open_window) -> None:
    with open_window(lambda context: replace(context, notice="The data file has lost its end.")) as counter:
        counter.hand.settle()
        assert counter.said == "The data file has lost its end."


def test_what_has_expired_meanwhile_is_posted(open_window) -> None:
    with open_window() as counter:
        desk = counter.till.desk
        adjustments.adjust(desk, MEENA, points=500, reason="test", staff="test", key="k", expires_at=desk.clock.now())
        assert kinds(desk) == ["ADJUST", "ADJUST"]
    with open_window() as counter:
        counter.hand.settle()
        assert kinds(counter.till.desk) == ["ADJUST", "ADJUST", "EXPIRE"]


def kinds(desk) -> list[str]:
    with desk.store.reading() as uow:
        member = uow.members.by_card(MEENA).member
        return [posting.entry.kind.value for posting in uow.ledger.of_member(member.member_id)]
