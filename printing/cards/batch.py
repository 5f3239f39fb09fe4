"""Cards for a whole list: members found or enrolled row by row, then all their cards in one PDF.

Each member is enrolled in a unit of work of their own and is found by their phone the next time, and cards count as
printed only once the PDF is there. So a batch that was stopped is simply run again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from app.domain.codes import format_card_number
from app.domain.errors import DomainError
from app.services.desk import Desk
from app.services.papers import cards
from app.services.papers.cards import CardFacts
from printing import labels
from printing.cards import pdf
from printing.cards.batch_file import BadRow, Row, rows
from printing.cards.pdf import Stock
from printing.cards.template import Template
from printing.cards.texts import CardText, ShopText
from printing.labels import Label, LabelSheet

FIND: Final = "members"
DRAW: Final = "cards"


class Watcher(Protocol):
    """Who watches a batch: told how far it is, asked whether to go on."""

    def step(self, what: str, done: int, total: int) -> None:
        """`what` is FIND or DRAW."""

    def is_stopped(self) -> bool: ...


class Stopped(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The batch was stopped. Who was enrolled stays so; no card counts as printed."""


Drawn = Callable[[int], object]
Draw = Callable[[Sequence[CardText], Drawn], bytes]


@dataclass(frozen=True, slots=True)
class Job:
    """Where the cards go, and what draws them; it tells as it goes how many there are by now."""

    out: Path
    draw: Draw


def on_stock(template: Template, shop: ShopText, stock: Stock) -> Draw:
    return lambda cards, drawn: pdf.render(cards, template, shop, stock=stock, drawn=drawn)


def on_labels(cut: LabelSheet, *, skip: int = 0) -> Draw:
    """To be stuck on cards that are printed already: name, number and code."""

    def draw(cards: Sequence[CardText], drawn: Drawn) -> bytes:
        said = (Label(card.name, format_card_number(card.number), card.number) for card in cards)
        return labels.render(said, cut, skip=skip, drawn=drawn)

    return draw


@dataclass(slots=True)
class Summary:
    printed: int = 0
    enrolled: int = 0
    copies: int = 0
    bad: list[BadRow] = field(default_factory=list)


def print_batch(desk: Desk, file: Path, job: Job, watcher: Watcher, *, staff: str) -> Summary:
    """Raises UnreadableFile, Stopped, OSError where the PDF cannot be written, StoreFault."""
    summary = Summary()
    numbers = _numbers(desk, rows(file), summary, watcher, staff=staff)
    if numbers:
        _write(job, cards.facts(desk, numbers), watcher)
        for start in range(0, len(numbers), cards.COUNTED_MAX):
            jobs = cards.count_printed(desk, numbers[start : start + cards.COUNTED_MAX], staff=staff)
            summary.copies += sum(one.copy > 0 for one in jobs)
    summary.printed = len(numbers)
    return summary


def _numbers(
    desk: Desk, wanted: Sequence[Row | BadRow], summary: Summary, watcher: Watcher, *, staff: str
) -> list[str]:
    """The card of each row that has one, each once."""
    lines: dict[str, int] = {}
    for done, row in enumerate(wanted, 1):
        _go_on(watcher)
        bad = row if isinstance(row, BadRow) else _find(desk, row, lines, summary, staff=staff)
        if bad is not None:
            summary.bad.append(bad)
        watcher.step(FIND, done, len(wanted))
    return list(lines)


def _find(desk: Desk, row: Row, lines: dict[str, int], summary: Summary, *, staff: str) -> BadRow | None:
    try:
        issued = cards.find_or_enrol(desk, row.enrolment, staff=staff)
    except DomainError as refusal:
        return BadRow(row.line, refusal.message)
    if issued.number in lines:
        number = format_card_number(issued.number)
        return BadRow(row.line, f"line {lines[issued.number]} has this phone already; card {number} is printed once.")
    lines[issued.number] = row.line
    summary.enrolled += issued.is_new
    return None


def _write(job: Job, every: Sequence[CardFacts], watcher: Watcher) -> None:
    def drawn(count: int) -> None:
        watcher.step(DRAW, count, len(every))
        _go_on(watcher)

    texts = [CardText(one.number, one.name, one.language) for one in every]
    write_whole(job.out, job.draw(texts, drawn))


def write_whole(path: Path, content: bytes) -> None:
    """The file is there whole, or as it was before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _go_on(watcher: Watcher) -> None:
    if watcher.is_stopped():
        raise Stopped
