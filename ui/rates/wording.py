"""Wording: rates, what differs between two of them, and what bills would have come to, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation

from app.domain.days import ShopCalendar
from app.domain.formats import points
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS
from app.domain.program import Program
from app.domain.rates import OF_ALL, OF_CATEGORY, Difference, Rate, Rates, Value
from app.services.chain.stores import KnownStores
from app.services.programs.rates import RatesFound
from app.services.programs.versions import Version
from ui.amounts import amount_minor
from ui.drafting import Words
from ui.drive_words import change as drive_change
from ui.figure_words import change as figure_change
from ui.own_words import own
from ui.rates.state import Cell, RateRow
from ui.reward_words import change as reward_change
from ui.rows import ChoiceRow
from ui.rule_words import change as rule_change
from ui.segment_words import change as segment_change
from ui.store_words import rules_with_names, segments_with_names
from ui.tier_words import change as tier_change
from ui.when import day_words, moment_words
from ui.words import later, tr, tr_n

RATES = {
    Rate.EARN: later("Earns"),
    Rate.DISCOUNT: later("Discount"),
    Rate.EARNS: later("Gives points"),
    Rate.REDEEMS: later("Takes points"),
    Rate.RX: later("Prescription"),
    Rate.DEFAULT: later("Other categories earn, in %"),
    Rate.MOST_PERCENT: later("Points pay of a bill, in %"),
    Rate.MOST_A_BILL: later("Points pay on one bill, at most"),
    Rate.LEAST_POINTS: later("Points a card needs first"),
}
PERCENTAGES = (Rate.EARN, Rate.DISCOUNT, Rate.DEFAULT, Rate.MOST_PERCENT)
NO_PERCENT = later("That is no percentage. Type one like 2 or 2.5; nothing was changed.")
NO_AMOUNT = later("That is no amount. Type one like 250; nothing was changed.")
UNCHANGED = later(
    "No rate is changed yet. Mark one and press Enter; it is tried on the bills of the last days at once."
)
IS_THE_DRAFT = later("That is your draft; mark a version below it to go back to.")
GONE_BACK = later("The draft has the rates of v{version} now. Nothing is published yet.")


def percent(value: Decimal) -> str:
    return f"{value.normalize():f} %"


def value_text(rate: Rate, value: Value, currency: Currency) -> str:
    """2 %, ₹250, yes, or what stands where nothing is said."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if value is None:
        return tr("as others") if rate is Rate.EARN else tr("no limit")
    if rate in PERCENTAGES:
        return percent(Decimal(value))
    return currency.text(int(value)) if rate is Rate.MOST_A_BILL else points(int(value))


def _typed(rate: Rate, value: Value, currency: Currency) -> str | None:
    if isinstance(value, bool):
        return None
    if value is None:
        return ""
    if rate is Rate.MOST_A_BILL:
        return f"{Decimal(value) / currency.minor_per_major:f}"
    return f"{(Decimal(value) / HUNDREDTHS if rate is Rate.LEAST_POINTS else Decimal(value)).normalize():f}"


def read(rate: Rate, text: str, currency: Currency) -> Value:
    """What somebody typed. Raises ValueError with a sentence where it is nothing of the kind."""
    plain = text.replace("%", "").replace(currency.symbol, "").strip()
    if not plain and rate in (Rate.EARN, Rate.MOST_A_BILL):
        return None
    if rate in (Rate.MOST_A_BILL, Rate.LEAST_POINTS):
        minor = amount_minor(plain, currency)
        if minor is None:
            raise ValueError(tr(NO_AMOUNT))
        return minor if rate is Rate.MOST_A_BILL else minor * HUNDREDTHS // currency.minor_per_major
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise ValueError(tr(NO_PERCENT)) from None
    if not value.is_finite():
        raise ValueError(tr(NO_PERCENT))
    return value


def _cell(base: Rates, draft: Rates, category: str, rate: Rate, currency: Currency) -> Cell:
    was, now = base.value(category, rate), draft.value(category, rate)
    text = value_text(rate, now, currency)
    if was != now:
        text = f"{value_text(rate, was, currency)} › {text}"
    return Cell(text, _typed(rate, now, currency), was != now)


def rows(found: RatesFound) -> tuple[RateRow, ...]:
    base, draft, currency = Rates.of(found.base), found.draft.rates, found.program.currency
    return tuple(
        RateRow(name, tuple(_cell(base, draft, name, rate, currency) for rate in OF_CATEGORY))
        for name in draft.categories
    )


