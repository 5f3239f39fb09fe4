"""The port: what is to be printed, and what every printer does with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

    from printing.document import Document
    from printing.paper import Paper

Begin = Callable[[], None]


class Sheet(Protocol):
    """Something to be printed, on whatever paper the printer has. `name` is a file's, and a queue's job's."""

    @property
    def name(self) -> str: ...
    @property
    def opens_drawer(self) -> bool: ...
    def pdf(self, paper: Paper) -> bytes: ...
    def pictures(self, paper: Paper) -> list[Image]:
        """One a page, in dots of a receipt printer: 203 to the inch, black or white."""

    def document(self, paper: Paper) -> Document | None:
        """What a printer's own letters can be used for; None for what is a drawing."""


@dataclass(frozen=True, slots=True)
class DocumentSheet:
    """A document: a receipt, a slip, a report. What it says may depend on the paper: a bill is an invoice on A4."""

    name: str
    content: Callable[[Paper], Document]
    opens_drawer: bool = False

    def pdf(self, paper: Paper) -> bytes:
        from printing.pdf import render

        return render(self.content(paper), paper)

    def pictures(self, paper: Paper) -> list[Image]:
        from printing.raster import render

        return render(self.content(paper), paper)

    def document(self, paper: Paper) -> Document | None:
        return self.content(paper)


@dataclass(frozen=True, slots=True)
class DrawerSheet:
    """No paper at all: the drawer opens, and that is it. For receipt printers only."""

    name: str = "drawer"
    opens_drawer: bool = True

    def pdf(self, paper: Paper) -> bytes:
        raise TypeError(f"a drawer is nothing on {paper}")

    def pictures(self, paper: Paper) -> list[Image]:  # noqa: ARG002 - it has no page
        return []

    def document(self, paper: Paper) -> Document | None:  # noqa: ARG002
        return None


class Printer(Protocol):
    def put(self, sheet: Sheet, begin: Begin) -> str:
        """Print it; says where it is. Calls `begin` once, just before anything may be on paper.

        Raises PrinterFault, doubtful once `begin` was called and some of it may be on paper.
        """
