"""The card press: a counter's template and shop; cards printed one at a time, and how one would look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.members import members
from app.services.papers import cards
from app.services.papers.print_jobs import PrintJob
from printing.cards.texts import CardText, ShopText
from printing.printers.faults import PrinterFault, Trouble

if TYPE_CHECKING:
    from PIL.Image import Image

    from printing.cards.preview import Face
    from printing.cards.template import Template
    from printing.document import Document
    from printing.paper import Paper

_SAVED = "Member saved."
_FOLLOWS = "The card then follows by itself; F3 and P tries now."


class Printed(Protocol):
    @property
    def printer(self) -> str: ...
    @property
    def copy(self) -> int: ...
    @property
    def path(self) -> Path | None: ...


class Printing(Protocol):
    """The spooler, as far as cards need it."""

    def print_job(self, job_id: str) -> Printed | None:
        """Print a job of the queue now; None when it does not wait any more. Raises PrinterFault."""


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """Where a card was printed (`path` of a file), which copy it is (0: the first), and what is to be known of it."""

    printer: str
    path: Path | None
    copy: int
    said: tuple[str, ...]


class CardFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """A card could not be printed; its member stands, and its job waits."""

    def __init__(self, fault: PrinterFault) -> None:
        super().__init__(str(fault))
        self.code = fault.code
        self.sentence = f"{_SAVED} {fault.sentence} {_FOLLOWS}"


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A card for any printer: the template's, in its own size; from a receipt printer, a paper card."""

    name: str
    card: CardText
    template: Template
    shop: ShopText
    copy: int
    opens_drawer: bool = False

    def pdf(self, paper: Paper) -> bytes:  # noqa: ARG002 - it brings its own size
        from printing.cards.pdf import render

        return render([self.card], self.template, self.shop)

    def pictures(self, paper: Paper) -> list[Image]:
        from printing.raster import render

        return render(self.document(paper), paper)

    def document(self, paper: Paper) -> Document:  # noqa: ARG002 - any roll will do
        from printing.cards.paper import paper_card

        return paper_card(self.card, self.shop, copy=self.copy)


@dataclass(frozen=True, slots=True)
class CardMaker:
    """What a card is: `template` is looked for in `folder`, then among the bundled ones."""

    desk: Desk
    shop: ShopText
    folder: Path
    template: str

    def sheet(self, job: PrintJob) -> CardSheet:
        """The card of a job, as its member is called now. Raises TemplateFault."""
        (holder,) = members.find_card(self.desk, job.subject_id)
        card = CardText(job.subject_id, holder.member.name, holder.member.language)
        name = f"card-{job.subject_id}" + (f"-copy{job.copy + 1}" if job.copy else "")
        return CardSheet(name, card, self.read_template(), self.shop, job.copy)

    def read_template(self) -> Template:
        from printing.cards.template_file import find_template

        return find_template(self.template, (self.folder,))


@dataclass(frozen=True, slots=True)
class CardPress:
    maker: CardMaker
    printing: Printing

    def preview(self, *, number: str, name: str, language: str, dots_per_mm: float) -> tuple[Face, Face]:
        """Front and back as they would be printed; no number yet is shown as such. Raises TemplateFault."""
        from printing.cards.preview import faces

        card = CardText(number, name, language)
        return faces(card, self.maker.read_template(), self.maker.shop, dots_per_mm=dots_per_mm)

    def print_card(self, number: str, *, staff: str) -> PrintedCard:
        """The first print, or the next copy. Raises DomainError, TemplateFault, CardFault; the job stays waiting."""
        try:
            printed = self.printing.print_job(cards.claim(self.maker.desk, number, staff=staff).job_id)
        except StoreFault as fault:
            raise CardFault(PrinterFault(Trouble.DATA, "", fault.code)) from fault
        except PrinterFault as fault:
            raise CardFault(fault) from fault
        assert printed is not None, "what was just claimed waits, and one lane prints"
        return PrintedCard(printed.printer, printed.path, printed.copy, self.maker.read_template().said)
