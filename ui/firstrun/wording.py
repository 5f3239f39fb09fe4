"""Wording of the first run: what each step is called, what it asks, and what came of all."""

from __future__ import annotations

from app.settings import Settings
from ui.firstrun.state import Field, Goods, Start, Step
from ui.scanned import scanned_words
from ui.words import later, tr

SCAN_CODE = "TILLPOINT-1"  # shown as a picture, to be scanned from the screen

TITLES = {
    Step.WELCOME: later("Welcome to Tillpoint"),
    Step.JOINING: later("Join your chain"),
    Step.SHOP: later("What papers say of the shop"),
    Step.DEVICES: later("Printer and scanner"),
    Step.OWNER: later("Who looks after this counter?"),
    Step.GOODS: later("What to begin with"),
    Step.DONE: later("Ready"),
}
ASKED = {
    Step.WELCOME: later("What is this counter to be? Everything can be changed later."),
    Step.JOINING: later("A manager approves this counter at the server. It sells once it knows the chain's rules."),
    Step.SHOP: later("These lines stand on every receipt. What is left empty is not printed."),
    Step.DEVICES: later("Choose where receipts are printed. Other printers are set up later: Ctrl+Shift+R."),
    Step.OWNER: later("The owner approves what is above a limit, and looks after staff, with a PIN of 4 to 6 digits."),
    Step.GOODS: later("Nothing here is needed to sell: amounts can be typed from the first bill on."),
    Step.DONE: later("This is how the counter is set up. Enter opens it."),
}
STARTS = {
    Start.SAMPLE: (
        later("Try with the sample shop"),
        later("An example with members, campaigns and a month of bills, to see how it all works"),
    ),
    Start.NEW: (later("Set up a new shop"), later("Your header, printer and people; takes about three minutes")),
    Start.JOIN: (later("Join an existing chain"), later("The server knows members, rates and staff already")),
}
GOODS = {
    Goods.NOTHING: (later("Begin empty"), later("Members join at the counter, amounts are typed")),
    Goods.PRODUCTS: (later("Import a list of products"), later("CSV or XLSX with code, name, category and mrp")),
    Goods.MEMBERS: (
        later("Import a list of members"),
        later("CSV or XLSX with name and phone, perhaps card and points"),
    ),
    Goods.SAMPLES: (later("Sample members"), later("Six members with points, to practise with")),
}
LABELS = {
    Field.CODE: later("Code of this counter"),
    Field.SERVER: later("Address of the server"),
    Field.NAME: later("Name of the shop"),
    Field.STREET: later("Address, first line"),
    Field.TOWN: later("Address, second line"),
    Field.GSTIN: later("GSTIN"),
    Field.LICENCE: later("Drug licence"),
    Field.SECOND_LICENCE: later("Second drug licence"),
    Field.PHONE: later("Phone"),
    Field.OWNER: later("Name"),
    Field.FILE: later("File of the list"),
}
EXAMPLES = {
    Field.STREET: "12 MG Road",
    Field.TOWN: "Pune 411001",
    Field.GSTIN: "27AAPFU0939F1ZV",
    Field.LICENCE: "20-MH-PZ1-123456",
    Field.SECOND_LICENCE: "21-MH-PZ1-123457",
    Field.PHONE: "020 2612 3456",
}
PIN, PIN_AGAIN = later("PIN"), later("PIN once more")
GSTIN_FITS = later("The check letter fits")
OPENS = later("Open the counter")
CONTINUE = later("Go on")
SCANNER = later("Scanner")
SCAN_HOW = later("Scan this code, or any product, to see that the scanner works.")
FILES_PATTERN = "*.csv *.xlsx"
NO_NAME = later("Type the shop's name, or press F4 to leave this for later.")
NO_OWNER = later("Type a name, or press F4 to leave this for later.")
NO_FILE = later("Choose the file of the list with F2, or begin empty.")
UNLIKE = later("The two PINs differ. Nothing was saved; type both again.")
NO_CODE = later("The code of a counter has one to three capital letters and digits, and is not T. Nothing was changed.")
UNRULED = later("Joined. The chain's rules are on their way; go on once they have come.")
RULED = later("Joined, and the chain's rules are here.")
TESTING = later("Printing a test page …")
OPENING = later("Opening the sample shop: its last month is being made …")
UNKEPT = later("That could not be kept: {why}. Nothing was changed; try again.")
CASHIER = later("Cashier")


def scanned_notice(text: str) -> str:
    return tr("The scanner works. It read: {text}", text=scanned_words(text))


def step_words(number: int, count: int) -> str:
    return tr("Step {number} of {count}", number=number, count=count)


def summary(settings: Settings, *, owner: str, printer: str, goods: str, server: str) -> tuple[str, ...]:
    """A line for each thing that was set up."""
    lines = [tr("Shop: {name}", name=settings.shop_name)]
    if settings.shop_gstin:
        lines.append(tr("GSTIN: {number}", number=settings.shop_gstin))
    if printer:
        lines.append(tr("Receipts are printed by: {printer}", printer=printer))
    if server:
        lines.append(tr("Belongs to the chain at {server}; its staff sign in here", server=server))
    elif owner:
        lines.append(tr("{name} looks after this counter, and signs in with the PIN", name=owner))
    else:
        lines.append(tr("{name} sells without a PIN until people are added: Ctrl+Shift+T", name=settings.cashier))
    return (*lines, goods) if goods else tuple(lines)
