"""Points on paper: in the programme's own word, as money where they are cashback, and as they were with neither."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.money import RUPEE
from app.domain.point_words import PointWords
from app.domain.programmes import PointName
from app.services.papers.receipt_facts import ReceiptFacts, RisenFacts
from app.services.papers.slip_facts import ShiftFacts, StatementFacts
from printing import invoice, receipt
from printing.composing import compose
from printing.document import Beside, Block, Columns, Document, Table, Text
from printing.paper import A5, ROLL_80
from tests.unit.printing.papers import papers
from tests.unit.printing.samples import RAVI

SAMPLES = papers("en")
COINS = PointWords(PointName("coin", "coins"))
CASHBACK = PointWords(cashback=RUPEE)
OWN = pytest.mark.parametrize("words", [COINS, CASHBACK])


def sale(words: PointWords, **facts: Any) -> ReceiptFacts:
    sold = SAMPLES["sale"]
    assert isinstance(sold, ReceiptFacts)
    return replace(sold, point_words=words, **facts)


def statement(words: PointWords, **facts: Any) -> StatementFacts:
    told = SAMPLES["statement"]
    assert isinstance(told, StatementFacts)
    return replace(told, point_words=words, **facts)


def pairs(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in flat(document.blocks) if isinstance(block, Columns)}


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += flat((*block.left, *block.right)) if isinstance(block, Beside) else [block]
    return found


def everything(document: Document) -> str:
    """Every word of a paper, a line each."""
    said = [document.title, document.running]
    for block in flat(document.blocks):
        match block:
            case Columns():
                said.append(f"{block.label} | {block.value}")
            case Text():
                said.append(block.words)
            case Table():
                said += [column.title for column in block.columns] + [" | ".join(row) for row in block.rows]
    return "\n".join(said)


@OWN
@pytest.mark.parametrize("paper", [ROLL_80, A5])
@pytest.mark.parametrize("name", ["sale", "offline", "rewarded", "return", "slip", "statement", "voucher", "shift"])
def test_where_a_programme_has_its_own_words_no_paper_says_points(name: str, paper: Any, words: PointWords) -> None:
    said = everything(compose(replace(SAMPLES[name], point_words=words), paper))
    assert "oint" not in said
    assert " pts" not in said


def test_a_bill_says_coins() -> None:
    member = replace(RAVI, points_earned=1_00, risen=RisenFacts("Gold", None, 50_00))
    document = receipt.compose(sale(COINS, member=member))
    said = pairs(document)

    assert said["Redeemed (1,000 coins)"] == "−₹100.00"
    assert (said["Earned"], said["Redeemed"], said["For it"]) == ("1 coin", "2,340 coins", "50 coins")
    assert (said["Balance"], said["Balance worth"]) == ("1,204.5 coins", "₹120.45")
    assert (said["Pending"], said["To use by 31-Dec-2026"]) == ("20 coins", "120 coins")
    assert "4.75 coins" in said.values()
    assert "Why these coins? Scan to read" in everything(document)


def test_a_bill_says_cashback_as_money_once() -> None:
    document = receipt.compose(sale(CASHBACK, member=replace(RAVI, points_earned=31_80)))
    said = pairs(document)

    assert said["Cashback redeemed"] == "₹2,340.00"
    assert ("Cashback redeemed", "−₹100.00") in [
        (block.label, block.value) for block in document.blocks if isinstance(block, Columns)
    ]
    assert (said["Cashback earned"], said["Cashback balance"]) == ("₹31.80", "₹1,204.50")
    assert "Balance worth" not in said
    assert (said["Cashback pending"], said["Cashback to use by 31-Dec-2026"]) == ("₹20.00", "₹120.00")
    assert "₹4.75 back" in said.values()
    assert "Why this cashback? Scan to read" in everything(document)


@pytest.mark.parametrize(("words", "title", "earned"), [(COINS, "coins", "4.75"), (CASHBACK, "Cashback", "₹4.75")])
def test_the_column_of_an_invoice_says_what_its_figures_are(words: PointWords, title: str, earned: str) -> None:
    items = next(block for block in flat(invoice.compose(sale(words)).blocks) if isinstance(block, Table))
    place = [column.title for column in items.columns].index(title)
    assert items.rows[0][place] == earned


@pytest.mark.parametrize(
    ("words", "head", "brought", "moved"),
    [
        (COINS, ("Statement", "coins"), "500 coins", ("+300 coins", "+300")),
        (CASHBACK, ("Cashback statement", "Cashback"), "₹500.00", ("+₹300.00", "+₹300.00")),
    ],
)
def test_a_statement_says_each_movement_so(
    words: PointWords, head: tuple[str, str], brought: str, moved: tuple[str, str]
) -> None:
    facts = statement(words)
    first = replace(facts.movements[0], points=300_00)
    facts = replace(facts, movements=(first,))
    roll, sheet = compose(facts, ROLL_80), compose(facts, A5)

    assert roll.title == head[0]
    assert sheet.running.split(" · ")[1].startswith(f"{head[0]} of ")
    assert pairs(roll)["Brought forward"] == brought
    assert moved[0] in pairs(roll).values()
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    assert (table.columns[2].title, table.rows[0][2]) == (head[1], moved[1])


@OWN
def test_a_statement_of_nothing_says_so(words: PointWords) -> None:
    assert "Nothing has moved yet." in everything(compose(statement(words, movements=()), ROLL_80))


@pytest.mark.parametrize(("words", "used"), [(COINS, "1,000 coins"), (CASHBACK, "₹1,000.00")])
def test_a_voucher_says_what_it_took(words: PointWords, used: str) -> None:
    assert used in pairs(compose(replace(SAMPLES["voucher"], point_words=words), ROLL_80)).values()


def test_a_report_of_a_shift_says_coins() -> None:
    shift = SAMPLES["shift"]
    assert isinstance(shift, ShiftFacts)
    said = pairs(compose(replace(shift, point_words=COINS, points_taken_back=1_00, points_given_back=2_00), ROLL_80))
    assert (said["Earned"], said["Redeemed"]) == ("1,150.25 coins", "11,165 coins")
    assert (said["Taken back"], said["Given back"]) == ("1 coin", "2 coins")
    assert said["Paid with coins"] == "−₹1,116.50"
