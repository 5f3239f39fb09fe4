"""What a code is, and the check digits that catch a mistyped card."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean
from stdnum.iso7064 import mod_97_10

from app.domain.codes import (
    CODE_LENGTH_MAX,
    VOUCHER_LETTERS,
    Code,
    CodeKind,
    card_number,
    classify,
    format_card_number,
    is_card_number,
    mask,
    staff_card,
    voucher_code,
    voucher_of,
)

DIGITS = "0123456789"
CARD = "700012345641"
ten_digits = st.text(DIGITS, min_size=10, max_size=10)


def single_digit_errors(number: str) -> set[str]:
    return {number[:i] + d + number[i + 1 :] for i in range(len(number)) for d in DIGITS} - {number}


def adjacent_transpositions(number: str) -> set[str]:
    swapped = {number[:i] + number[i + 1] + number[i] + number[i + 2 :] for i in range(len(number) - 1)}
    return swapped - {number}


@given(ten_digits)
def test_the_check_digits_are_those_of_iso_7064(first_ten: str) -> None:
    number = card_number(first_ten)

    assert number == first_ten + mod_97_10.calc_check_digits(first_ten)
    assert mod_97_10.is_valid(number)
    assert is_card_number(number)


@given(st.text(DIGITS, min_size=12, max_size=12))
def test_no_number_is_a_card_that_iso_7064_refuses(digits: str) -> None:
    assert not is_card_number(digits) or mod_97_10.is_valid(digits)


@pytest.mark.parametrize("first_ten", ["7000123456", "0000000000", "9999999999", "1212121212", "9090909090"])
def test_every_slip_of_one_finger_is_caught(first_ten: str) -> None:
    number = card_number(first_ten)
    slips = single_digit_errors(number) | adjacent_transpositions(number)

    assert len(single_digit_errors(number)) == 12 * 9
    assert not any(is_card_number(slip) for slip in slips)


@given(ten_digits)
def test_slips_are_caught_on_any_card(first_ten: str) -> None:
    number = card_number(first_ten)

    assert not any(map(is_card_number, single_digit_errors(number) | adjacent_transpositions(number)))


def test_only_the_canonical_check_digits_pass() -> None:
    """02 and 99 leave the same remainder; accepting both would let one card have two numbers."""
    number = next(n for n in map(card_number, (f"{i:010}" for i in range(1000))) if n.endswith("02"))

    assert mod_97_10.is_valid(number[:10] + "99")
    assert not is_card_number(number[:10] + "99")


@pytest.mark.parametrize(
    "text", ["", CARD[:-1], CARD + "0", "7000 1234 5641", "٧٠٠٠١٢٣٤٥٦٤١", "70001234560x", "²" * 12]
)
def test_what_is_not_twelve_ascii_digits_is_not_a_card_number(text: str) -> None:
    assert not is_card_number(text)


@pytest.mark.parametrize("first_ten", ["", "123456789", "12345678901", "٧٠٠٠١٢٣٤٥٦", "700012345x"])
def test_a_number_is_issued_over_ten_digits_only(first_ten: str) -> None:
    with pytest.raises(AssertionError, match="ten digits"):
        card_number(first_ten)


def test_a_card_is_printed_in_fours_and_shown_by_its_last_four() -> None:
    assert card_number("7000123456") == CARD
    assert format_card_number(CARD) == "7000 1234 5641"
    assert mask(CARD) == "•••• 5641"


@pytest.mark.parametrize(
    ("text", "kind", "bare"),
    [
        (CARD, CodeKind.CARD, CARD),
        (" 7000 1234 5641\n", CodeKind.CARD, CARD),
        ("700012345642", CodeKind.CARD_MISTYPED, "700012345642"),
        ("8901234567890", CodeKind.PRODUCT, "8901234567890"),
        ("8901234567891", CodeKind.UNKNOWN, "8901234567891"),
        ("96385074", CodeKind.PRODUCT, "96385074"),
        ("96385075", CodeKind.UNKNOWN, "96385075"),
        ("036000291452", CodeKind.PRODUCT, "036000291452"),
        ("036000291453", CodeKind.CARD_MISTYPED, "036000291453"),
        ("A1/26-27/000123", CodeKind.BILL, "A1/26-27/000123"),
        ("#a1/26-27/000123", CodeKind.BILL, "A1/26-27/000123"),
        ("ABC/99-00/000001", CodeKind.BILL, "ABC/99-00/000001"),
        ("A1/26-27/1000000", CodeKind.BILL, "A1/26-27/1000000"),
        ("ABC/26-27/1000000", CodeKind.UNKNOWN, "ABC/26-27/1000000"),
        ("A1/26-28/000123", CodeKind.UNKNOWN, "A1/26-28/000123"),
        ("A1/26-27/123", CodeKind.UNKNOWN, "A1/26-27/123"),
        ("A1/26-27/00012٣", CodeKind.UNKNOWN, "A1/26-27/00012٣"),
        ("ſ1/26-27/000123", CodeKind.UNKNOWN, "ſ1/26-27/000123"),
        ("##A1/26-27/000123", CodeKind.UNKNOWN, "##A1/26-27/000123"),
        (f"#{CARD}", CodeKind.UNKNOWN, f"#{CARD}"),
        ("٨٩٠١٢٣٤٥٦٧٨٩٠", CodeKind.UNKNOWN, "٨٩٠١٢٣٤٥٦٧٨٩٠"),
        ("9876543210", CodeKind.UNKNOWN, "9876543210"),
        ("hello", CodeKind.UNKNOWN, "hello"),
        ("", CodeKind.UNKNOWN, ""),
    ],
)
def test_a_code_is_known_by_its_form(text: str, kind: CodeKind, bare: str) -> None:
    assert classify(text) == Code(kind, bare)


def test_twelve_digits_valid_as_card_and_as_product_are_a_card() -> None:
    both = next(
        n for n in map(card_number, (f"{i:010}" for i in range(7_000_000_000, 7_000_001_000))) if ean.is_valid(n)
    )

    assert classify(both).kind is CodeKind.CARD


@given(st.sampled_from([8, 12, 13]).flatmap(lambda n: st.text(DIGITS, min_size=n, max_size=n)))
def test_a_product_is_what_the_gtin_check_digit_says(digits: str) -> None:
    assert (classify(digits).kind is CodeKind.PRODUCT) == (ean.is_valid(digits) and not is_card_number(digits))


@given(st.text())
def test_any_text_is_something(text: str) -> None:
    assert len(classify(text).text) <= CODE_LENGTH_MAX


def test_an_endless_code_is_refused_at_once() -> None:
    endless = "7" * 10_000
    start = time.perf_counter()
    codes = [classify(endless) for _ in range(1000)]

    assert time.perf_counter() - start < 0.5
    assert set(codes) == {Code(CodeKind.UNKNOWN, "7" * CODE_LENGTH_MAX)}
    assert classify(CARD + " " * (CODE_LENGTH_MAX - 12)).kind is CodeKind.CARD
    assert classify(CARD + " " * (CODE_LENGTH_MAX - 11)).kind is CodeKind.UNKNOWN


def test_a_staff_card_is_twenty_digits_whose_last_two_check_the_rest():
    card = staff_card("123456789012345678")
    assert (card, mod_97_10.is_valid(card)) == ("12345678901234567888", True)
    assert classify(f" {card[:4]} {card[4:]} ") == Code(CodeKind.STAFF, card)
    assert classify(card[:-1] + "9").kind is CodeKind.UNKNOWN
    assert classify(f"S{card}").kind is CodeKind.UNKNOWN


thirteen_letters = st.text(VOUCHER_LETTERS, min_size=13, max_size=13)


@given(thirteen_letters)
def test_a_voucher_is_known_by_its_form(letters: str) -> None:
    code = voucher_code(letters)

    assert len(code) == 16
    assert classify(code) == Code(CodeKind.VOUCHER, code)
    assert classify(f" {format_card_number(code).lower()} ") == Code(CodeKind.VOUCHER, code)


@given(thirteen_letters, st.integers(1, 15), st.sampled_from(VOUCHER_LETTERS))
def test_one_letter_mistyped_is_no_voucher(letters: str, place: int, letter: str) -> None:
    code = voucher_code(letters)
    slip = code[:place] + letter + code[place + 1 :]

    assert voucher_of(slip) == (code if slip == code else None)


@given(thirteen_letters, st.integers(1, 14))
def test_two_letters_changed_are_no_voucher(letters: str, place: int) -> None:
    code = voucher_code(letters)
    slip = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert voucher_of(slip) == (code if slip == code else None)


def test_what_looks_alike_is_read_as_what_was_meant() -> None:
    code = voucher_code("1100000000011")

    assert voucher_of(code.replace("1", "l").replace("0", "o")) == code
    assert voucher_of(code.replace("1", "I")) == code


@pytest.mark.parametrize("text", ["", "V", "Vasant Rao Deshpande", "V" + "0" * 15 + "0", "ⅤⅤ", "X" + "0" * 15])
def test_what_is_no_voucher_is_none(text: str) -> None:
    assert voucher_of(text) is None
    assert classify(text).kind is CodeKind.UNKNOWN
