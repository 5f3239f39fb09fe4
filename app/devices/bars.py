"""Bars: reading the bars of an EAN-13 again where a decoder says there is one, to believe it, correct it or not.

Decoders measure edges; a blurred or unevenly printed code moves edges, so that other digits come out, and one in ten
misreadings has a right check digit. Here each digit's shape is compared whole, as a camera would blur it, and the
cheapest number with a right check digit must beat the next one clearly.

Positions are in modules, the narrowest bar's width: 95 from edge to edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.devices.sighting import Corners
from app.devices.vision import Grey, Shades, cv2, np

_DOTS = 6  # a module
_MARGIN = 8  # modules looked at beside the code
_MODULES = 95
_LINES, _LINES_USED = 7, 4
_STRAY = np.arange(-3, 3.01, 0.25)  # how far from where they were told the edges may be
_BEND = np.arange(-1.5, 1.51, 0.25)  # how far from the middle the middle guard may be
_BLURS = (0.35, 0.7, 1.0)  # standard deviations
_CONTRAST_LEAST = 12  # of 255
_COST_SURE, _LEAD_SURE = 0.17, 0.012
_COST_LIKELY, _LEAD_LIKELY = 0.22, 0.006
_SHORTEST_DOTS = 60  # of a code from edge to edge

_ODD = (
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011",
)  # fmt: skip
_RIGHT = tuple(digit.translate(str.maketrans("01", "10")) for digit in _ODD)
_EVEN = tuple(digit[::-1] for digit in _RIGHT)
# Which of the left digits are odd and even says the first digit, which has no bars of its own.
_PARITIES = ("OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO")

_EDGES_AT = np.array([-4, -3, -2, -1, 0, 1, 2, 92, 93, 94, 95, 96, 97, 98]) + 0.5
_EDGES = np.array([0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0], dtype=float)
_MIDDLE_AT = np.arange(45, 50) + 0.5
_MIDDLE = np.array([0, 1, 0, 1, 0], dtype=float)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the bars say: `is_sure` when nothing else comes near, `is_likely` when it should at least be answered."""

    text: str
    is_sure: bool
    is_likely: bool


def read_bars(picture: Grey, corners: Corners) -> Reading | None:
    """The number between the corners; None where nothing like a code is there."""
    (a, b, c, d) = (np.array(corner, dtype=float) for corner in corners)
    start, end = (a + d) / 2, (b + c) / 2
    long = float(np.linalg.norm(end - start))
    if long < _SHORTEST_DOTS:
        return None
    height = max(float(np.linalg.norm(a - d)), float(np.linalg.norm(b - c)))
    across = np.array([-(end - start)[1], (end - start)[0]]) / long
    lines = [_aligned(_ink(picture, start + step, end + step)) for step in _steps(across, height)]
    lines.sort(key=lambda line: -line[0])
    shapes = [line for _, line in lines[:_LINES_USED]]
    costs = min((_costs(way, blur) for way in (shapes, [s[::-1] for s in shapes]) for blur in _BLURS), key=_least)
    return _judged(_two_cheapest(costs))


def _steps(across: Shades, height: float) -> list[Shades]:
    return [across * height * place for place in np.linspace(-0.4, 0.4, _LINES)]


def _judged(cheapest: Sequence[tuple[float, str]]) -> Reading:
    (cost, text), (next_cost, _) = cheapest
    lead = next_cost - cost
    return Reading(
        text,
        is_sure=cost < _COST_SURE and lead >= _LEAD_SURE,
        is_likely=cost < _COST_LIKELY and lead >= _LEAD_LIKELY,
    )


def _ink(picture: Grey, start: Shades, end: Shades) -> Shades:
    """How dark it is along a line, 0 to 1, each place compared with what is around it."""
    places = (np.arange((_MODULES + 2 * _MARGIN) * _DOTS) + 0.5) / _DOTS - _MARGIN
    x, y = ((start[axis] + (end[axis] - start[axis]) * places / _MODULES - 0.5)[None] for axis in (0, 1))
    line = cv2.remap(
        picture, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.float32)
    around = np.ones((1, 2 * 7 * _DOTS + 1), np.uint8)
    low, high = cv2.erode(line, around), cv2.dilate(line, around)
    shades: Shades = ((high - line) / np.maximum(high - low, _CONTRAST_LEAST))[0].astype(np.float64)
    return shades


def _at(ink: Shades, places: Shades) -> Shades:
    shades: Shades = np.interp(places, (np.arange(len(ink)) + 0.5) / _DOTS - _MARGIN, ink)
    return shades


