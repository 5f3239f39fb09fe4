"""Joining, acknowledging, giving back: what a counter of a chain notes, and what it leaves to its server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import Code
from app.domain.lease import Floor, Lease
from app.domain.member import CardStatus
from app.services.chain.acknowledging import Acknowledgement, acknowledge, raise_review, rewind, set_bond
from app.services.chain.images import digest_of, image_from_plain, image_to_plain
from app.services.chain.joining import join
from app.services.chain.returning import held, return_ended, return_unused
from app.services.keeping import books
from app.services.members import birthdays, card_status, merging, sweeps
from app.services.plain import NotPlainError
from app.services.ports import Bond, ChainPoint, EventVerdict
from tests.desks import STAFF, changed
from tests.unit.services.chains import MEMBERSHIP, Pair, chained


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def leased(pair: Pair, points: int, *, name: str = "Ravi") -> tuple[str, str]:
    """A member with points here and rights to some of them: their card and their id."""
    card = pair.counter.enrol(name)
    pair.counter.credit(card, 100_00)
    pair.take_in()
    member_id = pair.counter.member_id(card)
    pair.tell(leases=[pair.grant(member_id, points)])
    return card, member_id


def test_joining_begins_an_epoch_and_keeps_the_history_to_be_sent(pair: Pair) -> None:
    with pair.counter.store.reading() as uow:
        head = uow.journal.head()
    assert (head.epoch, pair.link().bond, pair.link().leases_since) == (2, Bond.ACTIVE, 0)


def test_another_code_or_another_chain_is_refused(pair: Pair) -> None:
    with pair.counter.refuses(Code.INVALID, saying="approved this counter as B1"):
        join(pair.counter.desk, replace(MEMBERSHIP, counter_code="B1"))
    with pair.counter.refuses(Code.INVALID, saying="another chain"):
        join(pair.counter.desk, replace(MEMBERSHIP, tenant_id="t2"))


def test_let_in_again_it_goes_on_where_it_was(pair: Pair) -> None:
    leased(pair, 0)
    before = pair.link()
    link = join(pair.counter.desk, replace(MEMBERSHIP, client_id="t1.c2", epoch=3))
    assert (link.client_id, link.acked, link.position, link.bond) == (
        "t1.c2",
        before.acked,
        before.position,
        Bond.JOINING,
    )
    assert link.leases_since > 0


def test_what_was_sealed_after_a_fork_is_never_sent_and_shown(pair: Pair) -> None:
    pair.counter.enrol()
    pair.tell()
    assert pair.link().position > 0
    set_bond(pair.counter.desk, Bond.FORKED)
    set_bond(pair.counter.desk, Bond.FORKED)
    link = join(pair.counter.desk, replace(MEMBERSHIP, epoch=3))
    assert (link.acked, link.position, link.seen) == (ChainPoint(2, 1), 0, 0), "everything is told from the start"
    (review,) = pair.reviews()
    assert (review.kind, review.facts["until"]) == ("NEVER_SENT", 1)


def test_verdicts_are_kept_and_shown_once(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.sell(card, ("General", 100))
    verdicts = (
        EventVerdict(ChainPoint(2, 1), "APPLIED", None, None),
        EventVerdict(ChainPoint(2, 2), "QUARANTINED", "MEMBER-UNKNOWN", "Somebody has to look."),
        EventVerdict(ChainPoint(2, 3), "PARKED", "BEHIND", None),
        EventVerdict(ChainPoint(2, 9), "APPLIED_OVER_LIMIT", "OVER-LIMIT", None),
    )
    for _ in range(2):
        acknowledge(pair.counter.desk, Acknowledgement(ChainPoint(2, 3), verdicts))
    assert pair.link().acked == ChainPoint(2, 3)
    over, quarantined = pair.reviews()
    assert (quarantined.facts["event"], str(quarantined.facts["bill"])[-6:]) == ("bill", "000001")
    assert (over.kind, "event" in over.facts) == ("OVER_LIMIT", False)
    with pair.counter.store.reading() as uow:
        assert [one.status for one in uow.shared.verdicts()] == ["QUARANTINED", "PARKED", "APPLIED_OVER_LIMIT"]


def test_an_older_answer_moves_nothing_back_and_a_rewind_does(pair: Pair) -> None:
    pair.counter.enrol()
    acknowledge(pair.counter.desk, Acknowledgement(ChainPoint(2, 1), ()))
    acknowledge(pair.counter.desk, Acknowledgement(ChainPoint(1, 1), ()))
    assert pair.link().acked == ChainPoint(2, 1)
    assert rewind(pair.counter.desk, ChainPoint(2, 0))
    assert (pair.link().acked, pair.link().position) == (ChainPoint(2, 0), 0)
    assert not rewind(pair.counter.desk, ChainPoint(2, 0))


def test_a_fork_stops_the_counter(pair: Pair) -> None:
    acknowledge(
        pair.counter.desk, Acknowledgement(ChainPoint(1, 1), (EventVerdict(ChainPoint(2, 1), "FORK", "FORK", None),))
    )
    assert (pair.link().bond, [one.kind for one in pair.reviews()]) == (Bond.FORKED, ["FORK"])


def test_a_review_is_raised_once(pair: Pair) -> None:
    for _ in range(2):
        raise_review(pair.counter.desk, "DRIFT", "9/", {"members": 1})
    assert [one.review_id for one in pair.reviews()] == ["DRIFT/9/"]


def test_nobody_is_bound_to_nobody() -> None:
    with chained() as pair:
        set_bond(pair.server.desk, Bond.REVOKED)
        with pair.server.store.reading() as uow:
            assert uow.links.get() is None


def test_unused_rights_go_back_and_no_more_than_those(pair: Pair) -> None:
    card, member_id = leased(pair, 60_00)
    pair.counter.sell(card, ("General", 100), redeem=20_00)
    assert return_unused(pair.counter.desk, {member_id: 10_00, "nobody": 5_00}) == 10_00
    assert held(pair.counter.desk, member_id) == 30_00
    assert return_unused(pair.counter.desk, {member_id: 90_00}) == 30_00
    before = pair.counter.tables()
    assert return_unused(pair.counter.desk, {member_id: 1_00}) == 0
    assert pair.counter.tables() == before
    with pair.counter.store.reading() as uow:
        kinds = [event.kind for event in uow.journal.after(ChainPoint(2, 0), limit=100)]
    assert kinds[-2:] == ["lease", "lease"]


def test_rights_that_have_ended_or_are_on_whom_was_merged_away_go_back_by_themselves(pair: Pair) -> None:
    counter, office = pair.counter, pair.server
    ending, merged, other = (leased(pair, 60_00, name=name) for name in ("Ending", "Merged", "Other"))
    end = counter.clock.today + timedelta(days=2)
    pair.tell(leases=[replace(pair.grant(ending[1], 60_00), lease=Lease(granted=60_00, usable_until=end))])
    assert return_ended(counter.desk) == 0
    counter.clock.today = end
    merging.merge(office.desk, [merged[0]], into=other[0], staff=STAFF)
    pair.tell()
    assert return_ended(counter.desk) == 120_00
    assert [held(counter.desk, one) for _, one in (ending, merged, other)] == [0, 0, 60_00]
    assert return_ended(counter.desk) == 0


def test_an_answer_to_a_push_forgets_no_floor_spending(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.credit(card, 100_00)
    pair.take_in()
    pair.tell(floor=Floor(card=10_00, counter=50_00))
    pair.counter.sell(card, ("General", 100), redeem=10_00)
    pair.take_in()
    with pair.counter.store.reading() as uow:
        assert uow.links.floor_used(pair.counter.member_id(card)) == (10_00, 10_00)


def test_what_only_the_server_does_is_refused(pair: Pair) -> None:
    card, other = pair.counter.enrol("One"), pair.counter.enrol("Other")
    card_status.set_card_status(pair.counter.desk, card, CardStatus.BLOCKED, staff=STAFF)
    with pair.counter.refuses(Code.ONLY_SERVER, saying="rules are published"):
        pair.counter.publish(changed(enabled=False))
    with pair.counter.refuses(Code.ONLY_SERVER, saying="members are merged"):
        merging.merge(pair.counter.desk, [card], into=other, staff=STAFF)
    with pair.counter.refuses(Code.ONLY_SERVER, saying="unblocked"):
        card_status.set_card_status(pair.counter.desk, card, CardStatus.ACTIVE, staff=STAFF)
    with pair.counter.refuses(Code.ONLY_SERVER, saying="made again"):
        books.rebuild(pair.counter.desk)


def test_what_falls_due_is_the_servers(pair: Pair) -> None:
    card = pair.counter.enrol(tier="Silver")
    pair.counter.credit(card, 10_00, policy_expiry=True)
    pair.counter.wait(days=800)
    before = pair.counter.tables()
    assert (sweeps.expire_all(pair.counter.desk), sweeps.review_tiers(pair.counter.desk, staff=STAFF)) == (0, 0)
    assert birthdays.give(pair.counter.desk) == 0
    assert pair.counter.tables() == before


def test_the_books_of_a_counter_hold_though_others_earn_and_spend(pair: Pair) -> None:
    card, _ = leased(pair, 60_00)
    pair.server.credit(card, 500_00)
    pair.tell()
    pair.counter.sell(card, ("General", 100), redeem=20_00)
    assert books.verify(pair.counter.desk).faults == ()


def test_an_image_whose_sums_do_not_hold_is_refused(pair: Pair) -> None:
    leased(pair, 0)
    (image,) = pair.images(pair.counter)
    with pair.counter.store.reading() as uow:
        (line,) = uow.ledger.all()
    wrong = (
        replace(image, points=1),
        replace(image, debt=5),
        replace(image, lines=(replace(line, entry=replace(line.entry, member_id="other")),)),
    )
    for one in wrong:
        with pytest.raises(NotPlainError):
            image_from_plain(image_to_plain(one))
    plain = image_to_plain(replace(image, lines=(line,)))
    plain["lines"][0]["entry"]["points"] = 0
    with pytest.raises(NotPlainError, match="an entry moves points"):
        image_from_plain(plain)


def test_a_digest_is_of_images_in_their_order(pair: Pair) -> None:
    pair.counter.enrol("One")
    pair.counter.enrol("Other")
    one, other = pair.images(pair.counter, is_whole=False)
    assert digest_of([one, other]) == digest_of(iter([one, other])) != digest_of([other, one])
