"""Reading a template: a TOML file becomes marks on two sides, or is refused with the line and the field at fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from printing.cards import sizes
from printing.cards.template import FIELDS, PLACEHOLDER, Area, Bars, Box, Colour, Mark, Picture, Qr, Template, Words
from printing.cards.template_rules import Placed, broken_rule

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "cards"
SIZE_BYTES_MAX: Final = 100_000
MARKS_MAX: Final = 60  # a side
WORDS_MAX: Final = 500
LANGUAGES: Final = ("en", "hi")

_SIDES = ("front", "back")
_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z_]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z_]+)\s*=")


class TemplateFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """A card's template that cannot be used; the sentence names its line and its field."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """What is wrong with a field of the table at hand."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(why)
        self.key = key
        self.why = why


def find_template(name: str, folders: tuple[Path, ...] = ()) -> Template:
    """The template of that name from the first folder that has it, the bundled ones last. Raises TemplateFault."""
    for folder in (*folders, FOLDER):
        file = folder / f"{name}.toml"
        if file.is_file():
            return read_template(file)
    raise TemplateFault(f"There is no card template called {name!r}. Nothing was printed; see docs/printing.md.")


def read_template(file: Path) -> Template:
    """Raises TemplateFault."""
    try:
        raw = file.read_bytes()[: SIZE_BYTES_MAX + 1]
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise TemplateFault(f"{file.name} cannot be read: {wrong}. Nothing was printed.") from wrong
    if len(raw) > SIZE_BYTES_MAX:
        raise TemplateFault(f"{file.name} is longer than {SIZE_BYTES_MAX:,} bytes. Nothing was printed.")
    return parse_template(text, file)


def parse_template(text: str, file: Path) -> Template:
    """`file` is what the text is called, and where its logos lie. Raises TemplateFault."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise TemplateFault(f"{file.name} is not TOML: {wrong}. Nothing was printed; mend the template.") from wrong
    return _Reader(file, _Lines(text)).template(tables)


@dataclass(slots=True)
class _Lines:
    """Where tables and their fields stand in the file, which tomllib does not tell."""

    text: str

    def of(self, table: str, number: int, key: str) -> int:
        """The line (from 1) of a field; of its table's head where the field is missing."""
        current, seen, found = "", {"": 0}, 1
        for line_number, line in enumerate(self.text.splitlines(), 1):
            head, given = _HEADER.match(line), _KEY.match(line)
            if head:
                current = head[1]
                seen[current] = seen.get(current, -1) + 1
            if (current, seen[current]) == (table, number):
                if head:
                    found = line_number
                if given and given[1] == key:
                    return line_number
        return found


@dataclass(slots=True)
class _Reader:
    file: Path
    lines: _Lines
    colours: dict[str, Colour] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def template(self, tables: Mapping[str, Any]) -> Template:
        for key in tables.keys() - {"name", "colours", *_SIDES}:
            raise self._fault("" if not isinstance(tables[key], (dict, list)) else key, 0, key, "is not known here")
        name = tables.get("name", self.file.stem)
        if not isinstance(name, str):
            raise self._fault("", 0, "name", "is a text")
        self.colours = self._colours(tables.get("colours", {}))
        front, back = (self._side(side, tables.get(side, [])) for side in _SIDES)
        return Template(name[:WORDS_MAX], front, back, tuple(self.said))

    def _fault(self, table: str, number: int, key: str, why: str) -> TemplateFault:
        line = self.lines.of(table, number, key)
        where = f"{table} {number + 1}, " if table in _SIDES else ""
        return TemplateFault(
            f"{self.file.name}, line {line}: {where}field {key!r} {why}. Nothing was printed; mend the template."
        )

    def _colours(self, given: Any) -> dict[str, Colour]:
        if not isinstance(given, dict):
            raise self._fault("", 0, "colours", "is a table")
        colours = {"black": Colour(), "white": Colour((1.0, 1.0, 1.0))}
        for key, value in given.items():
            if not isinstance(value, str) or not re.fullmatch("#[0-9A-Fa-f]{6}", value):
                raise self._fault("colours", 0, key, 'is a colour like "#0b6e4f"')
            colours[key] = Colour((int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255))
        return colours

    def _side(self, side: str, given: Any) -> tuple[Mark, ...]:
        if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
            raise self._fault("", 0, side, f"is written [[{side}]], once for each mark")
        if len(given) > MARKS_MAX:
            raise self._fault(side, MARKS_MAX, "draw", f"is one mark too many: a side has at most {MARKS_MAX}")
        placed: list[Placed] = []
        for number, table in enumerate(given):
            try:
                placed.append(Placed(number, _Table(table, self.colours, self.file.parent).mark()))
            except _Wrong as wrong:
                raise self._fault(side, number, wrong.key, wrong.why) from None
        rule = broken_rule(placed)
        if rule:
            raise self._fault(side, rule.number, "at", rule.why)
        return tuple(one.mark for one in placed if not self._is_missing(one.mark))

    def _is_missing(self, mark: Mark) -> bool:
        if not isinstance(mark, Picture) or _is_picture(mark.file):
            return False
        self.said.append(_left_out(mark.file.name))
        return True


