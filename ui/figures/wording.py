"""Wording: figures as they are typed and read again, and what is to be known of a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.expiry import ExpiryMode
from app.domain.figures import DAYS_MAX, Figure, Figures, lasts_least
from app.domain.money import Currency
from app.domain.programmes import ProgrammeKind
from app.services.programs.rates import RatesFound
from ui import typed
from ui.drafting import Words
from ui.figure_words import CHOICES, COUNTED, OF_MONEY, OF_POINTS, change, value_text
from ui.figures.state import Cell
from ui.words import later, tr

TITLE = later("Figures v{version}")
UNCHANGED = later("No figure is changed yet. What you type is tried on the bills of the last days at once.")
WORTH_NOW = later("All points that members have are worth that from then on.")
ENDS_STAY = later("Points that were earned before keep the end they have.")
BILLS_STAY = later("Bills that were made keep the figures they were made with.")
SECTIONS: Final = (
    (
        (later("How points pay"), (Figure.WORTH, Figure.STEP, Figure.LEAST_OF, Figure.CAP_BASE, Figure.PAID_AS)),
        (later("When points end"), (Figure.EXPIRY, Figure.LASTS)),
        (later("What a return does"), (Figure.TAKEN_BACK, Figure.SHORTFALL, Figure.GRACE)),
    ),
    (
        (
            later("How points are earned"),
            (Figure.EARN_ON, Figure.LEAST_BILL, Figure.CEILING, Figure.PENDING, Figure.REFERRAL),
        ),
        (
            later("Rounding"),
            (Figure.QUANTUM, Figure.ROUNDED, Figure.ROUNDED_PER, Figure.TIER_STEP, Figure.ROUND_OFF),
        ),
    ),
)
_HINTS: Final[Mapping[Figure, str]] = {
    Figure.WORTH: later("like 0.10"),
    Figure.STEP: later("like 1"),
    Figure.LEAST_BILL: later("every bill"),
    Figure.CEILING: later("1 to 1000"),
    Figure.REFERRAL: later("0 to 100"),
    Figure.QUANTUM: later("like 0.01"),
    Figure.ROUND_OFF: later("not at all"),
}
_COUNTED_HINT = later("{least} to {most}")


def read(figure: Figure, text: str, currency: Currency) -> object:
    """What somebody typed. Raises ValueError with a sentence where it is nothing of the kind."""
    plain = text.replace("%", "").replace(currency.symbol, "").strip()
    if figure in OF_MONEY:
        return typed.amount(plain, currency)
    if figure in OF_POINTS:
        return typed.points(plain)
    return typed.whole(plain) if figure in COUNTED else typed.number(plain)


def cells(found: RatesFound) -> dict[Figure, Cell]:
    base, drafted, currency = Figures.of(found.base), Figures.of(found.drafted), found.program.currency
    return {one: _cell(one, base, drafted, currency, is_fixed=_is_fixed(one, found, drafted)) for one in Figure}


def _cell(figure: Figure, base: Figures, drafted: Figures, currency: Currency, *, is_fixed: bool) -> Cell:
    was, now = base.value(figure), drafted.value(figure)
    text = f"{value_text(figure, was, currency)} › {value_text(figure, now, currency)}" if was != now else ""
    if figure in CHOICES:
        return Cell(now, text, is_fixed=is_fixed)
    is_without = is_fixed and figure is Figure.LASTS
    return Cell("" if is_without else _typed(figure, now, currency), text, _hint(figure, drafted), is_fixed)


def _typed(figure: Figure, value: object, currency: Currency) -> str:
    if figure in OF_MONEY:
        assert isinstance(value, int), "money is minor units"
        return typed.amount_typed(value, currency) if value else ""
    if figure in OF_POINTS:
        assert isinstance(value, int), "points are hundredths"
        return typed.points_typed(value)
    return f"{value:f}" if figure not in COUNTED else str(value)


def _hint(figure: Figure, drafted: Figures) -> str:
    if figure in _HINTS:
        return tr(_HINTS[figure])
    least = lasts_least(drafted.expiry) if figure is Figure.LASTS else 0
    return tr(_COUNTED_HINT, least=least, most=DAYS_MAX)


def _is_fixed(figure: Figure, found: RatesFound, drafted: Figures) -> bool:
    """Cashback is money, and what never ends counts nothing."""
    if figure is Figure.WORTH:
        return found.base.programme.kind is ProgrammeKind.CASHBACK
    return figure is Figure.LASTS and drafted.expiry is ExpiryMode.NEVER


def said(found: RatesFound) -> str:
    """One of the points is worth: ₹0.10 › ₹0.20; below it what is to be known of that."""
    changes = found.figure_changes
    if not changes:
        return ""
    told = "; ".join(change(one, found.program.currency) for one in changes)
    return f"{told}\n{' '.join(_notes({one.figure for one in changes}))}"


def _notes(changed: set[Figure]) -> Iterator[str]:
    if Figure.WORTH in changed:
        yield tr(WORTH_NOW)
    if changed & {Figure.EXPIRY, Figure.LASTS}:
        yield tr(ENDS_STAY)
    yield tr(BILLS_STAY)


def _newer(found: RatesFound) -> Sequence[str]:
    return [change(one, found.program.currency) for one in found.newer_figures]


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rates or rules"))
