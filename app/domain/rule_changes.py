"""Rule changes: what two sets of decision rules differ in, and the same changes made of another set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from app.domain import changes
from app.domain.rules import DecisionRule, in_order

Rules = tuple[DecisionRule, ...]
_name = attrgetter("rule_id")


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule as it was and as it is now; None where there was none, or is none any more."""

    was: DecisionRule | None
    now: DecisionRule | None

    @property
    def rule_id(self) -> str:
        """The name of the rule. One that is called otherwise is another rule."""
        known = self.now or self.was
        assert known is not None, "a change is of something"
        return known.rule_id


def rule_changes(before: Iterable[DecisionRule], after: Iterable[DecisionRule]) -> tuple[RuleChange, ...]:
    """What was changed or taken away, in the order it stood in, then what is new."""
    return tuple(RuleChange(was, now) for was, now in changes.changed(before, after, _name).values())


def with_rule(rules: Rules, rule: DecisionRule, *, instead_of: str = "") -> Rules:
    """The same with one rule in the place of another, or behind all where there is none of that name."""
    return changes.with_one(rules, rule, _name, instead_of=instead_of)


def without_rule(rules: Rules, name: str) -> Rules:
    return changes.without(rules, name, _name)


def rules_carried_over(base: Rules, mine: Rules, newer: Rules) -> Rules:
    """What `mine` made of `base`, made of `newer`; a rule that both changed is as `mine` has it."""
    return changes.carried_over(base, mine, newer, _name)


def moved(rules: Rules, name: str, *, by: int) -> Rules:
    """The rules with one of them so many places later in the order, earlier below nothing.

    Priorities change as little as that takes: only whoever would not come before the next one gets a higher one.
    """
    order = in_order(rules)
    place = next(at for at, one in enumerate(order) if one.rule_id == name)
    order.insert(min(max(0, place + by), len(order) - 1), order.pop(place))
    made = rules
    following = order[-1]
    for rule in reversed(order[:-1]):
        is_before = in_order((following, rule))[0] is rule
        following = rule if is_before else replace(rule, priority=following.priority + 1)
        made = with_rule(made, following)
    return made
