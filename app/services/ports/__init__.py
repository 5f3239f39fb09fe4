"""What the verbs need from the world: a store of units of work, a clock, ids. Engines implement these; fakes may."""

from app.services.ports.books import Activities, BillActivity, Bills, Ledger, RefundRecord, RuleUses, UsedRule
from app.services.ports.chain import ChainPoint, Event, Head, Held, HeldBill, Journal, Tick
from app.services.ports.line import (
    Bond,
    Budgets,
    BudgetShare,
    Colleague,
    CounterLease,
    EventVerdict,
    Leases,
    Link,
    Links,
    Review,
    Shared,
    Told,
)
from app.services.ports.people import FOUND_MAX, AlreadyHere, Homes, MakesReady, Members, Newcomers, ReadyMembers, State
from app.services.ports.programs import Programs, Publication, TierChange, TierHistory
from app.services.ports.store import Effects, Searches, Store, UnitOfWork
from app.services.ports.world import Clock, Ids

__all__ = [
    "Activities",
    "AlreadyHere",
    "BillActivity",
    "Bills",
    "Bond",
    "BudgetShare",
    "Budgets",
    "ChainPoint",
    "Clock",
    "Colleague",
    "CounterLease",
    "Effects",
    "Event",
    "EventVerdict",
    "FOUND_MAX",
    "Head",
    "Held",
    "HeldBill",
    "Homes",
    "Ids",
    "Journal",
    "Leases",
    "Ledger",
    "Link",
    "Links",
    "Members",
    "Newcomers",
    "ReadyMembers",
    "MakesReady",
    "Programs",
    "Publication",
    "RefundRecord",
    "Review",
    "RuleUses",
    "Searches",
    "Shared",
    "State",
    "Store",
    "Tick",
    "TierChange",
    "TierHistory",
    "Told",
    "UnitOfWork",
    "UsedRule",
]
