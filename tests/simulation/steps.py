"""What every kind of step has: a world, and ways to pick somebody of it."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from app.domain.errors import DomainError
from app.domain.member import Holder
from app.services.desk import Desk
from app.services.members import members
from app.services.ports import Review
from tests.simulation.beginning import first_day
from tests.simulation.counter import Counter
from tests.simulation.world import World


def rough(steps: Steps) -> bool:
    return steps.is_rough


counters = st.integers(0, 3)
picks = st.integers(0, 5)


class Steps(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World(first_day())
        self.is_rough = False

    @initialize(is_rough=st.booleans())
    def begin(self, is_rough: bool) -> None:
        """In rough programs files are copied and put back and clocks are wrong; in others more else happens."""
        self.is_rough = is_rough

    def at(self, number: int) -> Counter:
        return self.world.counters[number % len(self.world.counters)]

    def card(self, pick: int) -> str | None:
        """One of the cards in customers' hands, the newest first."""
        cards = self.world.cards
        return cards[-1 - pick % len(cards)] if cards else None

    def open_review(self, desk: Desk, pick: int) -> Review | None:
        """Something that somebody has to check there, the newest first."""
        with desk.store.reading() as unit:
            found = unit.shared.reviews(is_open=True)
        return found[-1 - pick % len(found)] if found else None

    def holder(self, number: int, pick: int) -> Holder | None:
        """Whose card it is, where the counter knows them."""
        card, counter = self.card(pick), self.at(number)
        try:
            found = members.find_card(counter.desk, card) if card else ()
        except DomainError:
            return None
        return found[0] if found else None
