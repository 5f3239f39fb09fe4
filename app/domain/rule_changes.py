"""Rule changes: what two sets of decision rules differ in, and the same changes made of another set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.rules import DecisionRule, in_order

Rules = tuple[DecisionRule, ...]


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
    was, now = ({rule.rule_id: rule for rule in rules} for rules in (before, after))
    names = [*was, *(name for name in now if name not in was)]
    changes = (RuleChange(was.get(name), now.get(name)) for name in names)
    return tuple(one for one in changes if one.was != one.now)


def with_rule(rules: Rules, rule: DecisionRule, *, instead_of: str = "") -> Rules:
    """The same with one rule in the place of another, or behind all where there is none of that name."""
    name = instead_of or rule.rule_id
    if all(one.rule_id != name for one in rules):
        return (*rules, rule)
    return tuple(rule if one.rule_id == name else one for one in rules)


def without_rule(rules: Rules, name: str) -> Rules:
    return tuple(one for one in rules if one.rule_id != name)


def rules_carried_over(base: Rules, mine: Rules, newer: Rules) -> Rules:
    """What `mine` made of `base`, made of `newer`; a rule that both changed is as `mine` has it."""
    made = newer
    for one in rule_changes(base, mine):
        made = without_rule(made, one.rule_id) if one.now is None else with_rule(made, one.now)
    return made


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
