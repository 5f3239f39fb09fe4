"""Cards to print, and one opened again: its pages, its operators, its codes."""

from __future__ import annotations

import random
from contextlib import closing

import pypdfium2
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from app.domain.codes import card_number
from printing.cards.pdf import Stock, render
from printing.cards.template import Template
from printing.cards.template_file import find_template
from printing.cards.texts import CardText, ShopText

CLASSIC = find_template("classic")
SHOP = ShopText("Arogya Medicals", "020 2612 3456", "12 MG Road, Pune 411001")
RAVI = CardText(card_number("7000123456"), "Ravi Sharma")
HINDI = CardText(card_number("7000123457"), "श्रीमती क्षितिजा शर्मा", "hi")


def pdf_of(*cards: CardText, template: Template = CLASSIC, stock: Stock = Stock.PLASTIC) -> bytes:
    return render(cards, template, SHOP, stock=stock)


def pages(pdf: bytes, *, dpi: int) -> list[Image.Image]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def read_by_both(picture: Image.Image) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What zxing-cpp and what zbar read: kind and text of each code."""
    grey = picture.convert("L")
    zxing = [(code.format.name, code.text) for code in zxingcpp.read_barcodes(grey)]
    names = {"QRCODE": "QRCode", "CODE128": "Code128", "EAN13": "EAN13"}
    return zxing, [(names[code.type], code.data.decode()) for code in pyzbar.decode(grey)]


def numbers(count: int) -> list[str]:
    """Card numbers like any other, and the ones that begin with a pair python-barcode mistakes for something else."""
    dice = random.Random(4)
    drawn = [card_number(f"{dice.randrange(10**10):010}") for _ in range(count - 2)]
    return [card_number("9900000000"), card_number("9999999999"), *drawn]
