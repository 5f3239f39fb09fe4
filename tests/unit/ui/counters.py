"""A counter without a window: the real presenter on the real services, with what it shows kept for looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.points import HUNDREDTHS
from app.domain.program import Category, Program
from app.services.ports import Store, UnitOfWork
from app.services.programs.program import current
from tests.desks import Shop, memory_shop
from tests.lines import ScriptedLine
from tests.unit.ui.works import AtOnce
from ui.actions import Do
from ui.billing.presenter import Counter
from ui.billing.state import CounterState
from ui.context import CounterContext
from ui.session import Session

PROGRAM = Program(
    categories={
        "Medicines": Category(Decimal(1), Decimal(5)),
        "General": Category(Decimal(3)),
        "Baby Care": Category(Decimal(5), Decimal(10)),
    }
)


@dataclass(frozen=True, slots=True)
class Paper:
    printer: str
    copy: int
    path: Path | None = None


@dataclass
class Printer:
    """Remembers what it printed; out of order, it says why."""

    printed: list[str] = field(default_factory=list)
    fault: Exception | None = None

    def print_receipt(self, bill_id: str) -> Paper:
        if self.fault is not None:
            raise self.fault
        self.printed.append(bill_id)
        return Paper("receipt.pdf", self.printed.count(bill_id) - 1)


@dataclass
class FragileStore:
    """The store, until it has a fault: then nothing can be read or written."""

    whole: Store
    fault: Exception | None = None

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        return self._opened(self.whole.reading)

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        return self._opened(self.whole.writing)

    def _opened(self, how: Callable[[], AbstractContextManager[UnitOfWork]]) -> AbstractContextManager[UnitOfWork]:
        if self.fault is not None:
            raise self.fault
        return how()


class Screen:
    """What the presenter last showed, and what stands in the box."""

    state: CounterState
    counter: Counter
    box = ""
    clipboard = ""

    def show_state(self, state: CounterState) -> None:
        self.state = state

    def set_box(self, text: str) -> None:
        self.box = text
        self.counter.prompt.read(text)

    def focus_box(self) -> None:
        pass

    def copied(self) -> str:
        return self.clipboard


@dataclass
class Rig:
    shop: Shop
    counter: Counter
    screen: Screen
    printer: Printer
    work: Any
    store: FragileStore
    line: ScriptedLine

    @property
    def state(self) -> CounterState:
        return self.screen.state

    @property
    def notice(self) -> str:
        return self.state.notice.text if self.state.notice else ""

    def member(self, name: str = "Ravi Sharma", *, points: int = 0, **asked: Any) -> str:
        """A new member with some points; returns their card's number."""
        card = self.shop.enrol(name, **asked)
        if points:
            self.shop.credit(card, points * HUNDREDTHS)
        return card

    def type(self, *texts: str) -> None:
        """Each text, then Enter."""
        for text in texts:
            self.screen.set_box(text)
            self.counter.entering.submit(text)

    def do(self, *commands: Do) -> None:
        for command in commands:
            self.counter.do(command)


@contextmanager
def rig(work: AtOnce | None = None, program: Program = PROGRAM) -> Iterator[Rig]:
    with memory_shop(program) as shop:
        screen, printer, doing = Screen(), Printer(), work or AtOnce()
        store, line = FragileStore(shop.store), ScriptedLine()
        context = CounterContext(
            replace(shop.desk, store=store), printer, "Shree Medical", Session.of("asha"), line=line
        )
        screen.counter = Counter(context, doing, screen, current(shop.desk))
        screen.counter.start()
        yield Rig(shop, screen.counter, screen, printer, doing, store, line)
