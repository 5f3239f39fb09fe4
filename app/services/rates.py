"""Rates: the manager's draft of rates, rules and rewards, publishing it, and what was in force before.

Source: docs/rates.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.cases import SavedCase, failures
from app.domain.errors import Code, DomainError, invalid
from app.domain.flaws import Flaw
from app.domain.program import Program
from app.domain.rates import Difference, Rates, carried_over, differences, steepest, steepest_rule
from app.domain.reward_changes import RewardChange, reward_changes, rewards_carried_over
from app.domain.rule_changes import RuleChange, rule_changes, rules_carried_over
from app.services.authority import is_led, refuse_in_chain
from app.services.desk import Desk
from app.services.ports import Publication, UnitOfWork
from app.services.program import publish_in
from app.services.rate_drafts import RateDraft
from app.services.roster import name_of as staff_name
from app.services.rule_checks import flaws_of, refuse_wrong
from app.services.saved_cases import refuse_failing
from app.services.voucher_rights import left_of_all

_UNCHANGED = "Nothing is different from what is published. Nothing was published."


@dataclass(frozen=True, slots=True)
class Version:
    """A version with who published it and what it changed of the one before; the first changed nothing."""

    publication: Publication
    by: str
    program: Program
    changes: Sequence[Difference]
    rule_changes: Sequence[RuleChange]
    reward_changes: Sequence[RewardChange]
    is_first: bool


@dataclass(frozen=True, slots=True)
class RatesFound:
    """`program` is in force, `waiting` begins next; `draft` is somebody's own, and `base` what it began from.

    `newer`, `newer_rules` and `newer_rewards` are published since: what is different there from what the draft began
    from. `flaws` are those of the draft's rules, `cases` have to bring what they bring before it is published. `left`
    is how many there still are of the draft's rewards that have a stock, by reward; empty where nobody can tell here.
    """

    at: datetime
    program: Program
    waiting: Sequence[Program]
    draft: RateDraft
    base: Program
    newer: Sequence[Difference]
    newer_rules: Sequence[RuleChange]
    newer_rewards: Sequence[RewardChange]
    history: Sequence[Version]
    is_led: bool
    flaws: Sequence[Flaw]
    cases: Sequence[SavedCase]
    left: Mapping[str, int]

    @property
    def changes(self) -> Sequence[Difference]:
        return differences(Rates.of(self.base), self.draft.rates)

    @property
    def rule_changes(self) -> Sequence[RuleChange]:
        return rule_changes(self.base.rules, self.drafted.rules)

    @property
    def reward_changes(self) -> Sequence[RewardChange]:
        return reward_changes(self.base.rewards, self.drafted.rewards)

    @property
    def has_changes(self) -> bool:
        return not self.drafted.has_the_rules_of(self.base)

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
        draft = uow.programs.draft(staff) or _fresh(staff, latest)
        base = uow.programs.version(draft.base)
        newer, newer_rules = differences(Rates.of(base), Rates.of(latest)), rule_changes(base.rules, latest.rules)
        program, waiting = uow.programs.in_force(at), uow.programs.waiting(at)
        flaws = flaws_of(desk, draft, base=base, at=at)
        return RatesFound(
            at,
            program,
            waiting,
            draft,
            base,
            newer,
            newer_rules,
            reward_changes(base.rewards, latest.rewards),
            _history(uow),
            is_led(uow),
            flaws,
            uow.programs.cases(),
            left_of_all(desk, uow, draft.over(base).rewards),
        )


def keep(desk: Desk, draft: RateDraft) -> None:
    """Keep a draft as it stands. What is wrong with its rates is refused; its day is looked at when it is published."""
    with desk.store.writing() as uow:
        at = desk.instant(uow.journal.head())
        refuse_wrong(desk, draft, base=uow.programs.version(draft.base), at=at)
        uow.programs.put_draft(draft)


def drop(desk: Desk, staff: str) -> None:
    with desk.store.writing() as uow:
        uow.programs.drop_draft(staff)


def revert(desk: Desk, version: int, *, staff: str) -> RateDraft:
    """A draft with the rates, rules and rewards of an older version in the place of what was. Nothing is published."""
    with desk.store.writing() as uow:
        if version <= 0 or not uow.programs.has(version):
            raise invalid("There is no such version of the rates. Nothing was changed.")
        latest = uow.programs.version(uow.programs.latest_version())
        older = uow.programs.version(version)
        rates = Rates.of(older)
        categories = {**latest.categories, **{k: v for k, v in rates.categories.items() if k in latest.categories}}
        rates = replace(rates, categories=categories)
        draft = RateDraft(staff, latest.version, rates, rules=older.rules, rewards=older.rewards)
        uow.programs.put_draft(draft)
    return draft


def carry_over(desk: Desk, staff: str) -> RateDraft:
    """What somebody changed, made of the highest version instead of the one the draft began from."""
    with desk.store.writing() as uow:
        latest = uow.programs.version(uow.programs.latest_version())
        draft = uow.programs.draft(staff) or _fresh(staff, latest)
        base = uow.programs.version(draft.base)
        moved = replace(
            draft,
            base=latest.version,
            rates=carried_over(Rates.of(base), draft.rates, Rates.of(latest)),
            rules=rules_carried_over(base.rules, draft.over(base).rules, latest.rules),
            rewards=rewards_carried_over(base.rewards, draft.over(base).rewards, latest.rewards),
        )
        uow.programs.put_draft(moved)
    return moved


def publish_draft(desk: Desk, staff: str, *, by: str) -> Program:
    """Publish somebody's draft, as `by`, who has shown that it is them. The draft is gone then.

    Raises CHANGED where another version was published since it began, NEEDS_APPROVAL where it raises a rate by more
    than the desk lets one person and nobody else has approved it, INVALID for what is wrong with it.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rates are published")
        draft = uow.programs.draft(staff)
        if draft is None:
            raise invalid(_UNCHANGED)
        base = uow.programs.version(draft.base)
        _refuse_overtaken(uow, base)
        at = desk.instant(uow.journal.head())
        refuse_wrong(desk, draft, base=base, at=at)
        drafted = draft.over(base)
        if drafted.has_the_rules_of(base):
            raise invalid(_UNCHANGED)
        refuse_failing(uow, drafted)
        _require_second(desk, uow.programs.in_force(at), drafted, by=by)
        begins = None if draft.holds_on is None else desk.calendar.start_of(draft.holds_on)
        made = publish_in(desk, uow, drafted, staff=by, holds_from=begins)
        uow.programs.drop_draft(staff)
    return made


