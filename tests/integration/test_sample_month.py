"""The sample shop with a month behind it: sound, quiet, and something to see on every page of the manager's desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app import demo_shop, sample_month
from app.bootstrap import open_till, opened_till
from app.domain.points import HUNDREDTHS
from app.services.desk import Desk
from app.services.keeping import books
from app.services.members.profiles import profile
from app.services.programs.program import current
from app.services.reports.catalogue import REPORTS, report
from app.services.reports.period import Days
from app.services.whatif.whatif import impact
from app.settings import Settings


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    settings = Settings(data_dir=str(tmp_path_factory.mktemp("sample")))
    with opened_till(settings) as till:
        sample_month.begin(till.desk)
    with open_till(settings) as till:
        yield till.desk


def test_its_books_are_sound_and_its_bills_of_the_month_before_today(shop: Desk) -> None:
    assert books.verify(shop).sound
    today = shop.calendar.day_of(shop.clock.now())
    with shop.store.reading() as uow:
        days = [shop.calendar.day_of(bill.occurred_at) for bill in uow.bills.all()]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (today - timedelta(days=sample_month.DAYS), today - timedelta(days=1))


def test_none_of_its_receipts_is_printed_now(shop: Desk) -> None:
    with shop.store.reading() as uow:
        assert not uow.prints.open(most=1)


@pytest.mark.parametrize(
    ("card", "points"), [(demo_shop.RAVI, 2_340), (demo_shop.MEENA, 5_120), (demo_shop.FARHAN, 85)]
)
def test_cards_of_the_readme_have_the_points_it_names(shop: Desk, card: str, points: int) -> None:
    assert profile(shop, "", card_number=card).available == points * HUNDREDTHS


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_something_to_show(shop: Desk, name: str) -> None:
    today = shop.calendar.day_of(shop.clock.now())
    assert report(shop, name, Days(today - timedelta(days=sample_month.DAYS), today)).rows


def test_a_draft_is_tried_on_its_bills(shop: Desk) -> None:
    live = current(shop)
    twice = {
        name: replace(category, point_percent=2 * (category.point_percent or Decimal(0)))
        for name, category in live.categories.items()
    }
    found = impact(shop, replace(live, categories=twice), told=lambda *_: None, stop=lambda: False)
    assert found is not None
    assert found.draft.earned > found.live.earned > 0
