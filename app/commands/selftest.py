"""--selftest: whether all that a counter stands on is here and works: store, decoders, papers, a process, window."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

from app.bootstrap import open_till
from app.domain.cart import Cart, CartLine
from app.services.sales.checkout import SaleRequest, commit_sale
from app.settings import Settings

FAILED = 1
_CODE = "700012345641"


class SelfTestError(Exception):
    """A part answered, and not rightly."""


def selftest(settings: Settings) -> int:
    """Runs in a folder of its own, which is gone afterwards. Exit status: 0 when everything works, 1 when not."""
    # The key of a data file that is thrown away belongs in no keyring.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        mine = replace(settings, data_dir=folder)
        for name, part in _PARTS.items():
            started = time.perf_counter()
            try:
                said = part(mine)
            except Exception as wrong:  # noqa: BLE001 - whatever it is, it is what this asks for, and it is said
                status = FAILED
                print(f"{name:<9}failed   {type(wrong).__name__}: {wrong}")
            else:
                print(f"{name:<9}works    {said} ({(time.perf_counter() - started) * 1000:.0f} ms)")
    print("The self-test passed." if status == 0 else "The self-test failed.", flush=True)
    return status


def _store(settings: Settings) -> str:
    """A data file is made with its tables, closed, and opened again."""
    for _ in range(2):
        with open_till(settings) as till, till.desk.store.reading() as uow:
            version = uow.programs.latest_version()
    if version < 1:
        raise SelfTestError("there is no program in the new data file")
    return f"data file made and opened again, program {version}"


def _decoder(settings: Settings) -> str:  # noqa: ARG001 - every part is asked alike
    """A QR code and a bar code of our own printing are read."""
    from app.devices.decoder import Decoder
    from app.devices.vision import np
    from printing import codes

    decoder = Decoder()
    if decoder.missing:
        raise SelfTestError(", ".join(decoder.missing))
    for modules, tall in ((codes.qr(_CODE), 4), (codes.code128(_CODE), 80)):
        rows = np.array([list(row) for row in modules], dtype=np.uint8)
        paper = np.pad(np.kron(1 - rows, np.ones((tall, 4), dtype=np.uint8)) * 255, 48, constant_values=255)
        texts = [code.text for code in decoder.read(paper.astype(np.uint8)).codes]
        if texts != [_CODE]:
            raise SelfTestError(f"{texts} was read instead of {_CODE}")
    return f"QR and Code 128 read by {decoder.name}"


def _receipt(settings: Settings) -> str:
    """A bill is rung up, and its receipt rendered and opened as a PDF."""
    from pypdfium2 import PdfDocument

    from app.demo_shop import RAVI

    with open_till(settings) as till:
        cart = Cart((CartLine("1", "Medicines", Decimal(1), 500_00),))
        bill = commit_sale(till.desk, SaleRequest(cart, card_number=RAVI), key="self-test", staff="self-test").bill
        path = till.spooler.print_receipt(bill.bill_id).path
        if path is None:
            raise SelfTestError("the receipt went to no file")
        with closing(PdfDocument(path.read_bytes())) as paper:
            text = paper[0].get_textpage().get_text_range()
    if bill.number not in text:
        raise SelfTestError(f"the receipt does not name bill {bill.number}")
    return f"bill {bill.number} rung up and its receipt rendered"


def _process(settings: Settings) -> str:  # noqa: ARG001 - every part is asked alike
    """A second process of this program makes ready what this one then has."""
    from sync.ahead import read_ahead

    if list(read_ahead(bytes.upper, iter([b"self-test"]))) != [b"SELF-TEST"]:
        raise SelfTestError("what came back is not what was asked for")
    return "a second process read ahead"


def _window(settings: Settings) -> str:
    """The counter's window opens over the data file."""
    from app.commands.counter import opened_counter

    with opened_counter(settings) as counter:
        title = counter.window.windowTitle()
    return f"“{title}” opened"


_PARTS: dict[str, Callable[[Settings], str]] = {
    "store": _store,
    "decoder": _decoder,
    "receipt": _receipt,
    "process": _process,
    "window": _window,
}
