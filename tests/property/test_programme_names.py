"""Programmes' names: whatever is made, called otherwise and archived, no two that can come into force share one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.programmes import FIRST, Programme, ProgrammeStatus
from app.services.programs import programmes
from tests.desks import STAFF, Shop, memory_shop

NAMES = st.sampled_from((FIRST.name, FIRST.name.upper(), "Coins", "coins", "Straße", "STRASSE"))
DEEDS = st.lists(st.tuples(st.sampled_from(("make", "call", "archive")), NAMES, st.integers(0, 5)), max_size=12)


def living(shop: Shop) -> list[Programme]:
    every = (one.programme for one in programmes.programmes(shop.desk))
    return [one for one in every if one.status is not ProgrammeStatus.ARCHIVED]


def do(shop: Shop, deed: str, name: str, place: int) -> None:
    every = programmes.programmes(shop.desk)
    kept = every[place % len(every)].kept
    if deed == "make":
        programmes.create(shop.desk, Programme("", name), staff=STAFF)
        return
    told = {"name": name} if deed == "call" else {"status": ProgrammeStatus.ARCHIVED}
    programmes.change(shop.desk, replace(kept.programme, **told), revision=kept.revision, staff=STAFF)  # type: ignore[arg-type]


@given(DEEDS)
def test_no_two_share_one(deeds: list[tuple[str, str, int]]) -> None:
    with memory_shop() as shop:
        for deed, name, place in deeds:
            before = living(shop)
            try:
                do(shop, deed, name, place)
            except DomainError as refusal:
                if "another name" in refusal.message:
                    assert name.casefold() in {one.name.casefold() for one in before}
                assert living(shop) == before
            names = [one.name.casefold() for one in living(shop)]
            assert len(names) == len(set(names))
