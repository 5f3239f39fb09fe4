"""A shop's story, told twice: whatever happens at its desk, a file and PostgreSQL have the same rows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, select

from app.domain.errors import DomainError
from app.domain.member import CardStatus
from app.domain.quote import MAX
from app.persistence.engine import open_memory
from app.persistence.tables.bills import bills
from app.persistence.tables.members import cards
from app.services.keeping import books
from app.services.members import card_status, members, merging, profiles, sweeps
from app.services.sales import carts
from tests.desks import STAFF, Shop, cart, shop_on
from tests.postgres import PREPARED, Cluster, SeenThrough

SECRET = bytes(range(32))
NAMES = ("Zoya Khan", "asha Rao", "Ásha", "आशा पाटील", "asha", "Éva \U0001f48a", "Ravi")

Step = Callable[[Shop], object]

people = st.integers(0, 3)
rupees = st.integers(1, 2000)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Something that happens at the desk. People are named by when they joined, bills by when they were rung up."""
    who, other, amount = draw(people), draw(people), draw(rupees)
    return draw(
        st.sampled_from(
            [
                lambda shop: shop.sell(card(shop, who), ("Medicines", amount), ("General", 100)),
                lambda shop: shop.sell(card(shop, who), ("General", amount), redeem=MAX),
                lambda shop: shop.sell(None, ("General", amount)),
                lambda shop: shop.credit(card(shop, who), amount * 100),
                lambda shop: shop.credit(card(shop, who), -amount * 10),
                lambda shop: shop.give_back(bill(shop, who), amount),
                lambda shop: shop.give_back(bill(shop, other), {"1": 1 + amount % 5}),
                lambda shop: shop.cancel(bill(shop, who)),
                lambda shop: merging.merge(shop.desk, [card(shop, who)], into=card(shop, other), staff=STAFF),
                lambda shop: card_status.replace_card(shop.desk, card(shop, who), staff=STAFF),
                lambda shop: card_status.set_card_status(shop.desk, card(shop, who), CardStatus.BLOCKED, staff=STAFF),
                lambda shop: carts.hold(shop.desk, cart=cart(("General", amount)), member_id=None, label=NAMES[who]),
                lambda shop: shop.wait(amount % 500),
                lambda shop: sweeps.expire_all(shop.desk),
                lambda shop: sweeps.review_tiers(shop.desk, staff=STAFF),
                lambda shop: books.rebuild(shop.desk),
            ]
        )
    )


def card(shop: Shop, who: int) -> str:
    return _known(shop, select(cards.c.number))[who]


def bill(shop: Shop, number: int) -> str:
    rung = _known(shop, select(bills.c.bill_id))
    return rung[number % len(rung)] if rung else "none"


def _known(shop: Shop, of: Select[tuple[str]]) -> list[str]:
    with shop.store.transactions.reader.begin() as connection:
        return sorted(connection.execute(of).scalars())


def lived(shop: Shop, story: Sequence[Step]) -> Shop:
    for number, name in enumerate(NAMES):
        shop.enrol(name, phone=f"98765{number:05}", referrer_card=card(shop, 0) if number == 2 else None)
    for step in story:
        with suppress(DomainError):
            step(shop)
    return shop


def answers(shop: Shop) -> list[object]:
    """What is asked of the store in an order, or by a part of a word."""
    by_name = [members.find_name(shop.desk, prefix) for prefix in ("a", "A", "á", "आ", "asha", "z", "é", "")]
    shown = [profiles.profile(shop.desk, holder.member.member_id) for found in by_name for holder in found]
    held = [one.label for one in carts.held(shop.desk)]
    return [by_name, shown, held, books.verify(shop.desk)]


@contextmanager
def told_twice(cluster: Cluster) -> Iterator[tuple[Shop, Shop]]:
    memory = open_memory()
    with cluster.copied(PREPARED) as place:
        postgres = SeenThrough(place)
        try:
            yield shop_on(memory, "shop", secret=SECRET), shop_on(postgres, "shop", secret=SECRET)
        finally:
            postgres.dispose()
            memory.dispose()


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(story=st.lists(steps(), min_size=5, max_size=25))
def test_a_shops_story_leaves_the_same_rows_in_both_homes(postgres_cluster: Cluster, story: list[Step]) -> None:
    with told_twice(postgres_cluster) as (here, there):
        lived(here, story)
        lived(there, story)
        assert there.tables() == here.tables()
        assert answers(there) == answers(here)
        there.sound()
