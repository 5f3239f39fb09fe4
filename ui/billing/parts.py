"""The parts a counter is made of, and how they are joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.domain.program import Program
from ui.billing.arriving import Arriving
from ui.billing.discounts import Discounts
from ui.billing.finding import Finder
from ui.billing.goods import Goods
from ui.billing.paying import Till
from ui.billing.points_choice import PointsChoice
from ui.billing.prompt import Prompt
from ui.billing.rewards import RewardChoice
from ui.billing.ringing import Ringing
from ui.billing.sale import Sale
from ui.billing.shelf import Shelf
from ui.billing.stage import Stage
from ui.billing.taking_part import TakingPart
from ui.context import CounterContext, PrintedReceipt
from ui.work import Work


class Box(Protocol):
    """Where words are typed."""

    def set_box(self, text: str) -> None: ...
    def focus_box(self) -> None: ...


class Parts:
    """`show` is called when what is to be seen has changed, `add` with the code of a product that was found by name."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        program: Program,
        *,
        show: Callable[[], None],
        put_back: Callable[[str], None],
        add: Callable[[str], None],
    ) -> None:
        self.stage = Stage(show)
        self.sale = Sale(context.desk, work, self.stage, program)
        self.ringing = Ringing(context.desk, self.stage, self.sale)
        self.goods = Goods(context.desk, work, self.stage, self.ringing)
        self.finder = Finder(
            context.desk, work, self.stage, self.sale, put_back=put_back, add=lambda product: add(product.code)
        )
        self.discounts = Discounts(context, work, self.stage, self.sale)
        self.till = Till(context, work, self.stage, self.sale, self.discounts)
        self.shelf = Shelf(context, work, self.stage, self.sale, self.finder)
        self.arriving = Arriving(context, self.stage, self.sale, self.shelf)
        self.points = PointsChoice(self.stage, self.sale)
        self.rewards = RewardChoice(context, work, self.stage, self.sale, printed=lambda one: self.on_printed(one))
        self.taking_part = TakingPart(context, work, self.stage, self.sale)
        self.on_printed: Callable[[PrintedReceipt | None], None] = lambda _: None
        self.prompt = Prompt(context.desk, work, self.stage, self.sale)

    def quiet(self) -> None:
        """A new command answers whatever the strip asked: an offer not taken is declined."""
        self.finder.offered = self.till.without_card = None
        self.stage.notice = None
