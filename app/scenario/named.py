"""Named: the cards and bills of a case, by the names that its file gives them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.errors import Code, DomainError, invalid
from app.scenario.fields import Fields
from app.services.desk import Desk


@dataclass(slots=True)
class Named:
    """Card numbers and bill ids by name, and which key each bill's name was said with."""

    desk: Desk
    cards: dict[str, str] = field(default_factory=dict)
    bills: dict[str, str] = field(default_factory=dict)
    claimed: dict[str, str | None] = field(default_factory=dict)
    naming: threading.Lock = field(default_factory=threading.Lock)

    def number(self, name: str) -> str:
        if name not in self.cards:
            raise DomainError(
                Code.UNKNOWN_CARD, f"Card {name} is not in our list. Continue without it, or register it."
            )
        return self.cards[name]

    def optional_card(self, step: Fields) -> str | None:
        return self.number(step.text("card")) if step.has("card") else None

    def card_of(self, step: Fields) -> str | None:
        """Whose a step is: the card it names, the one that is merged into, or its bill's."""
        name = step.optional_text("card") or step.optional_text("into")
        if name is not None:
            return self.cards.get(name)
        bill_id = self.bills.get(step.optional_text("bill") or "")
        with self.desk.store.reading() as uow:
            bill = uow.bills.get(bill_id) if bill_id else None
            return bill.card_number if bill else None

    def bill(self, step: Fields) -> str:
        name = step.text("bill")
        if name not in self.bills:
            raise DomainError(Code.UNKNOWN_BILL, f"Bill {name} is not in our list. Nothing was changed.")
        return self.bills[name]

    @contextmanager
    def claiming(self, name: str, *, key: str | None) -> Iterator[None]:
        """A bill's name is one bill's, also in a race: only its own key may say it again. One refused gives it back."""
        with self.naming:
            mine = name not in self.claimed
            if not mine and (key is None or self.claimed[name] != key):
                raise invalid(f"Bill {name} is already made. Nothing was changed.")
            self.claimed[name] = key
        try:
            yield
        except DomainError:
            with self.naming:
                if mine:
                    del self.claimed[name]
            raise

    def key(self, step: Fields) -> str:
        return f"key {step.text('key')}" if step.has("key") else self.desk.ids.entity()
