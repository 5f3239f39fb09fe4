"""State: what the page of products shows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.services.catalogue.catalogue import Outlook
from app.services.catalogue.catalogue_list import ProductList
from app.services.catalogue.catalogue_records import Product
from app.services.lists import Problem
from ui.errors import Notice


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A list that was read, and what taking it in would do."""

    file: Path
    found: ProductList
    outlook: Outlook

    @property
    def rows(self) -> Sequence[ListRow]:
        """What is wrong first, then what changes, then what is new."""
        return (*self.found.problems, *self.outlook.changed, *self.outlook.added)


ListRow = Problem | tuple[Product, Product] | Product


@dataclass(frozen=True, slots=True)
class CatalogueState:
    """`path` is what stands in the field; `checked` the list it named when it was last tried; `count` of products."""

    path: str = ""
    checked: CheckedList | None = None
    is_busy: bool = False
    is_taken_in: bool = False
    count: int = 0
    notice: Notice | None = None

    @property
    def can_take_in(self) -> bool:
        return not (self.is_busy or self.is_taken_in) and self.checked is not None and bool(self.checked.found.products)

    @property
    def can_save_rest(self) -> bool:
        return not self.is_busy and self.checked is not None and bool(self.checked.found.problems)
