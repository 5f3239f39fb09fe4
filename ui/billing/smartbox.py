"""The smart box: one line of text, and what the cashier means by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from app.domain.cart import QUANTITY_MAX
from app.domain.codes import CARD_DIGITS, CODE_LENGTH_MAX, CodeKind, classify
from app.domain.formats import quantity
from app.domain.money import RUPEE, Currency
from ui.billing.intents import (
    AddLine,
    Discount,
    FindBill,
    FindCard,
    FindLastFour,
    FindName,
    FindPhone,
    FindProduct,
    Incomplete,
    Intent,
    Pay,
    RemoveLast,
    ToggleRedeem,
    Wrong,
)
from ui.words import later, tr

TEXT_LENGTH_MAX: Final = CODE_LENGTH_MAX
AMOUNT_MINOR_MAX: Final = 999_999_999

# What happened · is the bill safe · what to do now.
SENTENCES: Final[Mapping[str, str]] = {
    "AMT-BAD": later(
        "“{typed}” can't be read as an amount. Nothing was added – type it like 500, 45.50 or "
        "3*45, in the digits 0–9 with at most {decimals} decimals."
    ),
    "AMT-MAX": later("That is more than {most}. Nothing was added – check the figure."),
    "AMT-NEG": later("An amount can't be negative. Nothing was changed – a - alone takes off the last line."),
    "AMT-ZERO": later("That comes to nothing. Nothing was added – check the quantity and the rate."),
    "BILL-BAD": later("“{typed}” isn't a bill number. The bill here is untouched – type it like #A1/26-27/000123."),
    "BOX-LONG": later("That is far too long. Nothing was changed – press Esc to clear it and scan or type again."),
    "CARD-CHK": later(
        "That card number was mistyped (its check digits don't match). The bill is untouched – please check the card."
    ),
    "CAT-NONE": later("There is no category “{key}”. Nothing was added – after the slash type one of {keys}."),
    "CAT-SETUP": later("This shop has no categories yet. Nothing was added – ask a manager to set them up."),
    "FOUR-BAD": later(
        "“{typed}” isn't a dot and four digits. The bill is untouched – type .5678 to find by the last four."
    ),
    "NUM-LONG": later(
        "That is too long for a phone (10 digits) or a card (12). Nothing was changed – check the number."
    ),
    "PCT-MAX": later("A discount is at most 100 %. Nothing was changed – check the figure."),
    "PHONE-BAD": later("“{typed}” isn't an Indian mobile number. The bill is untouched – type its 10 digits."),
    "QTY-MAX": later("A line holds at most {most}. Nothing was added – check the quantity."),
    "QTY-ZERO": later("A quantity of 0 sells nothing. Nothing was added – type how many, like 3*45."),
}

_BARE: Final[Mapping[str, Intent]] = {"": Pay(), "-": RemoveLast(), "+": ToggleRedeem()}
_PHONE = re.compile(r"(?:\+91)?([6-9][0-9]{9})")
_PHONE_BEGUN = re.compile(r"\+(9(1([6-9][0-9]{0,8})?)?)?")
_BILL_BEGUN = re.compile(r"#[A-Za-z0-9]{0,3}(/[0-9]{0,2}(-[0-9]{0,2}(/[0-9]{0,5})?)?)?")
_DISCOUNT = re.compile(r"(?P<figure>[0-9]{1,7}(?:\.[0-9]{1,3})?)(?P<mark>[%-])(?P<line>[0-9]{0,3})")
PERCENT_MAX = 100
_AMOUNT_DIGITS_MAX = 7
_SHOWN_LENGTH_MAX = 40
# Words of Indian scripts are joined and parted by these two, which Python does not count as printable.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class CategoryKey:
    """What is typed after the slash, whatever its case, for a category."""

    key: str
    name: str


@cache
def _grammar(decimals: int) -> re.Pattern[str]:
    """An amount with its quantity before it and its category after it; money has so many decimals."""
    rate = rf"[0-9]+(?:\.[0-9]{{1,{decimals}}})?" if decimals else "[0-9]+"
    return re.compile(rf"(?:(?P<quantity>[0-9]+(?:\.[0-9]{{1,3}})?)\*)?(?P<rate>{rate})(?:/(?P<key>.*))?", re.DOTALL)


def parse(text: str, categories: Sequence[CategoryKey], currency: Currency = RUPEE) -> Intent:
    """What the text means; the first category is the one an amount without a slash falls in. Never raises."""
    if len(text) > TEXT_LENGTH_MAX:
        return _wrong("BOX-LONG")
    typed = text.strip()
    if typed in _BARE:
        return _BARE[typed]
    return (
        _code(typed)
        or _marked(typed)
        or _number(typed)
        or _discount(typed, currency)
        or _line(typed, categories, currency)
    )


def hint(intent: Intent, *, has_lines: bool) -> str:
    """What Enter will do, said before Enter is pressed."""
    if isinstance(intent, (Incomplete, Wrong)):
        return intent.sentence
    if isinstance(intent, (Pay, RemoveLast)) and not has_lines:
        return tr("Scan a card, or type a phone, a name, an amount or a bill number")
    return f"↵ {intent.deed}"


def _code(typed: str) -> Intent | None:
    code = classify(typed)
    if code.kind is CodeKind.BILL:
        return FindBill(code.text)
    if code.kind is CodeKind.PRODUCT and len(code.text) != CARD_DIGITS:  # twelve typed are a card, right or mistyped
        return FindProduct(code.text)
    return FindCard(code.text, is_typed=True) if code.kind is CodeKind.CARD else None


def _marked(typed: str) -> Intent | None:
    """A text whose first character says what it is: a letter, or one of the marks."""
    if typed[0].isalpha():
        return FindName(_clean(typed))
    reader = _READERS.get(typed[0])
    return reader(typed) if reader else None


def _clean(name: str) -> str:
    return "".join(c for c in " ".join(name.split()) if c.isprintable() or c in _JOINERS)


def _bill_begun(typed: str) -> Intent:
    if _BILL_BEGUN.fullmatch(typed):
        return Incomplete(tr("Go on with the whole bill number, like #A1/26-27/000123."))
    return _wrong("BILL-BAD", typed=typed)


def _last_four(typed: str) -> Intent:
    digits = typed[1:]
    if len(digits) > 4 or (digits and not _is_digits(digits)):
        return _wrong("FOUR-BAD", typed=typed)
    if len(digits) < 4:
        return Incomplete(tr("Go on with the last four digits of the phone or card, like .5678."))
    return FindLastFour(digits)


def _phone_with_country(typed: str) -> Intent:
    number = typed.replace(" ", "")
    if phone := _PHONE.fullmatch(number):
        return FindPhone(phone[1])
    if _PHONE_BEGUN.fullmatch(number):
        return Incomplete(tr("Go on with +91 and the ten digits of the phone."))
    return _wrong("PHONE-BAD", typed=typed)


def _negative(_typed: str) -> Intent:
    return _wrong("AMT-NEG")


_READERS: Final[Mapping[str, Callable[[str], Intent]]] = {
    "#": _bill_begun,
    ".": _last_four,
    "+": _phone_with_country,
    "-": _negative,
}


def _number(typed: str) -> Intent | None:
    """Digits alone, when they are spaced or too many to be an amount."""
    digits = typed.replace(" ", "")
    if not _is_digits(digits) or (digits == typed and len(digits) <= _AMOUNT_DIGITS_MAX):
        return None
    if _PHONE.fullmatch(digits):
        return FindPhone(digits)
    if len(digits) < CARD_DIGITS:
        return Incomplete(
            tr("Too long for an amount. Go on to 10 digits for a phone (it starts with 6–9), 12 for a card.")
        )
    return _wrong("CARD-CHK" if len(digits) == CARD_DIGITS else "NUM-LONG")


def _discount(typed: str, currency: Currency) -> Intent | None:
    """10% or 50- of the bill; with a line's number behind it, of that line."""
    parts = _DISCOUNT.fullmatch(typed)
    if parts is None:
        return None
    figure, line = Decimal(parts["figure"]), int(parts["line"]) if parts["line"] else None
    if parts["mark"] == "%":
        return Discount(percent=figure, line=line) if figure <= PERCENT_MAX else _wrong("PCT-MAX")
    if figure * currency.minor_per_major % 1:
        return _wrong("AMT-BAD", typed=typed, decimals=str(currency.digits))
    return Discount(amount_minor=int(figure * currency.minor_per_major), line=line, currency=currency)