def withdraw(desk: Desk, *, by: str) -> Program:
    """Let what waits for its day never begin: the rules in force are published once more, to hold now."""
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rates are published")
        at = desk.instant(uow.journal.head())
        if not uow.programs.waiting(at):
            raise invalid("No rates wait for their day. Nothing was changed.")
        return publish_in(desk, uow, uow.programs.in_force(at), staff=by)


def _fresh(staff: str, latest: Program) -> RateDraft:
    return RateDraft(staff, latest.version, Rates.of(latest))


def _history(uow: UnitOfWork) -> Sequence[Version]:
    """The newest first."""
    own = [one for one in uow.programs.published() if one.version > 0]
    programs = [uow.programs.version(one.version) for one in own]
    return tuple(
        Version(
            one,
            staff_name(uow, one.staff),
            program,
            differences(Rates.of(was), Rates.of(program)),
            rule_changes(was.rules, program.rules),
            reward_changes(was.rewards, program.rewards),
            is_first=was is program,
        )
        for one, program, was in zip(own, programs, [*programs[1:], *programs[-1:]], strict=True)
    )


def _refuse_overtaken(uow: UnitOfWork, base: Program) -> None:
    newest = uow.programs.published()[0]
    if newest.version == base.version:
        return
    raise DomainError(
        Code.CHANGED,
        f"{staff_name(uow, newest.staff)} published rates v{newest.version} meanwhile. Nothing was published, and "
        "your changes are kept; look at what is different, then publish them over it.",
        {"version": newest.version, "base": base.version},
    )


def _require_second(desk: Desk, before: Program, after: Program, *, by: str) -> None:
    rise = max(steepest(Rates.of(before), Rates.of(after)), steepest_rule(before, after))
    if rise > desk.rate_rise_limit_percent and desk.approved_by in (None, by):
        raise DomainError(
            Code.NEEDS_APPROVAL,
            f"A rate rises by {rise.normalize():f} percent points, more than the {desk.rate_rise_limit_percent} one "
            "person may publish. Nothing was published; a second person has to approve it.",
            {"limit_percent": desk.rate_rise_limit_percent},
        )
