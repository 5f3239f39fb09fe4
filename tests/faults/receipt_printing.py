"""A counter that prints one receipt over and over, in a process of its own that may be killed.

    python -m tests.faults.receipt_printing FOLDER ADDRESS [sell]

With `sell` a bill is made first, and its id said. Then everything that waits is printed, as after a start.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

from app.bootstrap import open_till
from app.domain.cart import Cart, CartLine
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup, PrintMode
from app.services.sales.checkout import SaleRequest, commit_sale, quote_sale
from app.settings import Settings
from tests.faults.mortal import say


def main(folder: str, address: str, *what: str) -> None:
    with open_till(Settings(data_dir=folder)) as till:
        spooler = till.spooler
        setup = PrinterSetup("EPSON", PrinterKind.NETWORK, address, mode=PrintMode.TEXT, drawer=True)
        spooler.printers.keep(PrinterBook((setup,)))
        if "sell" in what:
            request = SaleRequest(Cart((CartLine("1", "General", Decimal(1), 100_00),)))
            sold = commit_sale(till.desk, request, key="k", staff="asha", shown=quote_sale(till.desk, request))
            say(sold.bill.bill_id)
            if "stop" in what:
                sys.stdin.readline()
            spooler.print_receipt(sold.bill.bill_id)
        else:
            spooler.retry()
        say("done")


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(exist_ok=True)
    main(*sys.argv[1:])
