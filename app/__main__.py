"""python -m app: opens the counter; its other verbs do from the command line what screens do."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from multiprocessing import freeze_support
from pathlib import Path

from app.commands.printing import add_print, print_paper
from app.commands.refusing import UNUSABLE
from app.settable import SettingsError
from app.settings import Settings, in_training, load

INTERRUPTED, UNREAD = 130, 141


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description="Tillpoint. Without a verb, opens the counter.")
    parser.add_argument("--selftest", action="store_true", help="see whether all that the counter stands on works here")
    parser.add_argument("--training", action="store_true", help="open a counter to practise on: nothing there counts")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    simulate = verbs.add_parser("simulate", help="run a scenario file; one JSON object a step")
    simulate.add_argument("file", help="the scenario file, or - for standard input")
    simulate.add_argument("--check", action="store_true", help="compare with each step's expectations")
    decode = verbs.add_parser("decode", help="read the codes in pictures; one JSON object a file")
    decode.add_argument("files", nargs="+", metavar="FILE", help="a picture: PNG, JPEG, WebP, BMP, GIF, TIFF or PPM")
    replay = verbs.add_parser("replay", help="ring up a file of shop baskets (CSV or gzipped CSV)")
    replay.add_argument("file", type=Path)
    replay.add_argument("--limit", type=_whole, metavar="N", help="stop after N bills")
    replay.add_argument(
        "--data", type=Path, metavar="FILE", help="the data file to ring into (default: one of its own)"
    )
    demo = verbs.add_parser("demo", help="a day's story in the real window, or of three counters and their server")
    told = demo.add_mutually_exclusive_group(required=True)
    told.add_argument("--out", type=Path, metavar="DIR", help="the window's: where pictures and receipts go")
    told.add_argument("--chain", action="store_true", help="a chain's: lines are cut and healed, and books compared")
    long = demo.add_mutually_exclusive_group()
    long.add_argument("--bills", type=_whole, metavar="N", help="how many customers a chain's day has")
    long.add_argument("--minutes", type=_whole, metavar="N", help="how long a chain's day is instead")
    demo.add_argument("--baskets", type=Path, metavar="FILE", help="what its customers buy (CSV or gzipped CSV)")
    add_print(verbs)
    export = verbs.add_parser("export", help="write all members, all bills or the saved cases into a file")
    export.add_argument("what", choices=["members", "bills", "cases"])
    export.add_argument("--out", required=True, metavar="FILE", help="where to: .csv, .xlsx or .pdf; of cases .json")
    report = verbs.add_parser("report", help="one of the reports: in the terminal, or as a file")
    report.add_argument("name", metavar="NAME", help="sales, points, liability, …: the manual has them all")
    report.add_argument("--from", dest="first", type=_day, metavar="DAY", help="its first day (default: of this month)")
    report.add_argument("--to", dest="last", type=_day, metavar="DAY", help="its last day (default: today)")
    report.add_argument("--out", metavar="FILE", help="where to: a .csv, .xlsx or .pdf file")
    taken_in = verbs.add_parser("import", help="take in a list of products or of members (CSV or XLSX)")
    taken_in.add_argument("what", choices=["products", "members"])
    taken_in.add_argument("file", type=Path, metavar="FILE")
    taken_in.add_argument("--dry-run", action="store_true", help="only say what is fine and what is not")
    verbs.add_parser("verify", help="check the chain, the entries and the projections of the data file")
    verbs.add_parser("rebuild", help="make every projection of the data file again from its entries")
    verbs.add_parser("sweep", help="post expiries and lower tiers that have fallen due")
    backup = verbs.add_parser("backup", help="copy the data file into the folder of backups")
    backup.add_argument("--test", action="store_true", help="put the copy back into a file of its own and check it")
    backup.add_argument("--key", type=Path, metavar="FILE", help="save the key as well, without which no copy opens")
    restore = verbs.add_parser("restore", help="put a backup in the data file's place, with what came after it")
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    pair = verbs.add_parser("pair", help="join a chain: show a code, and wait until a manager has approved it")
    pair.add_argument("url", help="the server's address, https://…")
    sync = verbs.add_parser("sync", help="send and fetch until stopped; or say how the counter stands")
    sync.add_argument("what", nargs="?", choices=["status"], help="only say how the counter stands to its server")
    sync.add_argument("--once", action="store_true", help="stop once both know all the other knew")
    return parser


def _whole(text: str) -> int:
    if not re.fullmatch(r"0{0,9}[1-9][0-9]{0,8}", text):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not a whole number of at least 1")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no day: type it like 2026-04-01") from None


def main(arguments: list[str] | None = None) -> int:
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.training and (options.verb or options.selftest):
        parser.error("--training only opens the counter: it goes with nothing else")
    try:
        status = _run(options)
        sys.stdout.flush()
        return status
    except SettingsError as wrong:
        print(wrong, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Without somewhere to go for what is still buffered, the interpreter would complain once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD


def _run(options: argparse.Namespace) -> int:
    """Each verb imports only what it needs: a scenario must not pay for a window."""
    if options.verb == "simulate":
        from app.commands.simulate import simulate

        return simulate(options.file, check=options.check)
    if options.verb == "decode":
        from app.commands.decode import decode

        return decode(options.files)
    settings = load(os.environ)
    if options.selftest:
        from app.commands.selftest import selftest

        return selftest(settings)
    return _VERBS[options.verb](settings, options)


def _open(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.counter import open_counter

    return open_counter(in_training(settings) if options.training else settings)


def _replay(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.replay import replay

    return replay(settings, options.file, limit=options.limit, data=options.data)


def _demo(settings: Settings, options: argparse.Namespace) -> int:
    if options.chain:
        return _demo_chain(settings, options)
    from app.commands.demo import demo

    return demo(settings, options.out)


def _demo_chain(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.chain.command import Size, demo_chain

    given = {"bills": options.bills, "minutes": options.minutes, "file": options.baskets}
    return demo_chain(settings, Size(**{name: value for name, value in given.items() if value is not None}))


def _export(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.export import export

    return export(settings, options)


def _report(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.reporting import print_report

    return print_report(settings, options)


def _import(settings: Settings, options: argparse.Namespace) -> int:
    if options.what == "members":
        from app.commands.members import import_members

        return import_members(settings, options)
    from app.commands.products import import_products

    return import_products(settings, options)


def _verify(settings: Settings, _: argparse.Namespace) -> int:
    from app.commands.books import verify

    return verify(settings)


def _rebuild(settings: Settings, _: argparse.Namespace) -> int:
    from app.commands.books import rebuild

    return rebuild(settings)


def _sweep(settings: Settings, _: argparse.Namespace) -> int:
    from app.commands.books import sweep

    return sweep(settings)


def _backup(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.backing_up import back_up

    return back_up(settings, test=options.test, key=options.key)


def _restore(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.backing_up import restore

    return restore(settings, options.file)


def _pair(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands.syncing import pair

    return pair(settings, options.url)


def _sync(settings: Settings, options: argparse.Namespace) -> int:
    from app.commands import syncing

    if options.what == "status":
        return syncing.status(settings)
    return syncing.sync_once(settings) if options.once else syncing.sync(settings)


_VERBS: dict[str | None, Callable[[Settings, argparse.Namespace], int]] = {
    None: _open,
    "replay": _replay,
    "print": print_paper,
    "export": _export,
    "report": _report,
    "import": _import,
    "demo": _demo,
    "verify": _verify,
    "rebuild": _rebuild,
    "sweep": _sweep,
    "backup": _backup,
    "restore": _restore,
    "pair": _pair,
    "sync": _sync,
}

if __name__ == "__main__":
    freeze_support()  # a second process of a built program begins here, too
    sys.exit(main())
