"""Store words: what is asked of a store, with the store's name where that is known here, and its id where not.

As it is said, and not as it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from app.domain.conditions import BillFacts, InStore
from app.domain.rule_changes import RuleChange
from app.domain.rules import DecisionRule
from app.domain.segment_changes import SegmentChange
from app.domain.segments import Ask, EnrolledIn, Segment
from app.domain.verdicts import Verdict
from app.services.chain.stores import KnownStores

AnyAsked = TypeVar("AnyAsked")


def rule_with_names(rule: DecisionRule, stores: KnownStores) -> DecisionRule:
    return replace(rule, conditions=tuple(_condition(one, stores) for one in rule.conditions))


def segment_with_names(segment: Segment, stores: KnownStores) -> Segment:
    return replace(segment, asks=tuple(_ask(one, stores) for one in segment.asks))


def rules_with_names(changes: Sequence[RuleChange], stores: KnownStores) -> Sequence[RuleChange]:
    """Of what was changed, both sides."""
    both = ((made.was, made.now) for made in changes)
    return [RuleChange(*(one and rule_with_names(one, stores) for one in sides)) for sides in both]


def segments_with_names(changes: Sequence[SegmentChange], stores: KnownStores) -> Sequence[SegmentChange]:
    """Of what was changed, both sides."""
    both = ((made.was, made.now) for made in changes)
    return [SegmentChange(*(one and segment_with_names(one, stores) for one in sides)) for sides in both]


def verdict_with_names(verdict: Verdict, stores: KnownStores) -> Verdict:
    return replace(verdict, asked=tuple(replace(one, asked=_condition(one.asked, stores)) for one in verdict.asked))


def facts_with_names(facts: BillFacts, stores: KnownStores) -> BillFacts:
    return replace(facts, occasion=replace(facts.occasion, store=stores.called(facts.occasion.store)))


def _condition(one: AnyAsked, stores: KnownStores) -> AnyAsked | InStore:
    return InStore(_named(one.stores, stores)) if isinstance(one, InStore) else one


def _ask(one: Ask, stores: KnownStores) -> Ask:
    return EnrolledIn(_named(one.stores, stores)) if isinstance(one, EnrolledIn) else one


def _named(ids: frozenset[str], stores: KnownStores) -> frozenset[str]:
    return frozenset(map(stores.called, ids))
