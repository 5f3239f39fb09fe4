"""Text into lines: broken at spaces, inside a word only where it must be, and cut with an ellipsis when too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from printing.runs import ELLIPSIS, clusters

Measure = Callable[[str], float]


def wrap(text: str, *, width: float, lines_max: int, measure: Measure) -> list[str]:
    """At most `lines_max` lines, none wider than `width`, which must hold any single cluster; no line for no text."""
    whole = " ".join(text.split())
    if measure(whole) <= width:
        return [whole] if whole else []
    lines: list[str] = []
    for piece in _pieces(text, width, measure):
        if lines and measure(f"{lines[-1]} {piece}") <= width:
            lines[-1] += f" {piece}"
        elif len(lines) == lines_max:
            lines[-1] = _cut(lines[-1], width, measure)
            break
        else:
            lines.append(piece)
    return lines


def _pieces(text: str, width: float, measure: Measure) -> Iterator[str]:
    """Its words; a word wider than the paper comes in as many pieces as it needs."""
    for word in text.split():
        rest = word
        while measure(rest) > width:
            piece = _prefix(rest, width, measure)
            yield piece
            rest = rest[len(piece) :]
        yield rest


def _prefix(word: str, width: float, measure: Measure) -> str:
    """As many clusters as fit, at least one."""
    first, *others = clusters(word)
    prefix = first
    for cluster in others:
        if measure(prefix + cluster) > width:
            break
        prefix += cluster
    return prefix


def _cut(line: str, width: float, measure: Measure) -> str:
    kept = clusters(line)
    while kept and measure("".join(kept) + ELLIPSIS) > width:
        kept.pop()
    return "".join(kept).rstrip() + ELLIPSIS
