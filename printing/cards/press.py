"""The card press: a counter's template and shop; cards printed one at a time, and how one would look."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import cards, prints
from app.services.cards import CardJob
from app.services.desk import Desk
from app.services.faults import StoreFault
from printing.cards.texts import CardText, ShopText

if TYPE_CHECKING:
    from printing.cards.preview import Face
    from printing.cards.template import Template


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """Where a card is, which copy it is (0: the first), and what whoever printed it should know."""

    path: Path
    copy: int
    said: tuple[str, ...]


class CardFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """A card could not be printed; its member stands."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.code = "CRD-FILE"
        self.sentence = (
            f"Member saved. The card could not be written ({reason}). "
            "Check the disk and the cards folder, then print it again from the customer's pane."
        )


@dataclass(frozen=True, slots=True)
class CardPress:
    """`template` is looked for in `folder`, then among the bundled ones; cards are written under `folder` too."""

    desk: Desk
    shop: ShopText
    folder: Path
    template: str

    def preview(self, *, number: str, name: str, language: str, dots_per_mm: float) -> tuple[Face, Face]:
        """Front and back as they would be printed; no number yet is shown as such. Raises TemplateFault."""
        from printing.cards.preview import faces

        card = CardText(number, name, language)
        return faces(card, self._template(), self.shop, dots_per_mm=dots_per_mm)

    def print_card(self, number: str, *, staff: str) -> PrintedCard:
        """The first print, or the next copy. Raises DomainError, TemplateFault, CardFault; the job stays waiting."""
        try:
            template = self._template()
            (job,) = cards.claim(self.desk, [number], staff=staff)
            path = self._written(job, template)
            cards.settle(self.desk, [job])
        except StoreFault as fault:
            raise CardFault(f"the data file could not be used, {fault.code}") from fault
        return PrintedCard(path, job.job.copy, template.said)

    def _template(self) -> Template:
        from printing.cards.template_file import find_template

        return find_template(self.template, (self.folder,))

    def _written(self, job: CardJob, template: Template) -> Path:
        from printing.cards.batch import write_whole
        from printing.cards.pdf import render

        copy = f"-copy{job.job.copy + 1}" if job.job.copy else ""
        path = self.folder / f"{job.number}{copy}.pdf"
        try:
            write_whole(path, render([_text(job)], template, self.shop))
        except OSError as wrong:
            with suppress(StoreFault):  # a disk without room for the card may have none for this note
                prints.failed(self.desk, job.job, reason=str(wrong))
            raise CardFault(wrong.strerror or str(wrong)) from wrong
        return path


def _text(job: CardJob) -> CardText:
    return CardText(job.number, job.name, job.language)
