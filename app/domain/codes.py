"""Codes: what a scanned or typed string is, and the check digits of card numbers and vouchers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CODE_LENGTH_MAX: Final = 256
CARD_DIGITS: Final = 12
STAFF_CARD_DIGITS: Final = 20
BILL_NUMBER_LENGTH_MAX: Final = 16
VOUCHER_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # 32 that nobody takes for each other
VOUCHER_RANDOM: Final = 13  # of them, 65 bits

_GTIN_DIGITS = (8, 12, 13)  # EAN-8, UPC-A, EAN-13
_VOUCHER = re.compile(f"V[{VOUCHER_LETTERS}]{{15}}")
_VOUCHER_PRIME = 1021
_MISREAD = str.maketrans("OIL", "011")
_BILL_NUMBER = re.compile(r"[A-Za-z0-9]{1,3}/([0-9]{2})-([0-9]{2})/[0-9]{6,}")


class CodeKind(StrEnum):
    CARD = "CARD"
    CARD_MISTYPED = "CARD_MISTYPED"
    BILL = "BILL"
    PRODUCT = "PRODUCT"
    STAFF = "STAFF"
    VOUCHER = "VOUCHER"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Code:
    """A code and what it is; `text` is bare (no spaces in a card number, no # before a bill number)."""

    kind: CodeKind
    text: str


def card_number(first_ten: str) -> str:
    """The card number that starts with these ten digits. Source: docs/domain.md, Numbers (card numbers)."""
    assert re.fullmatch("[0-9]{10}", first_ten), "a card number is issued over ten digits"
    return f"{first_ten}{98 - int(first_ten) * 100 % 97:02}"


def is_card_number(text: str) -> bool:
    """Whether these are twelve ASCII digits, the last two of them the ISO 7064 MOD 97-10 check."""
    return len(text) == CARD_DIGITS and _is_digits(text) and card_number(text[:10]) == text


def staff_card(digits: str) -> str:
    """The staff card over these eighteen digits, which nobody can guess; two more are their ISO 7064 check."""
    assert re.fullmatch("[0-9]{18}", digits), "a staff card is made of eighteen digits"
    return f"{digits}{98 - int(digits) * 100 % 97:02}"


def is_staff_card(text: str) -> bool:
    return len(text) == STAFF_CARD_DIGITS and _is_digits(text) and staff_card(text[:-2]) == text


def voucher_code(letters: str) -> str:
    """The code of a reward's voucher over these thirteen random letters: V, the letters, and two that check them.

    The check is a remainder by a prime above 32², so that one letter mistyped, or two neighbours changed, is caught.
    """
    assert len(letters) == VOUCHER_RANDOM, "thirteen letters make a voucher"
    value = 0
    for letter in letters:
        value = value * 32 + VOUCHER_LETTERS.index(letter)
    check = value * 1024 % _VOUCHER_PRIME
    return f"V{letters}{VOUCHER_LETTERS[check // 32]}{VOUCHER_LETTERS[check % 32]}"


def voucher_of(text: str) -> str | None:
    """The code of a voucher, however it was typed: spaces and hyphens do not count, nor does O for 0 or I for 1."""
    if not text.isascii():
        return None
    bare = text.upper().replace(" ", "").replace("-", "").translate(_MISREAD)
    if not _VOUCHER.fullmatch(bare):
        return None
    return bare if voucher_code(bare[1:-2]) == bare else None


def format_card_number(number: str) -> str:
    """The number as it is printed, in fours: 7000 1234 5678."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def mask(number: str) -> str:
    """The number as others may see it: its last four digits."""
    return f"•••• {number[-4:]}"


def classify(text: str) -> Code:
    """What a code is, decided by its form alone.

    Spaces around it, and between the digits of a number, do not count. Twelve digits may be a card or a UPC-A
    product: what is valid as a card is a card, for those are ours; else what is valid as UPC-A is a product;
    else it is a card mistyped. What is longer than CODE_LENGTH_MAX is UNKNOWN, its text cut there.
    """
    if len(text) > CODE_LENGTH_MAX:
        return Code(CodeKind.UNKNOWN, text[:CODE_LENGTH_MAX])
    bare = text.strip()
    digits = bare.replace(" ", "")
    if _is_digits(digits):
        return Code(_number_kind(digits), digits)
    voucher = voucher_of(bare)
    if voucher is not None:
        return Code(CodeKind.VOUCHER, voucher)
    number = bare.removeprefix("#")
    return Code(CodeKind.BILL, number.upper()) if _is_bill_number(number) else Code(CodeKind.UNKNOWN, bare)


def _number_kind(digits: str) -> CodeKind:
    if is_card_number(digits):
        return CodeKind.CARD
    if is_staff_card(digits):
        return CodeKind.STAFF
    if len(digits) in _GTIN_DIGITS and _gtin_check_holds(digits):
        return CodeKind.PRODUCT
    return CodeKind.CARD_MISTYPED if len(digits) == CARD_DIGITS else CodeKind.UNKNOWN


def _gtin_check_holds(digits: str) -> bool:
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(digits))) % 10 == 0


def _is_bill_number(text: str) -> bool:
    parts = _BILL_NUMBER.fullmatch(text)
    if parts is None or len(text) > BILL_NUMBER_LENGTH_MAX:
        return False
    year, next_year = map(int, parts.groups())
    return next_year == (year + 1) % 100


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
