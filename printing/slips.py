"""What a member takes home without a bill: the balance, or a statement of the latest movements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.domain.entries import EntryKind
from app.domain.point_words import PointWords
from app.services.papers.slip_facts import MovementFacts, SlipFacts, StatementFacts
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
    EntryKind.EXTEND: "Kept for longer",
    EntryKind.UNEXTEND: "Kept no longer",
    EntryKind.REVERSE: "Taken back",
    EntryKind.RESTORE: "Given back",
    EntryKind.MERGE_OUT: "To another card",
    EntryKind.MERGE_IN: "From another card",
}


def balance_slip(facts: SlipFacts) -> Document:
    banners = tuple(parts.banners(training=facts.training, copy_number=0))
    return Document(Money.of(facts).title("Points balance"), parts.framed(tuple(_slip(facts)), banners))


def _slip(facts: SlipFacts) -> Iterator[Block]:
    money = Money.of(facts)
    yield from parts.opening(facts, money.title("Points balance"))
    yield from parts.holder(facts.holder)
    yield from parts.balance(facts.holder, money)
    yield Space()


def statement(facts: StatementFacts, *, is_roll: bool) -> Document:
    """The movements as a table on a sheet, and on a roll, which is too narrow for one, in two lines each."""
    banners = tuple(parts.banners(training=facts.training, copy_number=0))
    marks = parts.marks(training=facts.training, copy_number=0)
    title = Money.of(facts).title("Points statement")
    running = " · ".join([facts.shop.name, f"{title} of {day(facts.printed_at)}", *marks])
    return Document(title, parts.framed(tuple(_statement(facts, is_roll)), banners), running)


def _statement(facts: StatementFacts, is_roll: bool) -> Iterator[Block]:
    money = Money.of(facts)
    yield from parts.opening(facts, money.title("Points statement"))
    yield from parts.holder(facts.holder)
    yield Rule()
    if not facts.is_whole:
        yield Text(f"The latest {len(facts.movements)} movements", size=Size.SMALL)
    if facts.opening:
        yield Columns("Brought forward", money.points(facts.opening), Size.SMALL)
    if not facts.movements:
        yield Text(_nothing_moved(facts.point_words), size=Size.SMALL)
    elif is_roll:
        yield from (block for movement in facts.movements for block in _lines(movement, money))
    else:
        yield _table(facts.movements, money)
    yield Rule()
    yield from parts.balance(facts.holder, money)
    yield Space()


def _nothing_moved(words: PointWords) -> str:
    return "Nothing has moved yet." if words.are_own else "No points have moved yet."


def _lines(movement: MovementFacts, money: Money) -> Iterator[Block]:
    what = _joined(_KINDS[movement.kind], movement.reason)
    yield Columns(what, _signed(movement.points, money.points))
    when = _joined(day(movement.at), movement.bill_number)
    yield Columns(when, money.points(movement.balance), Size.SMALL)


def _table(movements: Sequence[MovementFacts], money: Money) -> Table:
    titles = (Column("What"), Column(money.many, Align.RIGHT), Column("Balance", Align.RIGHT))
    return Table((Column("When", Align.RIGHT), *titles), tuple(_row(movement, money) for movement in movements))


def _row(movement: MovementFacts, money: Money) -> tuple[str, ...]:
    what = _joined(_KINDS[movement.kind], movement.bill_number, movement.reason)
    figure = money.point_figure
    return day(movement.at), what, _signed(movement.points, figure), figure(movement.balance)


def _joined(*said: str) -> str:
    return " · ".join(words for words in said if words)


def _signed(points: int, said: Callable[[int], str]) -> str:
    return f"+{said(points)}" if points > 0 else said(points)
