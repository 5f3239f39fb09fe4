"""Store words: what is asked of a store, with the store's name where that is known here, and its id where not."""

from __future__ import annotations

from dataclasses import replace

from app.domain.conditions import Condition, InStore
from app.domain.rules import DecisionRule
from app.domain.segments import Ask, EnrolledIn, Segment
from app.services.chain.stores import KnownStores


def rule_with_names(rule: DecisionRule, stores: KnownStores) -> DecisionRule:
    """As it is said, and not as it is kept."""
    return replace(rule, conditions=tuple(_condition(one, stores) for one in rule.conditions))


def segment_with_names(segment: Segment, stores: KnownStores) -> Segment:
    """As it is said, and not as it is kept."""
    return replace(segment, asks=tuple(_ask(one, stores) for one in segment.asks))


def _condition(one: Condition, stores: KnownStores) -> Condition:
    return InStore(_named(one.stores, stores)) if isinstance(one, InStore) else one


def _ask(one: Ask, stores: KnownStores) -> Ask:
    return EnrolledIn(_named(one.stores, stores)) if isinstance(one, EnrolledIn) else one


def _named(ids: frozenset[str], stores: KnownStores) -> frozenset[str]:
    return frozenset(stores.names.get(one, one) for one in ids)
