"""print: from the command line what the screens put on paper; one sub-verb for each kind of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from app.settings import Settings

_SubVerb = Callable[[Settings, argparse.Namespace], int]


def add_print(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The verb `print` and what it prints."""
    printing = verbs.add_parser("print", help="put receipts, cards and test pages on paper or plastic")
    what = printing.add_subparsers(dest="what", metavar="WHAT", required=True)
    cards = what.add_parser("cards", help="enrol and find the members of a CSV file, and print their cards")
    cards.add_argument("file", help="the CSV file: columns name and phone, and if you like number and language")
    cards.add_argument("--out", required=True, metavar="FILE.pdf", help="where the cards go")
    stocks = ("plastic", "bleed", "sheet", "labels-24", "labels-65")
    on_what = "one card a page; with a bleed; ten on an A4 sheet; or labels for cards that are printed already"
    cards.add_argument("--stock", choices=stocks, default="plastic", help=on_what)
    cards.add_argument("--template", metavar="NAME", help="another template than the setting card_template names")
    shelf = what.add_parser("labels", help="labels for shelves, on an A4 sheet of labels")
    shelf.add_argument("file", help="the CSV file: columns name and price, and if you like code")
    shelf.add_argument("--out", required=True, metavar="FILE.pdf", help="where the labels go")
    shelf.add_argument("--sheet", choices=("24", "65"), default="24", help="how many labels a sheet has")
    shelf.add_argument("--skip", type=int, default=0, metavar="N", help="how many labels of the first are used up")

    receipt = what.add_parser("receipt", help="a bill's receipt: the original once, then copies marked REPRINT")
    receipt.add_argument("bill", help="the bill's number, like A1/26-27/000123")
    back = what.add_parser("return", help="the paper of a return: the original once, then copies marked REPRINT")
    back.add_argument("bill", help="its number, like A1/26-27/000123-R1; or the bill's, for the last return on it")
    slip = what.add_parser("slip", help="what a member's points come to now")
    statement = what.add_parser("statement", help="how a member's points came about: the latest movements")
    for one in (slip, statement):
        one.add_argument("card", help="the member's card number")
    test = what.add_parser("test", help="a test page, or the real reason why there is none")
    for one in (receipt, back, slip, statement, test):
        one.add_argument("--printer", default="", metavar="NAME", help="another than the one chosen for this")
        one.add_argument("--out", type=Path, metavar="FILE.pdf", help="write it as a PDF file instead of printing it")


def print_paper(settings: Settings, options: argparse.Namespace) -> int:
    return _SUB_VERBS[options.what](settings, options)


def _cards(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.cards import print_cards

    return print_cards(settings, options)


def _labels(_: Settings, options: argparse.Namespace) -> int:
    from app.commands.labels import print_labels

    return print_labels(options)


def _receipt(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.papers import print_receipt

    return print_receipt(settings, options)


def _return(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.papers import print_return

    return print_return(settings, options)


def _of_member(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.papers import print_of_member

    return print_of_member(settings, options)


def _test(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.papers import print_test

    return print_test(settings, options)


_SUB_VERBS: dict[str, _SubVerb] = {
    "cards": _cards,
    "labels": _labels,
    "receipt": _receipt,
    "return": _return,
    "slip": _of_member,
    "statement": _of_member,
    "test": _test,
}
