"""Wording of the page of tiers: its rows, what a tier comes to, and who would move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.formats import points as show_points
from app.domain.money import Currency
from app.domain.tier_changes import staying
from app.domain.tiers import Level, PointsBasis, TierScheme
from app.services.programs.rates import RatesFound
from app.services.tiers.tier_whatif import TierMoves
from ui import tier_words
from ui.drafting import Words
from ui.tiers.state import TierRow
from ui.words import later, tr, tr_n

TITLE = later("Tiers")
EXPLAINED = later("What each tier asks and brings. Whoever reaches more rises with their next bill.")
EMPTY = later("There are no tiers.")
UNCHANGED = later("Nothing is changed yet. Enter opens the marked tier; F6 makes a new one; the last line is for all.")
TRYING = later("Looking at everybody: {done} of {of} …")
KEPT = later("“{tier}” is in the draft. F9 publishes it together with rates and rules.")
KEPT_FOR_ALL = later("How tiers are reached is in the draft. F9 publishes it together with rates and rules.")
REMOVED = later("“{tier}” is taken out of the draft. Whoever holds it will hold the one below.")
NAMELESS = later("Give the tier a name first: members and rules will call it so.")
FOR_ALL = later("All tiers")
NOT_A_TIER = later("That is how all tiers are reached. It can be changed, and not be taken out.")


def rows(found: RatesFound, held: Mapping[str, int], moves: TierMoves | None) -> tuple[TierRow, ...]:
    """The tiers as they are drafted, the lowest first, and how they are reached."""
    scheme, base, currency = found.drafted.tiers, found.base.tiers, found.program.currency
    was = {called: base.level(name) for name, called in staying(base, scheme).items()}
    told = (
        TierRow(
            one.name,
            asks(one, scheme, currency),
            brings(one),
            *_counted(found, one.name, held, moves),
            is_changed=was.get(one.name) != one,
        )
        for one in scheme.levels
    )
    is_changed = any(not one.tier for one in found.tier_changes)
    return (*told, TierRow(tr(FOR_ALL), *_of_all(scheme), is_changed=is_changed))


def _counted(found: RatesFound, name: str, held: Mapping[str, int], moves: TierMoves | None) -> tuple[str, str]:
    """Who holds it, by what it is called in force, and who would."""
    if moves is not None:
        return f"{moves.now.get(name, 0):,}", f"{moves.then.get(name, 0):,}"
    now = {called: one for one, called in staying(found.program.tiers, found.drafted.tiers).items()}
    return f"{held.get(now.get(name, ''), 0):,}", ""


def asks(level: Level, scheme: TierScheme, currency: Currency) -> str:
    """₹50,000.00 or 5,000 points; only what counts leads to it."""
    if level.name == scheme.levels[0].name:
        return tr("nothing: members begin here")
    spend = "" if level.min_spend_minor is None else currency.text(level.min_spend_minor)
    points = "" if level.min_points is None else tr("{points} points", points=show_points(level.min_points))
    bills = "" if level.min_orders is None else tr_n("{n} bill", "{n} bills", level.min_orders)
    shown = {"spend": spend, "points": points, "orders": bills}
    counted = [shown[part] for part in scheme.counted if shown[part]]
    joined = tr(" and ") if "orders" in scheme.counted else tr(" or ")
    return joined.join(counted) or tr("nothing leads to it: it is given by hand")


def brings(level: Level) -> str:
    """× 1.25 · 2 % off · birthday 250 · Free delivery"""
    told = [f"× {level.multiplier.normalize():f}"]
    if level.price_discount_percent:
        told.append(tr("{percent} % off", percent=f"{level.price_discount_percent.normalize():f}"))
    if level.birthday_points:
        told.append(tr("birthday {points}", points=show_points(level.birthday_points)))
    return " · ".join((*told, *level.benefits))


def _of_all(scheme: TierScheme) -> tuple[str, str]:
    counted = tr("by {counted}", counted=tr(tier_words.COUNTED[scheme.qualify]))
    if "points" in scheme.counted and scheme.points_basis is PointsBasis.AVAILABLE_PLUS_PENDING:
        counted = f"{counted}: {tr(tier_words.COUNTED[scheme.points_basis])}"
    period = tr_n("of the last {n} day", "of the last {n} days", scheme.qualification_days)
    grace = tr_n("kept for {n} day more", "kept for {n} days more", scheme.grace_days)
    return counted, f"{period} · {grace}"


def sentence(level: Level, scheme: TierScheme, currency: Currency) -> str:
    """Gold asks ₹150,000.00 and brings × 1.5."""
    told = {"asks": asks(level, scheme, currency), "brings": brings(level)}
    return tr("{tier} asks {asks}. It brings {brings}.", tier=level.name, **told)


def sentence_of_all(scheme: TierScheme) -> str:
    """What is one for all tiers, and which of them nothing leads to then."""
    led = [level.name for level in scheme.levels[1:] if all(one is None for one in scheme.asks(level))]
    counted, lasting = _of_all(scheme)
    told = tr("Tiers are reached {counted}, {lasting}.", counted=counted, lasting=lasting)
    if not led:
        return told
    return f"{told}\n{tr('Nothing leads to {tiers} then.', tiers=', '.join(led))}"


def changes(found: RatesFound) -> str:
    """What the draft changes of tiers, one after the other."""
    return "; ".join(tier_words.change(one, found.program.currency) for one in found.tier_changes)


def impact(moves: TierMoves) -> tuple[str, ...]:
    """Who would move, from those whose tier is gone to those who fall."""
    return tuple(_impact(moves))


def _impact(moves: TierMoves) -> Iterator[str]:
    yield tr_n("{n} member looked at:", "{n} members looked at:", moves.members)
    if moves.leavers:
        yield tr_n("{n} holds a tier that goes", "{n} hold a tier that goes", moves.leavers)
    yield tr_n("{n} member rises with the next bill", "{n} members rise with the next bill", moves.risers)
    yield tr_n("{n} falls after the grace", "{n} fall after the grace", moves.fallers)


def _newer(found: RatesFound) -> list[str]:
    return [tier_words.change(one, found.program.currency) for one in found.newer_tiers]


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rates"))
