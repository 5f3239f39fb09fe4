"""The tables: one declaration for every home of the ledger. Integers only; every row names its tenant.

Money is minor units, points are hundredths, quantities thousandths, instants microseconds since 1970 in UTC.
Facts (bills, entries, events, refunds) are append-only by trigger. Projections (lots, uses, balances,
activity) can be rebuilt from them.

Whoever has one of them has them all: each module declares its own on the same metadata.
"""

from app.persistence.tables import (  # noqa: F401
    bills,
    chain,
    goods,
    journal,
    members,
    papers,
    points,
    refunds,
    rules,
    shifts,
    staff,
    vouchers,
)