def _left_out(logo: str) -> str:
    return f"The logo {logo} is missing or no picture, so cards are printed without it."


def _is_picture(file: Path) -> bool:
    from PIL import Image

    try:
        with Image.open(file) as picture:
            picture.verify()
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken file leads it to
        return False
    return True


@dataclass(slots=True)
class _Table:
    """One mark's table; every field is asked for once, and what was not asked for is not known."""

    given: dict[str, Any]
    colours: Mapping[str, Colour]
    folder: Path
    asked: set[str] = field(default_factory=set)

    def mark(self) -> Mark:
        kinds: dict[str, Callable[[], Mark]] = {
            "box": self._box,
            "picture": self._picture,
            "text": self._words,
            "qr": self._qr,
            "bars": self._bars,
        }
        draw = self._take("draw")
        if not isinstance(draw, str) or draw not in kinds:
            raise _Wrong("draw", f"is one of {', '.join(kinds)}")
        mark = kinds[draw]()
        for key in self.given.keys() - self.asked:
            raise _Wrong(key, f"is not known to a {draw}")
        return mark

    def _take(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        value = self.given.get(key, default)
        if value is None:
            raise _Wrong(key, "is missing")
        return value

    def _number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        return _bounded(key, self._take(key, default), least, most)

    def _pair(self, key: str) -> tuple[float, float]:
        value = self._take(key)
        if not isinstance(value, list) or len(value) != 2:
            raise _Wrong(key, "is two numbers of millimetres, like [5, 12.5]")
        across, down = (_bounded(key, one, -5, 100) for one in value)
        return across, down

    def _area(self) -> Area:
        (x, y), (width, height) = self._pair("at"), self._pair("size")
        if width <= 0 or height <= 0:
            raise _Wrong("size", "is a width and a height above 0")
        return Area(x, y, width, height)

    def _colour(self) -> Colour:
        name = self._take("colour", "black")
        if name not in self.colours:
            raise _Wrong("colour", f"is one of {', '.join(self.colours)}")
        return self.colours[name]

    def _box(self) -> Box:
        return Box(self._area(), self._colour())

    def _picture(self) -> Picture:
        file = self._take("file")
        if not isinstance(file, str) or not re.fullmatch(r"[\w .-]{1,100}", file) or file.startswith("."):
            raise _Wrong("file", "is the name of a picture beside the template")
        return Picture(self._area(), self.folder / file)

    def _words(self) -> Words:
        x, y = self._pair("at")
        size = self._number("size", 4, 40)
        weight, align = self._take("weight", "regular"), self._take("align", "left")
        if weight not in ("regular", "bold"):
            raise _Wrong("weight", "is regular or bold")
        if align not in ("left", "centre", "right"):
            raise _Wrong("align", "is left, centre or right")
        return Words(
            x=x,
            y=y,
            width=self._number("width", 1, 85.6),
            size=size,
            size_min=self._number("size_min", 4, size, default=min(size, 5.5)),
            lines=int(self._number("lines", 1, 12, default=1)),
            words=self._texts(),
            colour=self._colour(),
            bold=weight == "bold",
            align=align,
        )

    def _texts(self) -> dict[str, str]:
        given = self._take("words")
        texts = {"en": given} if isinstance(given, str) else given
        if not isinstance(texts, dict) or "en" not in texts or texts.keys() - set(LANGUAGES):
            raise _Wrong("words", 'is a text, or one for each language, like { en = "Member", hi = "सदस्य" }')
        for text in texts.values():
            if not isinstance(text, str) or len(text) > WORDS_MAX:
                raise _Wrong("words", f"is a text of at most {WORDS_MAX} letters")
            for name in PLACEHOLDER.findall(text):
                if name not in FIELDS:
                    raise _Wrong("words", f"names {{{name}}}; there are {', '.join(sorted(FIELDS))}")
        return texts

    def _qr(self) -> Qr:
        x, y = self._pair("at")
        side = self._number("size", sizes.QR_SIDE_MM_MIN, 40)
        dots = round(side / sizes.QR_MODULES / sizes.DOT_MM)
        if dots * sizes.DOT_MM * sizes.QR_MODULES < sizes.QR_SIDE_MM_MIN:
            dots += 1
        return Qr(_on_a_dot(x), _on_a_dot(y), dots * sizes.DOT_MM)

    def _bars(self) -> Bars:
        x, y = self._pair("at")
        least = sizes.BARS_MODULE_DOTS_MIN * sizes.DOT_MM * sizes.BARS_MODULES
        dots = int(self._number("width", least, 80) / sizes.BARS_MODULES / sizes.DOT_MM + 1e-6)
        return Bars(
            _on_a_dot(x), _on_a_dot(y), dots * sizes.DOT_MM, self._number("height", sizes.BARS_HEIGHT_MM_MIN, 40)
        )


def _bounded(key: str, value: Any, least: float, most: float) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not least <= value <= most:
        raise _Wrong(key, f"is a number from {least:g} to {most:g}")
    return float(value)


def _on_a_dot(place: float) -> float:
    """The nearest place where a card printer has a dot, so that no edge of a code falls between two."""
    return round(place / sizes.DOT_MM) * sizes.DOT_MM
