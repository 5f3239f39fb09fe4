"""print return, slip and statement: what the screens print, from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.bootstrap import Till, open_till
from app.domain.cart import Cart, CartLine
from app.services.members.members import Enrolment, enrol
from app.services.returns import returns
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.settings import Settings
from tests.integration.cli.conftest import Run


@contextmanager
def till_in(folder: Path) -> Iterator[Till]:
    with open_till(Settings(data_dir=str(folder))) as till:
        yield till


def sold(folder: Path) -> tuple[str, str]:
    """A member's card, and the number of a bill of theirs of which a part came back twice."""
    with till_in(folder) as till:
        card = enrol(till.desk, Enrolment("Meena Iyer"), staff="asha").card
        assert card is not None
        cart = Cart((CartLine("1", "General", Decimal(1), 500_00),))
        bill = checkout.commit_sale(till.desk, SaleRequest(cart, card.number), key="k", staff="asha").bill
        for part in (100_00, 50_00):
            returns.return_amount(till.desk, bill.bill_id, part, key=str(part), staff="asha")
        return card.number, bill.number


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_return_is_printed_once_then_copied(run: Run, folder: Path, tmp_path: Path) -> None:
    _, bill = sold(folder)
    out = tmp_path / "return.pdf"

    said = run("print", "return", bill, "--out", out)
    assert (said.status, said.err) == (0, "")
    assert said.out == f"Return on {bill}: the original printed to {out}.\n"
    assert f"Bill {bill}-R2" in words(out)
    assert "Refund ₹50.00" in words(out)
    assert "REPRINT" not in words(out)
    again = run("print", "return", f"{bill}-R2", "--out", out)
    assert again.out == f"Return on {bill}: copy 2, marked REPRINT, printed to {out}.\n"
    assert words(out).count("REPRINT — copy 2") == 2
    first = run("print", "return", f"{bill}-R1", "--out", out)
    assert "the original" in first.out
    assert "Refund ₹100.00" in words(out)


@pytest.mark.parametrize(
    ("verb", "name", "expected"),
    [
        ("slip", "Balance slip", ["Points balance", "Meena Iyer"]),
        ("statement", "Statement", ["Points statement", "Earned", "Taken back"]),
    ],
)
def test_what_a_member_takes_home(
    verb: str, name: str, expected: list[str], run: Run, folder: Path, tmp_path: Path
) -> None:
    card, bill = sold(folder)
    out = tmp_path / "paper.pdf"

    for _ in range(2):
        said = run("print", verb, card, "--out", out)
        assert (said.status, said.out) == (0, f"{name} of Meena Iyer printed to {out}.\n")
        assert [part for part in (*expected, "Shree Medical") if part not in words(out)] == []
        assert "REPRINT" not in words(out)
    assert (bill in words(out)) == (verb == "statement")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["return", "A1/26-27/999999"], "UNKNOWN_BILL"),
        (["slip", "700012345678"], "UNKNOWN_CARD"),
        (["statement", "7000"], "UNKNOWN_CARD"),
    ],
)
def test_what_there_is_none_of_is_said(arguments: list[str], code: str, run: Run, shop: Path) -> None:
    assert shop.exists()
    said = run("print", *arguments)
    assert (said.status, said.out) == (1, "")
    assert "is not in our list" in said.err
    assert said.err.endswith(f"[{code}]\n")


def test_without_a_file_a_slip_goes_where_receipts_go(run: Run, folder: Path) -> None:
    card, _ = sold(folder)
    assert run("print", "slip", card).status == 0
    (made,) = (folder / "receipts").glob("balance-*.pdf")
    assert "Meena Iyer" in words(made)