def _aligned(ink: Shades) -> tuple[float, Shades]:
    """How well guards and quiet zones fit, and the line stretched so that they do, with a module at each end."""
    start, end = (grid.ravel() for grid in np.meshgrid(_STRAY, _STRAY, indexing="ij"))
    stretch = 1 + (end - start) / _MODULES
    edges = _likeness(_at(ink, start[:, None] + _EDGES_AT * stretch[:, None]), _EDGES)
    best = (-9.0, 0.0, 1.0, 0.0)
    for place in np.argsort(-edges)[:6]:
        middles = _likeness(_at(ink, start[place] + _MIDDLE_AT * stretch[place] + _BEND[:, None]), _MIDDLE)
        bend = int(np.argmax(middles - 0.05 * np.abs(_BEND)))
        fits = float(edges[place] + middles[bend])
        best = max(best, (fits, float(start[place]), float(stretch[place]), float(_BEND[bend])))
    fits, first, wide, bent = best
    places = (np.arange(-_DOTS, (_MODULES + 1) * _DOTS) + 0.5) / _DOTS
    return fits, _at(ink, first + places * wide + bent * (1 - np.abs(places - 47.5) / 47.5).clip(0))


def _likeness(lines: Shades, shape: Shades) -> Shades:
    """The correlation of each line with the shape, −1 to 1."""
    level = lines - lines.mean(-1, keepdims=True)
    flat = shape - shape.mean()
    alike: Shades = (level @ flat) / (np.linalg.norm(level, axis=-1) * np.linalg.norm(flat) + 1e-9)
    return alike


def _template(modules: str, before: int, after: int, blur: float) -> Shades:
    """A digit with half a module of each neighbour, which is always the same, as a blurred line of length 1."""
    reach = int(np.ceil(3 * blur * _DOTS))
    weights = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * (blur * _DOTS) ** 2))
    beyond = np.full(3 * _DOTS, 0.5)
    sharp = np.repeat(np.array([before, *map(int, modules), after], dtype=float), _DOTS)
    soft = np.convolve(np.concatenate([beyond, sharp, beyond]), weights / weights.sum(), "same")
    return _level(soft[3 * _DOTS + _DOTS // 2 : -3 * _DOTS - _DOTS // 2])


def _level(line: Shades) -> Shades:
    level = line - line.mean()
    unit: Shades = level / (np.linalg.norm(level) + 1e-9)
    return unit


_TEMPLATES = {
    blur: (
        np.array([_template(digit, 1, 0, blur) for digit in _ODD]),
        np.array([_template(digit, 1, 0, blur) for digit in _EVEN]),
        np.array([_template(digit, 0, 1, blur) for digit in _RIGHT]),
    )
    for blur in _BLURS
}


def _costs(lines: Sequence[Shades], blur: float) -> Shades:
    """For each of twelve digits, as an odd and an even one, how unlike each of ten shapes the lines are."""
    odd, even, right = _TEMPLATES[blur]
    costs = np.zeros((12, 2, 10))
    for place in range(12):
        first = (3 + 7 * place if place < 6 else 50 + 7 * (place - 6)) * _DOTS + _DOTS // 2
        for line in lines:
            shape = _level(line[first : first + 8 * _DOTS])
            pair = (odd, even) if place < 6 else (right, right)
            for parity, templates in enumerate(pair):
                costs[place, parity] += (1 - templates @ shape) / len(lines)
    return costs


def _least(costs: Shades) -> float:
    return float(costs.min((1, 2)).sum())


def _two_cheapest(costs: Shades) -> list[tuple[float, str]]:
    """The two cheapest numbers with a right check digit, each with its mean cost a digit, cheapest first."""
    found: list[tuple[float, str]] = []
    for first, parities in enumerate(_PARITIES):
        ways: dict[int, list[tuple[float, str]]] = {first: [(0.0, str(first))]}
        for place in range(12):
            parity = 1 if place < 6 and parities[place] == "E" else 0
            ways = _with_one_more(ways, costs[place, parity], weight=1 if place % 2 else 3)
        found += ways.get(0, [])
    found.sort()
    return [(cost / 12, text) for cost, text in found[:2]]


def _with_one_more(
    ways: dict[int, list[tuple[float, str]]], costs: Shades, *, weight: int
) -> dict[int, list[tuple[float, str]]]:
    """The two cheapest beginnings for each remainder of the check sum, one digit longer."""
    likely = [(int(digit), float(costs[digit])) for digit in np.argsort(costs)]
    longer: dict[int, list[tuple[float, str]]] = {}
    for remainder, begun in ways.items():
        for digit, cost in likely:
            into = longer.setdefault((remainder + weight * digit) % 10, [])
            into += [(so_far + cost, text + str(digit)) for so_far, text in begun]
    return {remainder: sorted(begun)[:2] for remainder, begun in longer.items()}
