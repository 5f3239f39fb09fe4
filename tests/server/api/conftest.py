"""A billing program of a new tenant's, on each kind of database."""

from __future__ import annotations

import pytest

from tests.server.api.billing import Billing
from tests.server.callers import Shop


@pytest.fixture
def billing(shop: Shop) -> Billing:
    return Billing.of(shop)