def _line(typed: str, categories: Sequence[CategoryKey], currency: Currency) -> Intent:
    parts = _grammar(currency.digits).fullmatch(typed)
    if parts is None:
        return _wrong("AMT-BAD", typed=typed, decimals=str(currency.digits))
    if not categories:
        return _wrong("CAT-SETUP")
    category = _category(parts["key"], categories)
    if category is None:
        return _wrong("CAT-NONE", key=parts["key"], keys=", ".join(each.key for each in categories))
    unit_price_minor = int(Decimal(parts["rate"]) * currency.minor_per_major)
    return _in_bounds(AddLine(category.name, Decimal(parts["quantity"] or 1), unit_price_minor, currency))


def _category(key: str | None, categories: Sequence[CategoryKey]) -> CategoryKey | None:
    if key is None:
        return categories[0]
    return next((each for each in categories if each.key.casefold() == key.casefold()), None)


def _in_bounds(line: AddLine) -> Intent:
    if line.quantity == 0:
        return _wrong("QTY-ZERO")
    if line.quantity > QUANTITY_MAX:
        return _wrong("QTY-MAX", most=quantity(QUANTITY_MAX))
    if max(line.unit_price_minor, line.amount_minor) > AMOUNT_MINOR_MAX:
        return _wrong("AMT-MAX", most=line.currency.text(AMOUNT_MINOR_MAX))
    return line if line.amount_minor else _wrong("AMT-ZERO")


def _wrong(code: str, **words: str) -> Wrong:
    return Wrong(code, tr(SENTENCES[code], **{name: _shown(word) for name, word in words.items()}))


def _shown(word: str) -> str:
    return word if len(word) <= _SHOWN_LENGTH_MAX else f"{word[:_SHOWN_LENGTH_MAX]}…"


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
