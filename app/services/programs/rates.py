"""Rates: the manager's draft of rates, figures, rules and what stands with them, publishing it, and what was before.

Source: docs/rates.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.cases import SavedCase, failures
from app.domain.drive_changes import DriveChange, drive_changes, drives_carried_over
from app.domain.errors import invalid
from app.domain.figures import FigureChange, Figures, figure_changes, figures_carried_over
from app.domain.flaws import Flaw
from app.domain.program import Program
from app.domain.rates import Difference, Rates, carried_over, differences
from app.domain.reward_changes import RewardChange, reward_changes, rewards_carried_over
from app.domain.rule_changes import RuleChange, rule_changes, rules_carried_over
from app.domain.segment_changes import SegmentChange, segment_changes, segments_carried_over
from app.domain.tier_changes import TierChange, following, tier_changes, tiers_carried_over
from app.services.authority import is_led, refuse_in_chain
from app.services.chain.stores import KnownStores, stores_of
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs.publishing import Proposal, judge, publish_proposed
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rule_checks import as_drafted, flaws_of, refuse_wrong
from app.services.programs.versions import Version, history
from app.services.rewards.voucher_rights import left_of_all


@dataclass(frozen=True, slots=True)
class RatesFound:
    """`program` is in force, `waiting` begins next; `draft` is somebody's own, and `base` what it began from.

    `newer` and those like it are published since: what is different there from what the draft began
    from. `flaws` are those of the draft's rules, `cases` have to bring what they bring before it is published. `left`
    is how many there still are of the draft's rewards that have a stock, by reward; empty where nobody can tell here.
    """

    at: datetime
    program: Program
    waiting: Sequence[Program]
    draft: RateDraft
    base: Program
    newer: Sequence[Difference]
    newer_figures: Sequence[FigureChange]
    newer_rules: Sequence[RuleChange]
    newer_rewards: Sequence[RewardChange]
    newer_segments: Sequence[SegmentChange]
    newer_drives: Sequence[DriveChange]
    newer_tiers: Sequence[TierChange]
    history: Sequence[Version]
    is_led: bool
    flaws: Sequence[Flaw]
    cases: Sequence[SavedCase]
    left: Mapping[str, int]
    stores: KnownStores

    @property
    def changes(self) -> Sequence[Difference]:
        return differences(Rates.of(self.base), self.draft.rates)

    @property
    def figure_changes(self) -> Sequence[FigureChange]:
        return figure_changes(Figures.of(self.base), Figures.of(self.drafted))

    @property
    def rule_changes(self) -> Sequence[RuleChange]:
        return rule_changes(self.base.rules, self.drafted.rules)

    @property
    def reward_changes(self) -> Sequence[RewardChange]:
        return reward_changes(self.base.rewards, self.drafted.rewards)

    @property
    def segment_changes(self) -> Sequence[SegmentChange]:
        return segment_changes(self.base.segments, self.drafted.segments)

    @property
    def drive_changes(self) -> Sequence[DriveChange]:
        return drive_changes(self.base.drives, self.drafted.drives)

    @property
    def tier_changes(self) -> Sequence[TierChange]:
        return tier_changes(self.base.tiers, self.drafted.tiers)

    @property
    def has_changes(self) -> bool:
        return not self.drafted.has_the_rules_of(self.base)

    @property
    def has_newer(self) -> bool:
        """Whether somebody has published since the draft began."""
        return self.base.version != self.history[0].publication.version

    @property
    def failing(self) -> Sequence[str]:
        """The saved cases that come to something else under the draft, each in a sentence."""
        return tuple(failures(self.cases, self.drafted))

    @property
    def drafted(self) -> Program:
        """The rules as the draft has them."""
        return self.draft.over(self.base)


@dataclass(frozen=True, slots=True)
class Coming:
    """The version that begins next, seen from an instant."""

    at: datetime
    program: Program


def coming(desk: Desk) -> Coming | None:
    """What begins next; None where nothing waits for its day."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        waiting = uow.programs.waiting(at)
        return Coming(at, waiting[0]) if waiting else None


