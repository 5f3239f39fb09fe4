"""The prompt: what the text in the box means, and what Enter will do about it."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.member import Holder
from app.domain.money import Currency
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
    if mode in (Mode.PICK, Mode.HELD):
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
        return parse(f".{bare}" if looking and len(bare) == 4 and bare.isdigit() else text, *self._ground())

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
            lambda holders: self._tell(text, holders),
            lambda _: None,  # the hint stays as it was; Enter asks again, and says what is wrong
        )

    def _tell(self, text: str, holders: Sequence[Holder]) -> None:
        self._found = (text, _found_words(holders))
        self._stage.changed()


def _found_words(holders: Sequence[Holder]) -> str:
    if not holders:
        return tr("Nobody found yet")
    if len(holders) == 1:
        return ENTER + tr("find {name}", name=holders[0].member.name)
    names = ", ".join(one.member.name for one in holders[:3])
    more = " …" if len(holders) > 3 else ""
    return ENTER + tr("choose from {n}: {names}", n=len(holders), names=f"{names}{more}")
