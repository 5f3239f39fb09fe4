"""The figures' decisions: one is typed or chosen and kept, bills are tried under the draft, and a PIN publishes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.errors import DomainError
from app.domain.figures import Figure, Figures, check_figures
from app.services.programs.rates import RatesFound
from ui.actions import Do
from ui.context import CounterContext
from ui.figures import wording
from ui.figures.state import FiguresState
from ui.kept_desk import KeptDesk, View
from ui.words import tr
from ui.work import Work


class FiguresDesk(KeptDesk[FiguresState]):
    def __init__(self, context: CounterContext, work: Work, view: View[FiguresState]) -> None:
        super().__init__(context, work, view, FiguresState(), wording.OF_THE_DRAFT)
        self.commands = {
            Do.PUBLISH_FIGURES: self._drafting.publish,
            Do.CARRY_FIGURES_OVER: self._drafting.carry_over,
            Do.DROP_FIGURES: self._drafting.drop,
            Do.TRY_FIGURES: self._try,
        }

    def edit(self, figure: Figure, text: str) -> None:
        """A figure was typed."""
        if not self._is_ready():
            return
        try:
            value = wording.read(figure, text, self.known.program.currency)
        except ValueError as wrong:
            self._again(str(wrong))
        else:
            self.choose(figure, value)

    def choose(self, figure: Figure, value: object) -> None:
        if not self._is_ready():
            return
        figures = Figures.of(self.known.drafted).having(figure, value)
        try:
            check_figures(figures)
        except DomainError as refusal:
            self.refuse(refusal)
        else:
            self._keep(replace(self._draft, figures=figures))

    def _besides(self, found: RatesFound, words: str) -> dict[str, Any]:  # noqa: ARG002
        return {
            "title": tr(wording.TITLE, version=found.program.version),
            "cells": wording.cells(found),
            "said": wording.said(found),
        }
