"""Photographs: how many codes of real pictures are read, beside each decoder alone, and whether any is read wrongly."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from app.devices.decoder import Decoder
from app.devices.pictures import read_picture
from app.devices.sighting import Symbology
from app.devices.vision import Grey
from bench.figures import Figure

FOLDER_VARIABLE = "PHOTOGRAPHS"
FOLDER = Path(__file__).parents[2] / "shared/data/photos"
NAMES = {
    Symbology.QR: "QR",
    Symbology.CODE128: "Code 128",
    Symbology.EAN13: "EAN-13",
    Symbology.UPCA: "UPC-A",
    Symbology.CODE39: "Code 39",
}
# The number printed under the bars, where the list has another picture's.
MISTAKEN = {"ean13-2-28.webp": "9784872348880"}

Texts = Callable[[Grey], list[str]]


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture with the text of its code; `symbology` is none where there is no code."""

    name: str
    symbology: str
    text: str
    picture: Grey


@dataclass(slots=True)
class Score:
    """How many were read of each symbology, and which were read wrongly."""

    read: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def photograph_figures() -> list[Figure]:
    """Nothing where the photographs are not: they belong to zxing-cpp's own tests."""
    folder = Path(os.environ.get(FOLDER_VARIABLE, FOLDER))
    if not (folder / "expected.csv").is_file():
        print(f"photographs: there are none in {folder}; {FOLDER_VARIABLE} says where they are")
        return []
    photographs = list(_photographs(folder))
    decoder = Decoder()
    ours = _score(photographs, lambda picture: [code.text for code in decoder.read(picture).codes])
    zxing, zbar = _score(photographs, _zxing_alone), _score(photographs, _zbar_alone)
    figures = [_recall(symbology, photographs, ours, zxing, zbar) for symbology in NAMES]
    return [*figures, _wrongly(photographs, ours, zxing, zbar)]


def _photographs(folder: Path) -> Iterable[Photograph]:
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = MISTAKEN.get(row["file"], row["text"])
            yield Photograph(row["file"], row["symbology"], text, read_picture(folder / row["file"]).dots)


def _score(photographs: Iterable[Photograph], read: Texts) -> Score:
    score = Score()
    for one in photographs:
        texts = read(one.picture)
        if one.text and one.text in texts:
            score.read[one.symbology] = score.read.get(one.symbology, 0) + 1
        if any(text != one.text for text in texts):
            score.wrong.append(one.name)
    return score


def _recall(symbology: Symbology, photographs: list[Photograph], ours: Score, zxing: Score, zbar: Score) -> Figure:
    count = sum(one.symbology == symbology for one in photographs)
    read, by_zxing, by_zbar = (score.read.get(symbology, 0) for score in (ours, zxing, zbar))
    return Figure(
        path=f"{NAMES[symbology]} on {count} photographs",
        measured=f"{read} read, {100 * read / count:.0f} %",
        floor=f"zxing-cpp alone {by_zxing}, zbar alone {by_zbar}",
        ratio="–",
        held_to="never below the better of the two",
        held=read >= max(by_zxing, by_zbar),
    )


def _wrongly(photographs: list[Photograph], ours: Score, zxing: Score, zbar: Score) -> Figure:
    return Figure(
        path=f"wrong texts on {len(photographs)} photographs",
        measured=str(len(ours.wrong)),
        floor=f"zxing-cpp alone {len(zxing.wrong)}, zbar alone {len(zbar.wrong)}",
        ratio="–",
        held_to="0",
        held=not ours.wrong,
    )


def _zxing_alone(picture: Grey) -> list[str]:
    import zxingcpp

    plain = zxingcpp.TextMode.Plain
    return [code.text for code in zxingcpp.read_barcodes(picture, text_mode=plain)]


def _zbar_alone(picture: Grey) -> list[str]:
    from pyzbar import pyzbar

    found = pyzbar.decode(picture)
    return [code.data.decode("utf-8", "replace").zfill(13 if code.type == "UPCA" else 0) for code in found]