def in_all(found: RatesFound) -> dict[Rate, Cell]:
    base, draft, currency = Rates.of(found.base), found.draft.rates, found.program.currency
    return {rate: _cell(base, draft, "", rate, currency) for rate in OF_ALL}


def difference(one: Difference, currency: Currency) -> str:
    """Medicines, Earns: 1 % › 2 %"""
    was, now = (value_text(one.rate, value, currency) for value in (one.was, one.now))
    name = ", ".join(filter(None, (one.category, tr(RATES[one.rate]))))
    return f"{name}: {was} › {now}"


def coming(program: Program, calendar: ShopCalendar, at: datetime) -> str:
    """rates v17 from 1 Dec"""
    assert program.holds_from is not None, "only what has a day waits"
    day = day_words(calendar.day_of(program.holds_from), today=calendar.day_of(at))
    return tr("rates v{version} from {day}", version=program.version, day=day)


def title(found: RatesFound) -> str:
    return tr("Rates v{version}", version=found.program.version)


def _newer(found: RatesFound) -> Sequence[str]:
    told = [difference(one, found.program.currency) for one in found.newer]
    told += [figure_change(one, found.program.currency) for one in found.newer_figures]
    rules = rules_with_names(found.newer_rules, found.stores)
    told += [rule_change(one, found.history[0].program, today=found.at) for one in rules]
    told += [reward_change(one, found.history[0].program, today=found.at) for one in found.newer_rewards]
    segments = segments_with_names(found.newer_segments, found.stores)
    told += [segment_change(one, found.program.currency) for one in segments]
    told += [drive_change(one, found.history[0].program, today=found.at) for one in found.newer_drives]
    told += [tier_change(one, found.program.currency) for one in found.newer_tiers]
    return told


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rules"))


def draft_row(found: RatesFound) -> ChoiceRow:
    """The draft above the versions, while it changes anything."""
    return ChoiceRow(tr("Your draft"), ", ".join(_counts(found)), tr("not published"))


def _counts(one: Version | RatesFound) -> list[str]:
    """How much of what was changed."""
    counted = (
        one.changes and tr_n("{n} rate changed", "{n} rates changed", len(one.changes)),
        one.figure_changes and tr_n("{n} figure", "{n} figures", len(one.figure_changes)),
        one.rule_changes and tr_n("{n} rule", "{n} rules", len(one.rule_changes)),
        one.reward_changes and tr_n("{n} reward", "{n} rewards", len(one.reward_changes)),
        one.segment_changes and tr_n("{n} segment", "{n} segments", len(one.segment_changes)),
        one.tier_changes and tr_n("{n} figure of tiers", "{n} figures of tiers", len(one.tier_changes)),
        one.drive_changes and tr_n("{n} campaign", "{n} campaigns", len(one.drive_changes)),
    )
    return [str(words) for words in counted if words] or [tr("no rate changed")]


def version(one: Version, calendar: ShopCalendar, at: datetime) -> ChoiceRow:
    when = moment_words(one.publication.at, calendar, now=at)
    aside = moment_words(one.publication.holds_from, calendar, now=at) if one.program.holds_from else ""
    changed = ", ".join(_counts(one))
    detail = f"{tr('the first rates') if one.is_first else changed} · {own(one.by)}, {when}"
    return ChoiceRow(f"v{one.publication.version}", detail, tr("from {day}", day=aside) if aside else "")


def changes(one: Version, at: datetime, stores: KnownStores) -> str:
    if one.is_first:
        return tr("These are the first rates of this shop: there were none before them.")
    return "\n".join(_told(one, one.program, at, stores)) or tr("No rate is different from the version before it.")


def draft_changes(found: RatesFound) -> str:
    """The same of the draft, over the version it began from."""
    return "\n".join(_told(found, found.drafted, found.at, found.stores))


def _told(one: Version | RatesFound, program: Program, at: datetime, stores: KnownStores) -> list[str]:
    told = [difference(change, program.currency) for change in one.changes]
    told += [figure_change(change, program.currency) for change in one.figure_changes]
    told += [rule_change(change, program, today=at) for change in rules_with_names(one.rule_changes, stores)]
    told += [reward_change(change, program, today=at) for change in one.reward_changes]
    segments = segments_with_names(one.segment_changes, stores)
    told += [segment_change(change, program.currency) for change in segments]
    told += [drive_change(change, program, today=at) for change in one.drive_changes]
    told += [tier_change(change, program.currency) for change in one.tier_changes]
    return told
