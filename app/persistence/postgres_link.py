"""Links to PostgreSQL: connections that keep what is saved, wait a stated time, and speak in whole numbers."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.types.numeric import Int8BinaryDumper, Int8Dumper, NumericBinaryLoader

from app.persistence.queue import QUEUE_SECONDS_MAX

CONNECT_SECONDS_MAX = 10
IDLE_SECONDS_MAX = 300
SILENT_SECONDS_MAX = 30  # then the other side is asked, three times: a dead line must not keep a tenant's turn
STATEMENTS_KEPT = 500

SETTINGS = f"""
    SET synchronous_commit = on;
    SET jit = off;
    SET lock_timeout = '{QUEUE_SECONDS_MAX}s';
    SET idle_in_transaction_session_timeout = '{IDLE_SECONDS_MAX}s';
    SET tcp_keepalives_idle = {SILENT_SECONDS_MAX};
    SET tcp_keepalives_interval = 10;
    SET tcp_keepalives_count = 3
""".encode()

Link = psycopg.Connection[Any]


def linked(dsn: str) -> Link:
    """A new connection. It begins and ends transactions when told, not by itself."""
    link: Link = psycopg.connect(
        dsn,
        autocommit=True,
        prepare_threshold=2,
        connect_timeout=CONNECT_SECONDS_MAX,
        keepalives_idle=SILENT_SECONDS_MAX,
        keepalives_interval=10,
        keepalives_count=3,
        cursor_factory=psycopg.RawCursor,
    )
    link.server_cursor_factory = psycopg.RawServerCursor
    link.prepared_max = STATEMENTS_KEPT
    for dumper in (Int8Dumper, Int8BinaryDumper):  # one type for small numbers and large ones: one plan
        link.adapters.register_dumper(int, dumper)
    link.adapters.register_loader("numeric", _WholeLoader)
    link.execute(SETTINGS)
    return link


class _WholeLoader(NumericBinaryLoader):
    """Sums of whole numbers come as numbers of any length, and are whole."""

    def load(self, data: Any) -> int:  # type: ignore[override]
        found = super().load(data)
        assert found == int(found), "the ledger adds whole numbers"
        return int(found)
