"""Loyalty: a manager's pages about the programme: its rates, figures, tiers, rules, rewards, segments and campaigns."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.turning import Desk, Pages
from ui.work import Work

if TYPE_CHECKING:  # a page is also read from its file only when it is first asked for
    from ui.drives.page import DrivesPage
    from ui.figures.page import FiguresPage
    from ui.programmes.page import ProgrammesPage
    from ui.rates.page import RatesPage
    from ui.rewards.page import RewardsPage
    from ui.rules.page import RulesPage
    from ui.segments.page import SegmentsPage
    from ui.tiers.page import TiersPage


class Loyalty:
    """`comes` hears in words which rates begin next.

    `commands` open a page, `desks` are whose the commands of one page alone are.
    """

    def __init__(
        self, context: CounterContext, work: Work, keys: Commands, pages: Pages, comes: Callable[[str], None]
    ) -> None:
        self._context, self._work, self._keys, self._pages = context, work, keys, pages
        self._comes = comes
        self.commands: dict[Do, Callable[[], None]] = {
            Do.RATES: lambda: pages.turn(self.rates_page),
            Do.FIGURES: lambda: pages.turn(self.figures_page),
            Do.TIERS: lambda: pages.turn(self.tiers_page),
            Do.RULES: lambda: pages.turn(self.rules_page),
            Do.REWARDS: lambda: pages.turn(self.rewards_page),
            Do.SEGMENTS: lambda: pages.turn(self.segments_page),
            Do.DRIVES: lambda: pages.turn(self.drives_page),
            Do.PROGRAMMES: lambda: pages.turn(self.programmes_page),
        }
        self.desks: dict[Scope, Callable[[], Desk]] = {
            Scope.RATES: lambda: self.rates_page.desk,
            Scope.FIGURES: lambda: self.figures_page.desk,
            Scope.TIERS: lambda: self.tiers_page.desk,
            Scope.TIER_FORM: lambda: self.tiers_page.desk.form,
            Scope.RULES: lambda: self.rules_page.desk,
            Scope.RULE_FORM: lambda: self.rules_page.desk.form,
            Scope.RULE_TRIAL: lambda: self.rules_page.desk.tried_bill,
            Scope.REWARDS: lambda: self.rewards_page.desk,
            Scope.REWARD_FORM: lambda: self.rewards_page.desk.form,
            Scope.SEGMENTS: lambda: self.segments_page.desk,
            Scope.SEGMENT_FORM: lambda: self.segments_page.desk.form,
            Scope.DRIVES: lambda: self.drives_page.desk,
            Scope.DRIVE_FORM: lambda: self.drives_page.desk.form,
            Scope.PROGRAMMES: lambda: self.programmes_page.desk,
        }

    @cached_property
    def rates_page(self) -> RatesPage:
        from ui.rates.page import RatesPage

        return self._pages.put(RatesPage(self._context, self._work, self._keys, self._comes))

    @cached_property
    def figures_page(self) -> FiguresPage:
        from ui.figures.page import FiguresPage

        return self._pages.put(FiguresPage(self._context, self._work, self._keys))

    @cached_property
    def tiers_page(self) -> TiersPage:
        from ui.tiers.page import TiersPage

        return self._pages.put(TiersPage(self._context, self._work, self._keys))

    @cached_property
    def rules_page(self) -> RulesPage:
        from ui.rules.page import RulesPage

        return self._pages.put(RulesPage(self._context, self._work, self._keys))

    @cached_property
    def rewards_page(self) -> RewardsPage:
        from ui.rewards.page import RewardsPage

        return self._pages.put(RewardsPage(self._context, self._work, self._keys))

    @cached_property
    def segments_page(self) -> SegmentsPage:
        from ui.segments.page import SegmentsPage

        return self._pages.put(SegmentsPage(self._context, self._work, self._keys))

    @cached_property
    def drives_page(self) -> DrivesPage:
        from ui.drives.page import DrivesPage

        return self._pages.put(DrivesPage(self._context, self._work, self._keys))

    @cached_property
    def programmes_page(self) -> ProgrammesPage:
        from ui.programmes.page import ProgrammesPage

        return self._pages.put(ProgrammesPage(self._context, self._work, self._keys))
