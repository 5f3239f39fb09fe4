"""What a member takes home without a bill: the balance, or a statement of the latest movements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain import formats
from app.domain.entries import EntryKind
from app.services.slip_facts import MovementFacts, SlipFacts, StatementFacts
from printing import parts
from printing.document import Align, Block, Column, Columns, Document, Rule, Size, Space, Table, Text
from printing.wording import Money, day

_KINDS = {
    EntryKind.EARN: "Earned",
    EntryKind.BONUS: "Bonus",
    EntryKind.REFERRAL: "For bringing a friend",
    EntryKind.ADJUST: "Adjusted",
    EntryKind.REDEEM: "Used",
    EntryKind.REWARD: "Used for a reward",
    EntryKind.EXPIRE: "Expired",
    EntryKind.UNEXPIRE: "Expiry taken back",
    EntryKind.REVERSE: "Taken back",
    EntryKind.RESTORE: "Given back",
    EntryKind.MERGE_OUT: "To another card",
    EntryKind.MERGE_IN: "From another card",
}


def balance_slip(facts: SlipFacts) -> Document:
    banners = tuple(parts.banners(training=facts.training, copy_number=0))
    return Document("Points balance", parts.framed(tuple(_slip(facts)), banners))


def _slip(facts: SlipFacts) -> Iterator[Block]:
    yield from parts.opening(facts, "Points balance")
    yield from parts.holder(facts.holder)
    yield from parts.balance(facts.holder, Money.of(facts))
    yield Space()


def statement(facts: StatementFacts, *, is_roll: bool) -> Document:
    """The movements as a table on a sheet, and on a roll, which is too narrow for one, in two lines each."""
    banners = tuple(parts.banners(training=facts.training, copy_number=0))
    marks = parts.marks(training=facts.training, copy_number=0)
    running = " · ".join([facts.shop.name, f"Points statement of {day(facts.printed_at)}", *marks])
    return Document("Points statement", parts.framed(tuple(_statement(facts, is_roll)), banners), running)


def _statement(facts: StatementFacts, is_roll: bool) -> Iterator[Block]:
    yield from parts.opening(facts, "Points statement")
    yield from parts.holder(facts.holder)
    yield Rule()
    if not facts.is_whole:
        yield Text(f"The latest {len(facts.movements)} movements", size=Size.SMALL)
    if facts.opening:
        yield Columns("Brought forward", formats.points(facts.opening), Size.SMALL)
    if not facts.movements:
        yield Text("No points have moved yet.", size=Size.SMALL)
    elif is_roll:
        yield from (block for movement in facts.movements for block in _lines(movement))
    else:
        yield _table(facts.movements)
    yield Rule()
    yield from parts.balance(facts.holder, Money.of(facts))
    yield Space()


def _lines(movement: MovementFacts) -> Iterator[Block]:
    yield Columns(_joined(_KINDS[movement.kind], movement.reason), _signed(movement.points))
    when = _joined(day(movement.at), movement.bill_number)
    yield Columns(when, formats.points(movement.balance), Size.SMALL)


def _table(movements: Sequence[MovementFacts]) -> Table:
    titles = (Column("What"), Column("Points", Align.RIGHT), Column("Balance", Align.RIGHT))
    return Table((Column("When", Align.RIGHT), *titles), tuple(map(_row, movements)))


def _row(movement: MovementFacts) -> tuple[str, ...]:
    what = _joined(_KINDS[movement.kind], movement.bill_number, movement.reason)
    return day(movement.at), what, _signed(movement.points), formats.points(movement.balance)


def _joined(*said: str) -> str:
    return " · ".join(words for words in said if words)


def _signed(points: int) -> str:
    return f"+{formats.points(points)}" if points > 0 else formats.points(points)
