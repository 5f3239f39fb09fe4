"""Every paper at every width: looked at once, the same ever since; its codes read, and what is written on it safe."""

from __future__ import annotations

from itertools import product

import pytest
import zxingcpp
from pyzbar import pyzbar

from app.services.papers.slip_facts import PaperFacts
from printing import composing, pdf, raster
from printing.paper import PAPERS, ROLL_80
from tests.goldens import assert_all_used, assert_pictured, assert_said
from tests.unit.printing.paper import pictures_of, text_of
from tests.unit.printing.papers import NAMES, WHY, papers

LANGUAGES = list(NAMES)
SAMPLES = {language: papers(language) for language in LANGUAGES}
EVERY = list(product(SAMPLES["en"], LANGUAGES))
CODES = {
    "sale": {"A1/26-27/000123", WHY},
    "guest": {"A1/26-27/000123"},
    "reprint": {"A1/26-27/000123", WHY},
    "rewarded": {"A1/26-27/000123", WHY},
    "offline": {"A1/26-27/000123", WHY},
    "return": {"A1/26-27/000123"},
    "voucher": {"V7K2M93QX4"},
}


def picture_names(name: str, language: str, paper: str) -> str:
    return f"{name}-{language}-{paper}.png"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a_paper_looks_as_it_did(name: str, language: str, paper: str, pytestconfig: pytest.Config) -> None:
    where = PAPERS[paper]
    dots = 203 if where.is_roll else 120
    (picture,) = raster.render(composing.compose(SAMPLES[language][name], where), where, dots)
    assert_pictured(pytestconfig, f"papers/{picture_names(name, language, paper)}", picture)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a_paper_reads_as_it_did(name: str, language: str, pytestconfig: pytest.Config) -> None:
    document = composing.compose(SAMPLES[language][name], ROLL_80)
    assert_said(pytestconfig, f"papers/{name}-{language}.txt", text_of(pdf.render(document, ROLL_80)))


def test_no_golden_is_left_over() -> None:
    pictures = {picture_names(name, language, paper) for name, language in EVERY for paper in PAPERS}
    assert_all_used("papers", pictures | {f"{name}-{language}.txt" for name, language in EVERY})


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SAMPLES["en"])
def test_both_readers_find_the_codes(name: str, paper: str, dpi: int) -> None:
    """In what goes to a receipt printer, and in what an office printer makes of the PDF."""
    where, expected = PAPERS[paper], CODES.get(name, set())
    document = composing.compose(SAMPLES["hi"][name], where)
    (dots,) = raster.render(document, where, dpi)
    (shown,) = pictures_of(pdf.render(document, where), dots_per_inch=dpi)
    for picture in (dots.convert("L"), shown):
        assert {code.text for code in zxingcpp.read_barcodes(picture)} == expected
        assert {code.data.decode() for code in pyzbar.decode(picture)} == expected


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_the_same_bytes_every_time(paper: str) -> None:
    where = PAPERS[paper]
    made = {pdf.render(composing.compose(papers("hi")["sale"], where), where) for _ in range(2)}
    assert len(made) == 1


def test_facts_of_no_paper_are_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="PaperFacts"):
        composing.compose(PaperFacts(shop=SAMPLES["en"]["slip"].shop, counter="", printed_at=None), ROLL_80)  # type: ignore[arg-type]
