"""A card's side drawn on a PDF canvas. What all cards of a language share is drawn once and then only named."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from printing import codes, fonts
from printing.cards import sizes
from printing.cards.fitting import fitted
from printing.cards.template import (
    LINE_HEIGHT,
    PLACEHOLDER,
    Area,
    Bars,
    Box,
    Colour,
    Mark,
    Picture,
    Qr,
    Template,
    Words,
)
from printing.cards.texts import TRAINING, CardText, ShopText
from printing.inking import draw_words, fill_modules
from printing.runs import clean

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ASCENT = 1.07  # × size: from the top of a line down to its baseline
FRONT, BACK = "front", "back"
_BAND: Final = sizes.SAFE_MM * sizes.MM
_BAND_SIZE: Final = 6.0
_WHITE: Final = Colour((1.0, 1.0, 1.0))
_NO_NUMBER, _NO_CODE = "•••• •••• ••••", "0" * 12


@dataclass(slots=True)
class CardInk:
    """Draws sides of one template on one canvas; the canvas' origin is the card's lower left corner.

    `bleeds` lets boxes that reach the edge go on into the bleed.
    """

    canvas: Canvas
    template: Template
    shop: ShopText
    bleeds: bool = True
    _common: dict[tuple[str, str], int] = field(default_factory=dict)

    def draw(self, side: str, card: CardText) -> None:
        marks = self.template.front if side == FRONT else self.template.back
        shared = self._shared(side, marks, card)
        self.canvas.doForm(f"{side}-{card.language}")
        for mark in marks[shared:]:
            self._mark(mark, card)
        if self.shop.training:
            for edge in (0.0, sizes.HEIGHT - _BAND):
                self._training_band(edge)

    def _training_band(self, bottom: float) -> None:
        """Along an edge, where no template puts what is read."""
        self._ink(Colour())
        self.canvas.rect(0, bottom, sizes.WIDTH, _BAND, stroke=0, fill=1)
        self._ink(_WHITE)
        x = (sizes.WIDTH - fonts.width(TRAINING, size=_BAND_SIZE, bold=True)) / 2
        draw_words(
            self.canvas, TRAINING, x=x, baseline=bottom + _BAND - _BAND_SIZE * _ASCENT, size=_BAND_SIZE, bold=True
        )

    def _shared(self, side: str, marks: tuple[Mark, ...], card: CardText) -> int:
        """How many of the first marks read the same on every card of this language; they are one form of the PDF."""
        key = side, card.language
        if key not in self._common:
            shared = list(takewhile(_is_common, marks))
            self._common[key] = len(shared)
            self.canvas.beginForm(
                f"{side}-{card.language}",
                -sizes.BLEED,
                -sizes.BLEED,
                sizes.WIDTH + sizes.BLEED,
                sizes.HEIGHT + sizes.BLEED,
            )
            for mark in shared:
                self._mark(mark, card)
            self.canvas.endForm()
        return self._common[key]

    def _mark(self, mark: Mark, card: CardText) -> None:
        match mark:
            case Box():
                self._box(mark)
            case Picture():
                self._picture(mark)
            case Words():
                self._words(mark, card)
            case Qr():
                module = mark.module * sizes.MM
                self._modules(codes.qr(card.number or _NO_CODE), mark.area, module, module)
            case Bars():
                self._modules(
                    codes.code128(card.number or _NO_CODE), mark.area, mark.module * sizes.MM, mark.height * sizes.MM
                )

    def _box(self, box: Box) -> None:
        left, bottom, right, top = _placed(box.area)
        beyond = sizes.BLEED if self.bleeds else 0.0
        left, right = _to_bleed(left, right, sizes.WIDTH, beyond)
        bottom, top = _to_bleed(bottom, top, sizes.HEIGHT, beyond)
        self._ink(box.colour)
        self.canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)

    def _picture(self, picture: Picture) -> None:
        left, bottom, right, top = _placed(picture.area)
        room = {"width": right - left, "height": top - bottom}
        self.canvas.drawImage(str(picture.file), left, bottom, **room, preserveAspectRatio=True, mask="auto")

    def _words(self, words: Words, card: CardText) -> None:
        text = _filled(words.said(card.language), self._values(card))
        size, lines = fitted(words, clean(text))
        self._ink(words.colour)
        left, _, right, top = _placed(words.area)
        # Fewer or smaller lines than there is room for stand in its middle.
        top -= (words.lines * words.size - len(lines) * size) * LINE_HEIGHT / 2 if words.lines == 1 else 0
        for line in lines:
            x = _aligned(words, line, size, left, right)
            draw_words(self.canvas, line, x=x, baseline=top - size * _ASCENT, size=size, bold=words.bold)
            top -= size * LINE_HEIGHT

    def _values(self, card: CardText) -> dict[str, str]:
        from app.domain.codes import format_card_number

        return {
            "name": card.name,
            "number": format_card_number(card.number) or _NO_NUMBER,
            "shop": self.shop.name,
            "shop_phone": self.shop.phone,
            "shop_address": self.shop.address,
        }

    def _modules(self, modules: codes.Modules, area: Area, width: float, height: float) -> None:
        left, _, _, top = _placed(area)
        fill_modules(self.canvas, modules, left, top, width, height)

    def _ink(self, colour: Colour) -> None:
        if colour.rgb is None:
            self.canvas.setFillColorCMYK(0, 0, 0, 1)
        else:
            self.canvas.setFillColorRGB(*colour.rgb)


def _is_common(mark: Mark) -> bool:
    return isinstance(mark, (Box, Picture)) or (isinstance(mark, Words) and not mark.is_of_the_card)


def _filled(text: str, values: dict[str, str]) -> str:
    """The text with its fields filled in; nothing at all where every field it names is empty."""
    named = PLACEHOLDER.findall(text)
    if named and not any(values[name] for name in named):
        return ""
    return PLACEHOLDER.sub(lambda found: values[found[1]], text)


def _placed(area: Area) -> tuple[float, float, float, float]:
    """Left, bottom, right and top on the canvas, in points."""
    left, top = area.x * sizes.MM, sizes.HEIGHT - area.y * sizes.MM
    return left, top - area.height * sizes.MM, left + area.width * sizes.MM, top


def _to_bleed(low: float, high: float, edge: float, beyond: float) -> tuple[float, float]:
    """What reaches an edge (to a tenth of a point) goes on beyond it; nothing goes farther."""
    return (-beyond if low < 0.1 else low), (edge + beyond if high > edge - 0.1 else high)


def _aligned(words: Words, line: str, size: float, left: float, right: float) -> float:
    spare = right - left - fonts.width(line, size=size, bold=words.bold)
    return left + {"left": 0.0, "centre": spare / 2, "right": spare}[words.align]
