"""Wording of the page of rules: its rows, its kinds of action, what is wrong with a rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.domain.conditions import Span
from app.domain.flaws import Flaw
from app.domain.formats import points
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.rule_changes import rule_changes
from app.domain.rules import DecisionRule, in_order
from app.services.programs.rates import RatesFound
from app.services.whatif.rule_costs import Cost
from app.services.whatif.whatif import DAYS
from ui import rule_words
from ui.drafting import Words
from ui.rules.form import Counted, Kind
from ui.rules.state import RuleRow
from ui.store_words import rule_with_names, rules_with_names
from ui.words import later, later_n, said, tr, tr_n

TITLE = later("Rules")
EXPLAINED = later("All rules that hold apply, in this order; after one that says “then no other”, none does.")
EMPTY = later("No rules yet. F6 makes one: points on top, a multiplier, another rate, for whom and when you say.")
UNCHANGED = later("Nothing is changed yet. Enter opens the marked rule; F6 makes a new one.")
KEPT = later("“{rule}” is in the draft. F9 publishes it together with the rates.")
REMOVED = later("“{rule}” is taken out of the draft. It stays in force until the draft is published.")
NAMELESS = later("Give the rule a name first.")
MARK = "!"
TOLD_MAX = 4  # sentences under the table, which has to keep its room
_REST = later_n(
    "And {n} more; each is said beside its rule, campaign or segment when that is opened.",
    "And {n} more; each is said beside its rule, campaign or segment when that is opened.",
)
COPY_OF = later("{rule} copy")

KINDS = {
    Kind.FIXED: later("Points once"),
    Kind.SLAB: later("Points for every so much"),
    Kind.CATEGORY: later("Points for a category"),
    Kind.BANDS: later("Points by amount"),
    Kind.NTH: later("Points for the nth bill of the month"),
    Kind.MULTIPLY: later("Points times so many"),
    Kind.PERCENT: later("Another rate for a category"),
    Kind.REFERRER: later("Points to who brought them"),
    Kind.ADVANCE: later("A higher tier for a while"),
    Kind.VOUCHER: later("A voucher of a reward"),
}
VALUES = {
    Kind.MULTIPLY: later("Times"),
    Kind.PERCENT: later("Rate in %"),
    Kind.BANDS: later("Amount: points"),
    Kind.ADVANCE: later("For so many days"),
}
POINTS = later("Points")
EACH = {Kind.SLAB: later("For every"), Kind.NTH: later("Which bill")}
COUNTED = {
    Counted.MONTH: later("of the month"),
    Counted.DAYS: later("of so many days"),
    Counted.EVER: later("of all time"),
}
BIRTHDAYS = {"": later("does not matter"), **{span.value: words for span, words in rule_words.SPANS.items()}}
ALL_CATEGORIES = later("every category")
NEXT_TIER = later("the next above")
NO_CAMPAIGN = later("no campaign")
NO_REWARD = later("not chosen yet")
assert set(BIRTHDAYS) == {"", *(span.value for span in Span)}


def rows(found: RatesFound) -> tuple[RuleRow, ...]:
    """In the order in which they apply; one of which something is to be known has a mark before its status."""
    program = found.drafted
    drafted = {one.rule_id for one in rule_changes(found.base.rules, program.rules)}
    flawed = {name for one in found.flaws for name in one.rules}
    rules = (rule_with_names(one, found.stores) for one in in_order(program.rules))
    return tuple(_row(one, program, found.at, drafted, flawed) for one in rules)


def _row(rule: DecisionRule, program: Program, at: datetime, drafted: set[str], flawed: set[str]) -> RuleRow:
    outcome = rule_words.award(rule, program)
    status = rule_words.status(rule, program.drives, at, drafted=drafted)
    return RuleRow(
        rule.rule_id,
        str(rule.priority),
        rule_words.chips(rule, program, today=at),
        f"{outcome}; {tr('then no other')}" if rule.stop else outcome,
        rule_words.limits(rule),
        f"{MARK} {status}" if rule.rule_id in flawed else status,
        rule.rule_id in drafted,
    )


def cost(name: str, found: Cost, currency: Currency) -> str:
    """What a rule would have given."""
    return tr_n(
        "“{rule}” would have given {points} points, worth {amount}, on the {n} bill of the last {days} days.",
        "“{rule}” would have given {points} points, worth {amount}, on the {n} bills of the last {days} days.",
        found.bills,
        rule=name,
        points=points(found.points),
        amount=currency.text(found.owed_minor),
        days=DAYS,
    )


def flaws(found: Iterable[Flaw], name: str = "") -> str:
    """Of one rule, or of all; a sentence under the other, what refuses before what is only said."""
    told = [one for one in found if not name or name in one.rules]
    ordered = sorted(told, key=lambda one: one.weight)
    return "\n".join(dict.fromkeys(said(one.text) if name else _named(one) for one in ordered))


def warnings(found: RatesFound) -> str:
    """The cases that fail, then what is wrong with the draft, what it changed first; the rest is only counted."""
    changed = {one.rule_id for one in rule_changes(found.base.rules, found.drafted.rules)}
    changed |= {one.drive_id for one in found.drive_changes}
    changed |= {one.segment.segment_id for one in found.segment_changes}
    ordered = sorted(found.flaws, key=lambda one: (one.weight, changed.isdisjoint(one.rules)))
    told = [*map(said, found.failing), *dict.fromkeys(map(_named, ordered))]
    rest = len(told) - TOLD_MAX
    return "\n".join([*told[:TOLD_MAX], *([tr_n(*_REST, rest)] if rest > 0 else [])])


def _named(flaw: Flaw) -> str:
    text = said(flaw.text)
    return text if len(flaw.rules) > 1 else f"“{flaw.rules[0]}”: {text}"


def _newer(found: RatesFound) -> list[str]:
    program = found.history[0].program
    newer = rules_with_names(found.newer_rules, found.stores)
    return [rule_words.change(one, program, today=found.at) for one in newer]


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rates"))
