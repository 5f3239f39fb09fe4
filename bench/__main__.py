"""python -m bench: measure the headline figures, print them and write bench/RESULTS.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from app.demo_shop import PROGRAM
from app.machine import RandomIds, SystemClock
from app.persistence.keys import keys_of
from app.persistence.link import WRITER, FilePlace
from app.persistence.sealed import FieldSealer
from app.services.desk import Desk
from app.services.program import publish
from bench.cluster import running_cluster
from bench.commits import commit_figure
from bench.earnings import earn_figure
from bench.figures import Figure, machine, table
from bench.lookups import lookup_figures
from bench.population import COUNTER, TENANT, open_store, populate
from bench.pushes import push_figures
from bench.quotes import quote_figure
from bench.replications import replication_figures
from bench.snapshots import snapshot_figure
from bench.starts import start_figure

RESULTS = Path(__file__).with_name("RESULTS.md")
MEMBERS = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--members", type=int, default=MEMBERS, help="how many members the store holds")
    options = parser.parse_args()
    figures = [quote_figure(), start_figure(), *_store_figures(options.members), *_chain_figures(options.members)]
    text = f"{table(figures)}\n\n{machine()}\n"
    print(text)
    if options.members == MEMBERS:
        RESULTS.write_text(f"# Results\n\nWritten by `make bench`.\n\n{text}")
    return 0


def _store_figures(size: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file, copy = Path(folder) / "till.db", Path(folder) / "bare.db"
        keys = keys_of(file)
        sealer = FieldSealer(keys, tenant_id=TENANT, field="phone")
        engines, store = open_store(file, keys.database, sealer)
        desk = Desk(store, SystemClock(), RandomIds(), COUNTER)
        _say(f"writing {size:,} members and {5 * size:,} entries")
        populate(engines, sealer, size=size)
        publish(desk, PROGRAM, staff="bench")
        _say("copying the file for the bare driver")
        with closing(FilePlace(copy, keys.database).new_link()) as bare:
            with closing(FilePlace(file, keys.database).link(WRITER)) as source:
                source.backup(bare)
            _say("measuring")
            figures = [commit_figure(desk, bare, size=size), *lookup_figures(desk, size=size)]
        engines.dispose()
    return figures


def _chain_figures(size: int) -> list[Figure]:
    """The server and sync: everything in processes, databases and folders of its own, gone afterwards."""
    with tempfile.TemporaryDirectory() as name, running_cluster() as cluster:
        folder = Path(name)
        _say("pushing and pulling")
        figures = push_figures(folder, cluster)
        _say("earning")
        figures.append(earn_figure(folder, cluster))
        _say("replicating, beside PouchDB")
        figures += replication_figures(folder, cluster)
    with tempfile.TemporaryDirectory() as name:
        _say(f"a snapshot of {size:,} members")
        return [*figures, snapshot_figure(Path(name), size=size)]


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
