"""An item: when it may not be sold any more."""

from datetime import date

import pytest

from app.domain.item import Item


@pytest.mark.parametrize(
    ("expires_on", "expired"), [(None, False), (date(2026, 6, 30), False), (date(2026, 6, 29), True)]
)
def test_its_last_day_is_a_day_of_sale(expires_on: date | None, expired: bool) -> None:
    assert Item("1", expires_on=expires_on).has_expired(date(2026, 6, 30)) is expired
