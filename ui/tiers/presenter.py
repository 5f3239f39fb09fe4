"""The tiers' decisions: one is typed and kept in the draft, or taken out; everybody is held against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.domain.errors import DomainError
from app.domain.tier_flaws import check_tiers
from app.domain.tiers import Level, TierScheme
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from app.services.tiers import tier_desk
from app.services.tiers.tier_whatif import TierMoves
from ui.actions import Do, Scope
from ui.context import CounterContext
from ui.draft_keys import Keys
from ui.errors import Notice, Tone, notice_of
from ui.tiers import wording
from ui.tiers.filling import form_of, form_of_all
from ui.tiers.form import TierForm
from ui.tiers.reading import level_of, scheme_of
from ui.tiers.state import TierRow, TiersState
from ui.tiers.trial import TierTrying
from ui.tried_desk import TriedDesk, View
from ui.words import tr
from ui.work import Work

KEYS: Final = Keys(
    drop=Do.DROP_TIERS,
    carry_over=Do.CARRY_TIERS_OVER,
    remove=Do.REMOVE_TIER,
    copy=None,
    edit=Do.EDIT_TIER,
    new=Do.NEW_TIER,
    publish=Do.PUBLISH_TIERS,
    keep=Do.KEEP_TIER,
    listed=Scope.TIERS,
    edited=Scope.TIER_FORM,
)
One = Level | TierScheme  # the scheme stands for what is one for all tiers


class TiersDesk(TriedDesk[One, TierForm, TiersState]):
    def __init__(self, context: CounterContext, work: Work, view: View[TiersState]) -> None:
        super().__init__(context, work, view, TiersState(), wording.OF_THE_DRAFT, KEYS)
        self._trying = TierTrying(work, self, view.tell)
        self._held: Mapping[str, int] = {}
        self._moves: TierMoves | None = None
        self.commands[Do.TRY_TIERS] = self._try

    def new(self) -> None:
        self._edit(TierForm(), "")

    def remove(self) -> None:
        """What members begin in stays, and so does how tiers are reached."""
        if isinstance(self._marked, TierScheme):
            self.remark(Notice(Tone.INFO, tr(wording.NOT_A_TIER)))
            return
        try:
            super().remove()
        except DomainError as refusal:
            self.refuse(refusal)

    def show_moves(self, moves: TierMoves | None) -> None:
        self._moves = moves
        self._show(rows=self._rows(self.known))

    @property
    def _tiers(self) -> TierScheme:
        return self.known.drafted.tiers

    @property
    def _listed(self) -> Sequence[One]:
        return (*self._tiers.levels, self._tiers)

    def _name(self, one: One) -> str:
        return one.name if isinstance(one, Level) else ""

    def _form(self, one: One) -> TierForm:
        if isinstance(one, TierScheme):
            return form_of_all(one)
        return form_of(one, self._tiers, self.known.program.currency)

    def _made(self, form: TierForm) -> One:
        if form.is_of_all:
            return scheme_of(form, self._tiers)
        if not form.name.strip():
            raise ValueError(tr(wording.NAMELESS))
        before = self._tiers.level(self._edited) if self._edited else Level("")
        return level_of(form, before, self.known.program.currency)

    def _judge(self, one: One, form: TierForm) -> tuple[str, str]:
        made, currency = self._with(one, form).over(self.known.base).tiers, self.known.program.currency
        words = (
            wording.sentence_of_all(made)
            if isinstance(one, TierScheme)
            else wording.sentence(made.level(one.name), made, currency)
        )
        try:
            check_tiers(made)
        except DomainError as refusal:
            return words, notice_of(refusal).text
        return words, ""

    def _with(self, one: One, _: TierForm) -> RateDraft:
        if isinstance(one, TierScheme):
            return replace(self.known.draft, tiers=one)
        return tier_desk.with_tier(self.known.draft, self.known.base, one, instead_of=self._edited)

    def _without(self, one: One) -> RateDraft:
        return tier_desk.without_tier(self.known.draft, self.known.base, self._name(one))

    def _kept(self, one: One) -> str:
        return tr(wording.KEPT, tier=one.name) if isinstance(one, Level) else tr(wording.KEPT_FOR_ALL)

    def _removed(self, one: One) -> str:
        return tr(wording.REMOVED, tier=self._name(one))

    def _rows(self, found: RatesFound) -> tuple[TierRow, ...]:
        return wording.rows(found, self._held, self._moves)

    def _besides(self, found: RatesFound) -> dict[str, Any]:
        return {
            "title": tr("Tiers v{version}", version=found.program.version),
            "changes": wording.changes(found),
        }

    def _know(self, found: RatesFound, words: str) -> None:
        self._moves = None
        super()._know(found, words)
        desk = self._context.desk
        self._work.latest("tiers held", lambda: tier_desk.held(desk), self._know_held, self.refuse)

    def _know_held(self, held: Mapping[str, int]) -> None:
        self._held = held
        self._show(rows=self._rows(self.known))
