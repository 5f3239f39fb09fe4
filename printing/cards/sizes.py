"""The size of a card (ISO/IEC 7810 ID-1) and what its codes need. Points of 1/72 inch unless a name says mm."""

from __future__ import annotations

from typing import Final

MM: Final = 72 / 25.4

WIDTH_MM: Final = 85.60
HEIGHT_MM: Final = 53.98
WIDTH: Final = 242.646  # 85.60 mm, as the drivers of card printers say it
HEIGHT: Final = 153.014  # 53.98 mm
CORNER: Final = 3.18 * MM
BLEED: Final = 1 * MM  # ink beyond the edge, so that a cut a little off shows no white
SAFE_MM: Final = 3.0  # nothing that is read comes nearer to the edge

DOT_MM: Final = 25.4 / 300  # of a card printer; modules are whole numbers of these
QR_MODULES: Final = 21  # version 1: what twelve digits need at the highest error correction
QR_QUIET: Final = 4  # modules
QR_SIDE_MM_MIN: Final = 18.0
BARS_MODULES: Final = 101  # Code 128-C of twelve digits: start, six pairs, check, stop
BARS_QUIET: Final = 10  # modules
BARS_MODULE_DOTS_MIN: Final = 3  # 0.25 mm: finer bars are lost at 203 dots an inch
BARS_HEIGHT_MM_MIN: Final = 6.0
