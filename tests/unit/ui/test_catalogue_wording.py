"""What the page of products says of each row."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.domain.money import RUPEE
from app.services import lists
from app.services.catalogue import catalogue_list
from app.services.catalogue.catalogue_records import Batch, Product
from ui.catalogue.wording import PROBLEMS, detail

SYRUP = Product("2", "Syrup", "General", 9_00, "3004", Decimal(5), (Batch("B1", date(2027, 6, 30), 9_50),))


def test_every_problem_of_a_row_has_its_sentence():
    said = "".join(Path(module.__file__).read_text("utf-8") for module in (lists, catalogue_list))
    kinds = {
        kind.replace("{what}", what)
        for kind in re.findall(r'RowWrong\(f?"(.+?)"\)', said)
        for what in ("name", "batch")
    }
    assert kinds == PROBLEMS.keys()


def test_a_change_says_what_was_and_what_will_be():
    after = replace(SYRUP, name="Cough syrup", mrp_minor=9_90, hsn="", gst_percent=None, batches=())
    assert detail((SYRUP, after), RUPEE) == (
        "Cough syrup · name Syrup › Cough syrup, price ₹9.00 › ₹9.90, HSN 3004 › –, GST 5 % › –, "
        "batches B1 30 Jun 2027 ₹9.50 › –"
    )
    assert detail(SYRUP, RUPEE) == "Syrup · General · ₹9.00 · 1 batch"
