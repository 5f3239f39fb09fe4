"""Views: what was typed turned into a search, and what is known of a member into what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.codes import CodeKind, classify
from app.domain.member import Card, CardStatus, Holder
from app.services.desk import Desk
from app.services.members import members
from app.services.members.dossiers import Dossier, Movement, Revealed
from ui.members import wording
from ui.members.state import Cells, FileView, Tab
from ui.speech import Speech
from ui.words import tr

PHONE_DIGITS, LAST_DIGITS = 10, 4
Search = Callable[[], Sequence[Holder]]


def search(desk: Desk, text: str) -> Search | None:
    """Whoever a card, a phone, last four digits or a name comes to; None where nothing was typed."""
    typed, code = text.strip(), classify(text)
    digits = "".join(one for one in typed if one.isdigit())
    if code.kind is CodeKind.CARD:
        return partial(members.find_card, desk, code.text)
    if digits == typed.lstrip(".") and len(digits) == LAST_DIGITS:
        return partial(members.find_last_four, desk, digits)
    if typed.lstrip("+").replace(" ", "").isdigit() and len(digits) >= PHONE_DIGITS:
        return partial(members.find_phone, desk, digits[-PHONE_DIGITS:])
    return partial(members.find_name, desk, typed) if typed else None


def file_view(
    file: Dossier,
    tab: Tab,
    moves: Sequence[Movement],
    speech: Speech,
    *,
    revealed: Revealed | None,
    card: Card | None,
) -> FileView:
    member = file.profile.holder.member
    return FileView(
        name=member.name,
        tier=member.tier,
        ids=wording.ids(file, revealed),
        points=wording.headline(file, speech),
        notes=wording.notes(file, speech),
        tab=tab,
        columns=tuple(map(tr, wording.COLUMNS[tab])),
        numbers=wording.NUMBERS[tab],
        rows=_rows(file, tab, moves, speech),
        older="",
        card_words=wording.card_words(card),
    )


def card_of(file: Dossier) -> Card | None:
    """The card they use, or the last that was not replaced."""
    return next((card for card in file.cards if card.status is not CardStatus.REPLACED), None)


def _rows(file: Dossier, tab: Tab, moves: Sequence[Movement], speech: Speech) -> tuple[Cells, ...]:
    if tab is Tab.POINTS:
        return wording.lot_rows(file, speech)
    if tab is Tab.LEDGER:
        return wording.movement_rows(moves, speech)
    return wording.about_rows(file, speech)
