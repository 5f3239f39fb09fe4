"""The tiers' decisions: figures are typed, everybody is held against them, and a PIN publishes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.domain.staff import Permission
from app.domain.tier_flaws import check_tiers
from app.domain.tiers import TierScheme
from app.services.desk import Desk
from app.services.tiers import tier_desk, tier_whatif
from app.services.tiers.tier_desk import TiersFound
from app.services.tiers.tier_whatif import TierMoves
from ui import foreseen
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import SECOND
from ui.errors import Notice, Tone, notice_of
from ui.publishing import Publisher
from ui.session import Asked
from ui.tiers import wording
from ui.tiers.state import Part, TiersState
from ui.words import tr
from ui.work import Work


class View(Protocol):
    def show_state(self, state: TiersState) -> None: ...
    def tell(self, done: int, of: int) -> None:
        """How many members are looked at, from whatever thread; it comes back through `tried`."""


class _Trial:
    is_stopped = False


class TiersDesk:
    """The draft is this page's own, until it is published or dropped."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context, self._work, self._view = context, work, view
        self._found: TiersFound | None = None
        self._draft: TierScheme | None = None
        self._trial = _Trial()
        self._publisher = Publisher(context, work, self._begin, lambda notice: self._show(notice=notice))
        self.state = TiersState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.PUBLISH_TIERS: self._ask_to_publish,
            Do.DROP_TIERS: self._drop,
            Do.TRY_TIERS: self._try,
        }

    def open(self) -> None:
        self.state = TiersState(marked=self.state.marked, turn=self.state.turn + 1)
        self._read()

    def close(self) -> None:
        self._trial.is_stopped = True

    def back(self) -> bool:
        """Esc stops a trial first."""
        is_trying, self._trial.is_stopped = self.state.is_trying, True
        return is_trying

    def do(self, what: Do) -> None:
        if self._found is not None and not self.state.is_busy:
            self.commands[what]()

    def mark(self, index: int) -> None:
        if self._draft is not None and 0 <= index < len(self._draft.levels):
            self._show_draft(marked=index)

    def type(self, part: Part, text: str) -> None:
        """A figure was typed. What is wrong with it is said, and what stood there stands again."""
        if self._draft is None or self.state.is_busy:
            return
        try:
            drafted = wording.having(self._draft, self.state.marked, part, text)
            check_tiers(drafted)
        except ValueError as wrong:
            self._show_draft(notice=Notice(Tone.WARN, str(wrong)))
        except DomainError as refusal:
            self._show_draft(notice=notice_of(refusal))
        else:
            if drafted != self._draft:
                self._draft = drafted
                self._show_draft(notice=None)
                self._try()

    def tried(self, done: int, of: int) -> None:
        if self.state.is_trying:
            self._show(impact=tr(wording.TRYING, done=done, of=of))

    def _read(self, words: str = "") -> None:
        desk = self._context.desk
        self._work.latest("tiers", lambda: tier_desk.look(desk), lambda found: self._know(found, words), self._refuse)

    def _know(self, found: TiersFound, words: str) -> None:
        is_anew = self._found is None or self._found.program.version != found.program.version
        self._found = found
        if is_anew or self._draft is None:
            self._draft = found.program.tiers
        known = self._publisher.notice(is_led=found.is_led)
        self._show_draft(notice=Notice(Tone.GOOD, words) if words else known, is_busy=False)
        self._try()

    def _show_draft(self, **shown: Any) -> None:
        found, draft = self._found, self._draft
        assert found is not None, "the page is open"
        assert draft is not None, "the page is open"
        marked = min(shown.pop("marked", self.state.marked), len(draft.levels) - 1)
        level, currency = draft.levels[marked], found.program.currency
        rows = (
            wording.row(one, before, found.held.get(one.name, 0), currency)
            for one, before in zip(draft.levels, found.program.tiers.levels, strict=True)
        )
        self._show(
            rows=tuple(rows),
            marked=marked,
            title=level.name,
            typed=wording.typed(draft, level),
            has_changes=draft != found.program.tiers,
            turn=self.state.turn + 1,
            **shown,
        )

    def _drop(self) -> None:
        self._draft = None
        self._read(tr(wording.DROPPED))

    def _ask_to_publish(self) -> None:
        if not self.state.has_changes:
            self._show(notice=Notice(Tone.INFO, tr(wording.UNCHANGED)))
        else:
            desk, found = self._context.desk, self._found
            assert found is not None, "the page is open"
            what = self._publisher.what(tr(wording.PUBLISH), is_led=found.is_led)
            asked = Asked(what, Permission.CATALOGUE, lambda by: self._publish(desk, by))
            foreseen.ask_pin(self._context, self._work, asked, self._verb(found), self._refuse)

    def _verb(self, found: TiersFound) -> Callable[[Desk], object]:
        """What is done here, or asked of the server."""
        draft, base, staff = self._draft, found.program.version, self._context.cashier
        assert draft is not None, "the page is open"
        verb = tier_desk.propose_tiers if found.is_led else tier_desk.publish_tiers
        return lambda stage: verb(stage, draft, base=base, by=staff)

    def _publish(self, desk: Desk, by: str) -> None:
        found, draft = self._found, self._draft
        assert found is not None, "the page is open"
        assert draft is not None, "the page is open"
        base = found.program.version
        self._publisher.publish(
            lambda: tier_desk.publish_tiers(desk, draft, base=base, by=by),
            lambda: tier_desk.propose_tiers(desk, draft, base=base, by=by),
            is_led=found.is_led,
            then=self._published,
            refused=lambda error: self._not_alone(tier_desk.as_of_tiers(error), desk, by),
        )

    def _not_alone(self, error: Exception, desk: Desk, by: str) -> None:
        """Above the limit of one person a second one is asked for, once."""
        found = self._found
        self._refuse(error)
        if isinstance(error, DomainError) and error.code is Code.NEEDS_APPROVAL and desk.approved_by is None:
            assert found is not None, "the page is open"
            what = self._publisher.what(tr(SECOND), is_led=found.is_led)
            granted = partial(self._publish_with, desk, by)
            self._context.session.asks(Asked(what, Permission.CATALOGUE, granted))

    def _publish_with(self, desk: Desk, by: str, second: str) -> None:
        self._publish(desk.approved(second), by)

    def _begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def _published(self, made: Program) -> None:
        self._draft = None
        self._read(tr(wording.PUBLISHED, version=made.version))

    def _try(self) -> None:
        """Hold everybody against the draft; of several drafts the last one is tried."""
        found, draft, desk, self._trial.is_stopped = self._found, self._draft, self._context.desk, True
        if found is None or draft is None or draft == found.program.tiers:
            self._show(is_trying=False, impact=tr(wording.UNCHANGED))
            return
        self._trial = trial = _Trial()
        self._show(is_trying=True)
        self._work.latest(
            "tier what if",
            lambda: tier_whatif.dry_run(desk, draft, told=self._view.tell, stop=lambda: trial.is_stopped),
            lambda moves: self._know_moves(moves, draft),
            self._refuse,
        )

    def _know_moves(self, moves: TierMoves | None, scheme: TierScheme) -> None:
        words = tr(wording.STOPPED) if moves is None else wording.impact(moves, scheme)
        self._show(is_trying=False, impact=words)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, is_trying=False, notice=notice_of(error))

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