def look(desk: Desk, staff: str) -> RatesFound:
    """Where the rates stand, with somebody's draft; a new one has the rates of the highest version."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        latest = uow.programs.version(uow.programs.latest_version())
        draft = _draft_of(uow, staff, latest)
        base = uow.programs.version(draft.base)
        newer, newer_rules = differences(Rates.of(base), Rates.of(latest)), rule_changes(base.rules, latest.rules)
        program, waiting = uow.programs.in_force(at), uow.programs.waiting(at)
        flaws = flaws_of(desk, as_drafted(desk, draft, base), base=base, at=at)
        return RatesFound(
            at,
            program,
            waiting,
            draft,
            base,
            newer,
            figure_changes(Figures.of(base), Figures.of(latest)),
            newer_rules,
            reward_changes(base.rewards, latest.rewards),
            segment_changes(base.segments, latest.segments),
            drive_changes(base.drives, latest.drives),
            tier_changes(base.tiers, latest.tiers),
            history(uow),
            is_led(uow),
            flaws,
            uow.programs.cases(),
            left_of_all(desk, uow, draft.over(base).rewards),
            stores_of(uow),
        )


def keep(desk: Desk, draft: RateDraft) -> None:
    """Keep a draft as it stands. What is wrong with its rates is refused; its day is looked at when it is published."""
    with desk.store.writing() as uow:
        at = desk.instant(uow.journal.head())
        base = uow.programs.version(draft.base)
        refuse_wrong(desk, as_drafted(desk, draft, base), base=base, at=at)
        uow.programs.put_draft(draft)


def drop(desk: Desk, staff: str) -> None:
    with desk.store.writing() as uow:
        uow.programs.drop_draft(staff)


def revert(desk: Desk, version: int, *, staff: str) -> RateDraft:
    """A draft like an older version in the place of what was. Nothing is published."""
    with desk.store.writing() as uow:
        if version <= 0 or not uow.programs.has(version):
            raise invalid("There is no such version of the rates. Nothing was changed.")
        latest = uow.programs.version(uow.programs.latest_version())
        older = uow.programs.version(version)
        rates = Rates.of(older)
        categories = {**latest.categories, **{k: v for k, v in rates.categories.items() if k in latest.categories}}
        rates = replace(rates, categories=categories)
        draft = RateDraft(
            staff,
            latest.version,
            rates,
            rules=older.rules,
            rewards=older.rewards,
            segments=older.segments,
            drives=older.drives,
            tiers=following(latest.tiers, older.tiers),
            figures=Figures.of(older if older.programme.programme_id == latest.programme.programme_id else latest),
        )
        uow.programs.put_draft(draft)
    return draft


def carry_over(desk: Desk, staff: str) -> RateDraft:
    """What somebody changed, made of the highest version instead of the one the draft began from."""
    with desk.store.writing() as uow:
        latest = uow.programs.version(uow.programs.latest_version())
        draft = _draft_of(uow, staff, latest)
        base = uow.programs.version(draft.base)
        moved = replace(
            draft,
            base=latest.version,
            rates=carried_over(Rates.of(base), draft.rates, Rates.of(latest)),
            rules=rules_carried_over(base.rules, draft.over(base).rules, latest.rules),
            rewards=rewards_carried_over(base.rewards, draft.over(base).rewards, latest.rewards),
            segments=segments_carried_over(base.segments, draft.over(base).segments, latest.segments),
            drives=drives_carried_over(base.drives, draft.over(base).drives, latest.drives),
            tiers=tiers_carried_over(base.tiers, draft.over(base).tiers, latest.tiers),
            figures=figures_carried_over(*(Figures.of(one) for one in (base, draft.over(base), latest))),
        )
        uow.programs.put_draft(moved)
    return moved


def publish_draft(desk: Desk, staff: str, *, by: str) -> Program:
    """Publish somebody's draft, as `by`, who has shown that it is them. The draft is gone then. Raises as `judge`."""
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rates are published")
        proposal = _judged_draft(desk, uow, staff, by)
        made = publish_proposed(desk, uow, proposal)
        uow.programs.drop_draft(staff)
    return made


def propose_draft(desk: Desk, staff: str, *, by: str) -> Proposal:
    """The same for a counter of a chain: what its server is asked to publish. Nothing is changed."""
    with desk.store.reading() as uow:
        return _judged_draft(desk, uow, staff, by)


def withdraw(desk: Desk, *, by: str) -> Program:
    """Let what waits for its day never begin: the rules in force are published once more, to hold now."""
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rates are published")
        return publish_proposed(desk, uow, _judged_withdrawal(desk, uow, by))


def propose_withdrawal(desk: Desk, *, by: str) -> Proposal:
    """The same for a counter of a chain. Nothing is changed."""
    with desk.store.reading() as uow:
        return _judged_withdrawal(desk, uow, by)


def _judged_draft(desk: Desk, uow: UnitOfWork, staff: str, by: str) -> Proposal:
    latest = uow.programs.version(uow.programs.latest_version())
    draft = _draft_of(uow, staff, latest)
    program = as_drafted(desk, draft, uow.programs.version(draft.base))
    proposal = Proposal(draft.base, program, by, desk.approved_by)
    judge(desk, uow, proposal)
    return proposal


def _judged_withdrawal(desk: Desk, uow: UnitOfWork, by: str) -> Proposal:
    proposal = Proposal(uow.programs.latest_version(), None, by)
    judge(desk, uow, proposal)
    return proposal


def _draft_of(uow: UnitOfWork, staff: str, latest: Program) -> RateDraft:
    """Somebody's draft; a new one where there is none, or where exactly that was published since it began."""
    draft = uow.programs.draft(staff)
    if draft is None:
        return _fresh(staff, latest)
    drafted = draft.over(uow.programs.version(draft.base))
    since = (one.version for one in uow.programs.published() if one.version > draft.base)
    if any(drafted.has_the_rules_of(uow.programs.version(one)) for one in since):
        return _fresh(staff, latest)
    return draft


def _fresh(staff: str, latest: Program) -> RateDraft:
    return RateDraft(staff, latest.version, Rates.of(latest))
