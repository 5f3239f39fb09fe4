"""Where members were enrolled: known at the counter at once, to the server by what it takes in, and told with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.conditions import InSegment
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.segments import EnrolledIn, Segment
from app.services.campaigns.segment_members import count_members, members_in
from app.services.chain.images import digest_of, image_from_plain, image_to_plain, slim_image, whole_image
from tests.desks import PROGRAM, Shop, changed
from tests.unit.services.chains import MEMBERSHIP, Pair, chained

HERE, ELSEWHERE = (Segment(one, (EnrolledIn(frozenset({one})),)) for one in (MEMBERSHIP.store_id, "s2"))
GIFT = 500
GREETED = changed(
    PROGRAM,
    segments=(HERE, ELSEWHERE),
    rules=(
        DecisionRule("here", PointsFixed(GIFT), conditions=(InSegment(frozenset({HERE.segment_id})),)),
        DecisionRule("elsewhere", PointsFixed(1), conditions=(InSegment(frozenset({ELSEWHERE.segment_id})),)),
    ),
)


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        pair.server.publish(GREETED)
        pair.tell()
        yield pair


def home(shop: Shop, member_id: str) -> str | None:
    with shop.store.reading() as uow:
        return uow.homes.of(member_id)


def test_a_member_is_at_home_where_they_were_enrolled(pair: Pair) -> None:
    card = pair.counter.enrol()
    member = pair.counter.member_id(card)
    assert pair.counter.sell(card, ("General", 100)).bill.bonus_points == GIFT, "without a line"

    pair.take_in()
    pair.tell()

    assert home(pair.server, member) == home(pair.counter, member) == MEMBERSHIP.store_id
    assert pair.images(pair.counter) == pair.images(pair.server)


def test_who_was_enrolled_elsewhere_is_known_for_it(pair: Pair) -> None:
    card = pair.server.enrol()
    member = pair.server.member_id(card)
    pair.tell()
    assert home(pair.counter, member) is None, "the server is no store"
    assert pair.counter.sell(card, ("General", 100)).bill.bonus_points == 0
    pair.take_in()
    with pair.server.store.writing() as uow:
        uow.homes.add(member, "s2")
    pair.tell()
    assert home(pair.counter, member) == "s2"
    assert pair.counter.sell(card, ("General", 100)).bill.bonus_points == 1
    pair.tell(is_whole=False)
    assert home(pair.counter, member) == "s2", "who is told of no home keeps what is known"


def test_members_of_a_store_are_counted_and_listed(pair: Pair) -> None:
    pair.counter.enrol("Far")
    members = [pair.counter.member_id(pair.counter.enrol(name)) for name in ("Near", "Nearer")]
    with pair.counter.store.writing() as uow:
        uow.homes.put_all({members[0]: "s2"})

    found = count_members(pair.counter.desk, GREETED.segments, told=lambda _done, _of: None, stop=lambda: False)

    assert found == {HERE.segment_id: 2, ELSEWHERE.segment_id: 1}
    with pair.counter.store.reading() as uow:
        assert members_in(uow, ELSEWHERE, pair.counter.clock.today, limit=9) == members[:1]


def test_a_counter_that_is_alone_is_no_store(shop: Shop) -> None:
    assert home(shop, shop.member_id(shop.enrol())) is None


def test_images_say_it_only_where_it_is_known_and_the_member_whole(pair: Pair) -> None:
    member = pair.counter.member_id(pair.counter.enrol())
    other = pair.server.member_id(pair.server.enrol("Ravi"))
    with pair.counter.store.reading() as uow:
        image = whole_image(uow, member)
        slim = image_to_plain(slim_image(uow, member))
    assert image_from_plain(image_to_plain(image)) == image
    assert image_to_plain(image)["home"] == MEMBERSHIP.store_id
    with pair.server.store.reading() as uow:
        stranger = whole_image(uow, other)
    assert "home" not in {**image_to_plain(stranger), **slim}
    assert digest_of([stranger]) != digest_of([image])
