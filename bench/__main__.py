"""python -m bench: measure the headline figures, print them and write bench/RESULTS.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from app.demo_shop import PROGRAM
from app.machine import RandomIds, SystemClock
from app.persistence.keys import keys_of
from app.persistence.link import WRITER, FilePlace
from app.persistence.sealed import FieldSealer
from app.services.desk import Desk
from app.services.programs.program import publish
from bench.cards import card_figures
from bench.cluster import Cluster, running_cluster
from bench.commits import commit_figure
from bench.earnings import earn_figure
from bench.figures import Figure, machine, table
from bench.frames import frame_figures
from bench.lookups import lookup_figures
from bench.photographs import photograph_figures
from bench.population import COUNTER, TENANT, open_store, populate
from bench.pushes import push_figures
from bench.quotes import quote_figure
from bench.receipts import receipt_figures
from bench.replications import replication_figures
from bench.reports import report_figures
from bench.snapshots import snapshot_figure
from bench.starts import start_figure
from bench.sweeps import sweep_figure
from bench.whatifs import whatif_figure
from bench.windows import window_figures

RESULTS = Path(__file__).with_name("RESULTS.md")
MEMBERS = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"only these: {', '.join(GROUPS)}")
    parser.add_argument("--members", type=int, default=MEMBERS, help="how many members a store holds")
    options = parser.parse_args()
    unknown = set(options.groups) - GROUPS.keys()
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    figures = []
    for name in options.groups or GROUPS:
        print(f"… {name}", file=sys.stderr, flush=True)
        found = GROUPS[name](options.members)
        # A later group that fails takes nothing of this one with it.
        print(table(found), file=sys.stderr, flush=True)
        figures += found
    text = f"{table(figures)}\n\n{machine()}\n"
    print(text)
    if not options.groups and options.members == MEMBERS:
        RESULTS.write_text(f"# Results\n\nWritten by `make bench`.\n\n{text}")
    return 0


def _store_figures(size: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file, copy = Path(folder) / "till.db", Path(folder) / "bare.db"
        keys = keys_of(file)
        sealer = FieldSealer(keys, tenant_id=TENANT, field="phone")
        engines, store = open_store(file, keys.database, sealer)
        desk = Desk(store, SystemClock(), RandomIds(), COUNTER)
        populate(engines, sealer, size=size)
        publish(desk, PROGRAM, staff="bench")
        with closing(FilePlace(copy, keys.database).new_link()) as bare:
            with closing(FilePlace(file, keys.database).link(WRITER)) as source:
                source.backup(bare)
            figures = [commit_figure(desk, bare, size=size), *lookup_figures(desk, size=size)]
        figures += window_figures(desk, size=size)
        engines.dispose()
    return figures


def _on_postgres(measure: Callable[[Path, Cluster], list[Figure]]) -> list[Figure]:
    """The server and sync: everything in processes, databases and folders of its own, gone afterwards."""
    with tempfile.TemporaryDirectory() as name, running_cluster() as cluster:
        return measure(Path(name), cluster)


def _snapshot_figures(size: int) -> list[Figure]:
    """In a process of its own: what was measured before it is not the counter's memory."""
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(1, get_context("spawn")) as apart:
        return [apart.submit(snapshot_figure, Path(name), size=size).result()]


# By what is measured together; each is given how many members a store holds.
GROUPS: Mapping[str, Callable[[int], list[Figure]]] = {
    "quote": lambda _: [quote_figure()],
    "whatif": lambda _: [whatif_figure()],
    "receipts": lambda _: receipt_figures(),
    "cards": lambda _: card_figures(),
    "photographs": lambda _: [*photograph_figures(), *frame_figures()],
    "start": lambda _: [start_figure()],
    "till": _store_figures,
    "push": lambda _: _on_postgres(push_figures),
    "earn": lambda _: _on_postgres(lambda folder, cluster: [earn_figure(folder, cluster)]),
    "replicate": lambda _: _on_postgres(replication_figures),
    "snapshot": _snapshot_figures,
    "sweep": lambda size: [sweep_figure(size)],
    "reports": lambda _: report_figures(),
}

if __name__ == "__main__":
    sys.exit(main())
