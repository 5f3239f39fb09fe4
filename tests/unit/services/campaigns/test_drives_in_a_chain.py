"""Who takes part in a campaign, said at a counter without a line and known to the server and other counters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.drives import Drive
from app.services.campaigns import drives
from app.services.chain.images import digest_of, image_from_plain, image_to_plain, slim_image, whole_image
from app.services.intake import Incoming, take_in
from app.services.members import merging
from app.services.plain import NotPlainError
from app.services.posting import Page
from tests.desks import PROGRAM, STAFF, Shop
from tests.unit.services.chains import Pair, chained

WINTER = Drive("winter", "Winter", by_joining=True)
AT = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        pair.server.publish(replace(PROGRAM, drives=(WINTER,)))
        pair.tell()
        yield pair


@pytest.fixture
def member(pair: Pair) -> str:
    """Known to both."""
    member_id = pair.counter.member_id(pair.counter.enrol())
    pair.take_in()
    pair.tell()
    return member_id


def since(shop: Shop, member_id: str) -> datetime | None:
    with shop.store.reading() as uow:
        return uow.participations.of_member(member_id).get("winter")


def join(shop: Shop, member_id: str) -> datetime:
    joined_at = drives.participate(shop.desk, "winter", member_id, staff=STAFF).part.joined_at
    assert joined_at is not None
    return joined_at


def test_what_is_said_at_a_counter_is_known_at_the_server_and_told(pair: Pair, member: str) -> None:
    joined_at = join(pair.counter, member)
    pair.tell()
    assert since(pair.counter, member) == joined_at, "the server does not know yet, and that takes nothing away"
    pair.take_in()
    assert since(pair.server, member) == joined_at
    pair.tell()
    assert pair.images(pair.counter) == pair.images(pair.server)


def test_what_is_said_elsewhere_is_told_with_the_member(pair: Pair, member: str) -> None:
    joined_at = join(pair.server, member)
    pair.tell()
    assert since(pair.counter, member) == joined_at


def test_of_two_the_earlier_stands_whoever_comes_first(pair: Pair, member: str) -> None:
    early = join(pair.counter, member)
    pair.server.wait(days=1)
    assert join(pair.server, member) > early
    pair.take_in()
    assert since(pair.server, member) == early
    pair.tell()
    assert since(pair.counter, member) == early


def test_who_was_merged_away_meanwhile_takes_part_as_who_remains(pair: Pair, member: str) -> None:
    other = pair.counter.enrol("Ravi")
    pair.take_in()
    pair.tell()
    joined_at = join(pair.counter, member)
    with pair.server.store.reading() as uow:
        (card,) = uow.members.cards_of(member)
    merging.merge(pair.server.desk, [card.number], into=other, staff=STAFF)
    pair.take_in()
    assert since(pair.server, pair.counter.member_id(other)) == joined_at


@pytest.mark.parametrize("drive", ["", "d" * 41, 7, None])
def test_what_is_no_campaign_is_not_taken_in(pair: Pair, member: str, drive: object) -> None:
    body: dict[str, Any] = {"member": member, "drive": drive, "staff": STAFF}
    with pytest.raises(NotPlainError), pair.server.store.writing() as uow:
        take_in(Page.open(pair.server.desk, uow), Incoming("participate", body, AT, AT), keeps_facts=True)


def test_images_say_it_only_where_somebody_takes_part(pair: Pair, member: str) -> None:
    with pair.counter.store.reading() as uow:
        assert "drives" not in image_to_plain(whole_image(uow, member))
        slim = digest_of([slim_image(uow, member)])
    joined_at = join(pair.counter, member)
    with pair.counter.store.reading() as uow:
        image = whole_image(uow, member)
        assert digest_of([slim_image(uow, member)]) == slim
    assert image.taken_part() == {"winter": joined_at}
    assert image_from_plain(image_to_plain(image)) == image


def test_it_is_for_good(pair: Pair, member: str) -> None:
    joined_at = join(pair.counter, member)
    pair.counter.wait(days=400)
    assert join(pair.counter, member) == joined_at
    assert pair.counter.clock.today - joined_at == timedelta(days=400)
