"""Phone numbers: one spelling (E.164) for what people type in many."""

from __future__ import annotations

from app.domain.errors import invalid

HOME_REGION = "IN"
TYPED_MAX = 40  # characters; no number on earth takes more to write


def normalised_phone(typed: str | None, *, region: str = HOME_REGION) -> str | None:
    """The number in E.164, None for none; refused when no such number can exist."""
    if typed is None or not typed.strip():
        return None
    import phonenumbers  # a large table; the first lookup pays, start-up does not

    try:
        number = phonenumbers.parse(typed, region) if len(typed) <= TYPED_MAX else None
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise invalid("That is not a phone number. Nothing was saved; check the digits.")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
