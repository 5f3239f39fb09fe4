"""A counter at work, and one whose work is done only when told."""

import pytest

from tests.unit.ui.counters import rig
from tests.unit.ui.works import WhenTold


@pytest.fixture
def at():
    with rig() as made:
        yield made


@pytest.fixture
def slow():
    """A counter whose work is done only when told."""
    with rig(WhenTold()) as made:
        made.work.finish()
        yield made
