"""The prompt: what the text in the box means, and what Enter will do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.member import Holder
from app.domain.money import Currency
from app.services.catalogue.catalogue_records import Product
from app.services.desk import Desk
from ui.billing.finding import Search, search
from ui.billing.intents import FindCard, FindLastFour, FindName, FindPhone, Intent
from ui.billing.sale import Sale
from ui.billing.smartbox import CategoryKey, hint, parse
from ui.billing.stage import Mode, Stage
from ui.words import later, tr
from ui.work import Work

ENTER = "↵ "  # how a hint says that it tells what Enter does
LIST_HINT = later("choose; Esc goes back to the bill")
BACK_HINT = later("Esc goes back to the bill")
FIND_HINT = later("Type a phone, a name, or the last four digits of phone or card")


def _pane_hint(mode: Mode) -> str:
    if mode in (Mode.PICK, Mode.HELD, Mode.BATCH):
        return f"{ENTER}{tr(LIST_HINT)}"
    return tr(FIND_HINT if mode is Mode.FIND else BACK_HINT)


class Prompt:
    """`text` is what the box holds; `default_category` where an amount goes that names none."""

    def __init__(self, desk: Desk, work: Work, stage: Stage, sale: Sale) -> None:
        self.text = ""
        self.default_category = 0
        self._desk = desk
        self._work = work
        self._stage = stage
        self._sale = sale
        self._found: tuple[str, str] = ("", "")

    def read(self, text: str) -> None:
        """The box changed: say at once what the words mean, and soon whom they name."""
        self.text = text
        intent = self.meaning(text)
        if isinstance(intent, (FindCard, FindPhone, FindLastFour, FindName)):
            self._peek(text, intent)
        self._stage.changed()

    def meaning(self, text: str) -> Intent:
        """While a customer is being looked for, four digits are the end of a number and not an amount."""
        bare = text.strip()
        looking = self._stage.mode is Mode.FIND
        intent = parse(f".{bare}" if looking and len(bare) == 4 and bare.isdigit() else text, *self._ground())
        return replace(intent, people_only=True) if looking and isinstance(intent, FindName) else intent

    @property
    def hint(self) -> str:
        if self.text and self.text == self._found[0]:
            return self._found[1]
        if not self.text and self._stage.mode is not Mode.RING:
            return _pane_hint(self._stage.mode)
        if not self.text and self._sale.is_priced and self._sale.quote is not None:
            return ENTER + tr("pay {money}", money=self._sale.program.currency.text(self._sale.quote.payable_minor))
        return hint(self.meaning(self.text), has_lines=bool(self._sale.bill.lines))

    @property
    def category_name(self) -> str:
        """The category amounts go to; none while the shop has no categories."""
        names = tuple(self._sale.program.categories)
        return names[self.default_category % len(names)] if names else ""

    def _ground(self) -> tuple[list[CategoryKey], Currency]:
        """What an amount is read by: the categories, the one it falls in first, and the shop's currency."""
        program = self._sale.program
        keys = [CategoryKey(str(n), name) for n, name in enumerate(program.categories, 1)]
        return sorted(keys, key=lambda one: one.name != self.category_name), program.currency

    def _peek(self, text: str, wanted: Search) -> None:
        self._work.latest(
            "peek",
            lambda: search(self._desk, wanted),
            lambda found: self._tell(text, found),
            lambda _: None,  # the hint stays as it was; Enter asks again, and says what is wrong
        )

    def _tell(self, text: str, found: Sequence[Holder | Product]) -> None:
        self._found = (text, _found_words(found))
        self._stage.changed()


def times_typed(text: str) -> Decimal | None:
    """How often what is scanned next is wanted: "3*" in the box says three times."""
    times = re.fullmatch(r"([1-9][0-9]{0,3})\*", text.strip())
    return Decimal(times[1]) if times else None


def _found_words(found: Sequence[Holder | Product]) -> str:
    if not found:
        return tr("Nobody found yet")
    if len(found) == 1:
        only = found[0]
        return ENTER + (tr("add {name}", name=only.name) if isinstance(only, Product) else _find_words(only))
    names = ", ".join(one.name if isinstance(one, Product) else one.member.name for one in found[:3])
    more = " …" if len(found) > 3 else ""
    return ENTER + tr("choose from {n}: {names}", n=len(found), names=f"{names}{more}")


def _find_words(holder: Holder) -> str:
    return tr("find {name}", name=holder.member.name)
