"""The letterhead as it is typed: its lines in fields of their own, and the settings they become."""

from __future__ import annotations

from collections.abc import Mapping

from app.settings import Settings
from ui.firstrun.state import Field
from ui.words import later, tr

UNNAMED = later("My pharmacy")
_EXAMPLE = Settings()


def typed_of(settings: Settings) -> dict[Field, str]:
    """What the fields show at first: nothing of the example's name and address."""
    is_example = settings.shop_name == _EXAMPLE.shop_name
    street, town = ("", "") if is_example else _halves(settings.shop_address)
    licence, second = _halves(settings.shop_licences)
    return {
        Field.CODE: settings.counter_code,
        Field.NAME: "" if is_example else settings.shop_name,
        Field.STREET: street,
        Field.TOWN: town,
        Field.GSTIN: settings.shop_gstin,
        Field.LICENCE: licence,
        Field.SECOND_LICENCE: second,
        Field.PHONE: settings.shop_phone,
    }


def settings_of(typed: Mapping[Field, str]) -> dict[str, str]:
    def at(field: Field) -> str:
        return " ".join(typed.get(field, "").split())

    return {
        "shop_name": at(Field.NAME),
        "shop_address": _together(at(Field.STREET), at(Field.TOWN)),
        "shop_gstin": at(Field.GSTIN),
        "shop_licences": _together(at(Field.LICENCE), at(Field.SECOND_LICENCE)),
        "shop_phone": at(Field.PHONE),
    }


def unnamed(settings: Settings) -> dict[str, str]:
    """What a shop is called that would not say: not as the example is."""
    if settings.shop_name != _EXAMPLE.shop_name:
        return {}
    return {"shop_name": tr(UNNAMED), "shop_address": ""}


def _halves(text: str) -> tuple[str, str]:
    """The first line, and all the others."""
    first, _, rest = text.partition("|")
    return first.strip(), rest.strip()


def _together(first: str, rest: str) -> str:
    return "|".join(part for part in (first, rest) if part)
