"""The server's own tables: the directory that no tenant owns, and what each tenant has besides the shared ledger.

Instants are microseconds since 1970 in UTC. Whoever has one of the tables has them all: each module declares its own.
"""

from server.databases.tables import directory, identity, intake, partners, rights, running, telling  # noqa: F401
