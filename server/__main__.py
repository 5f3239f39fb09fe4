"""python -m server: the central server. Its other verbs look after it from the command line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.keeping.faults import StoreFault, StoreLocked
from app.settable import SettingsError
from server import backup, first
from server.databases.opening import open_database
from server.first import OwnerCode
from server.ledgers.audit import audit
from server.main import create_app
from server.parts import Parts, assemble
from server.secret import secret_in
from server.serving import serve
from server.settings import ServerSettings, load
from server.web import logs

DONE, FAILED, UNUSABLE, INTERRUPTED, UNREAD = 0, 1, 2, 130, 141
_RUNNING = (
    "The server is running on this data folder and has it to itself. Nothing was changed. "
    "Stop it first (Ctrl+C, or SIGTERM); while its owner has never signed in, each start prints a new code."
)


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server", description="Tillpoint's server. Without a verb, serves.")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    verbs.add_parser("serve", help="answer counters and people until stopped")
    verbs.add_parser("check", help="say whether the settings can be used")
    verbs.add_parser("migrate", help="bring what is stored to this program's schema")
    verbs.add_parser("verify", help="check every tenant's books and print what they come to as JSON")
    backing_up = verbs.add_parser("backup", help="copy the server's files while it runs")
    backing_up.add_argument("folder", type=Path, help="where to: a folder that is new or empty")
    restoring = verbs.add_parser("restore", help="put a backup back; with the server stopped")
    restoring.add_argument("folder", type=Path, help="the backup")
    verbs.add_parser("openapi", help="print the description of the API as JSON")
    tenant = verbs.add_parser("tenant", help="look after tenants")
    tenant_verbs = tenant.add_subparsers(dest="tenant_verb", metavar="VERB", required=True)
    adding = tenant_verbs.add_parser("add", help="add a tenant and print its owner's code")
    adding.add_argument("name", help="what the business is called")
    owner_code = verbs.add_parser("owner-code", help="print a new one-time code for an owner to sign in with")
    owner_code.add_argument("--tenant", metavar="ID", help="whose owner (default: the first tenant's)")
    return parser


def main(arguments: list[str] | None = None) -> int:
    options = build_parser().parse_args(arguments)
    try:
        status = _VERBS[options.verb or "serve"](load(os.environ), options)
        sys.stdout.flush()
        return status
    except SettingsError as wrong:
        print(wrong, file=sys.stderr)
        return UNUSABLE
    except StoreLocked:
        print(_RUNNING, file=sys.stderr)
        return FAILED
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Without somewhere to go for what is still buffered, the interpreter would complain once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD


def _serve(settings: ServerSettings, _: argparse.Namespace) -> int:
    logs.install(settings)
    with _opened(settings) as parts:
        first.prepare(parts)
        for code in first.waiting_owners(parts):
            _tell(code)
        try:
            serve(parts, announce=lambda url: print(f"Tillpoint's server listens on {url}", flush=True))
        except OSError as error:
            raise SettingsError(
                f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}. Nothing was changed. "
                "Stop what listens there, or set another port."
            ) from error
    return DONE


def _check(settings: ServerSettings, _: argparse.Namespace) -> int:
    print(f"The settings can be used: {settings.url}, data in {settings.folder}.")
    return DONE


def _migrate(settings: ServerSettings, _: argparse.Namespace) -> int:
    with _opened(settings) as parts:
        tenants = parts.database.tenants()
        for tenant_id in tenants:
            parts.database.store(tenant_id)
    print(f"What is stored is of this program's schema: the directory and {len(tenants)} tenants.")
    return DONE


def _verify(settings: ServerSettings, _: argparse.Namespace) -> int:
    with _opened(settings) as parts:
        found = [audit(parts, tenant_id) for tenant_id in parts.database.tenants()]
    print(json.dumps(found, indent=2, ensure_ascii=False))
    return DONE if all(one["sound"] for one in found) else FAILED


def _backup(settings: ServerSettings, options: argparse.Namespace) -> int:
    copied = backup.back_up(settings, options.folder)
    print(f"Copied to {options.folder}, whole and proven: the directory and {copied.tenants} tenants.")
    print("Not copied, and needed to open it. Keep these somewhere else:")
    for file in copied.keys:
        print(f"  {file}")
    return DONE


def _restore(settings: ServerSettings, options: argparse.Namespace) -> int:
    tenants = backup.restore(settings, options.folder)
    print(f"Put back from {options.folder}: the directory and {tenants} tenants. Counters send again what is missing.")
    return DONE


def _openapi(_: ServerSettings, __: argparse.Namespace) -> int:
    print(json.dumps(create_app().openapi(), indent=2, ensure_ascii=False))
    return DONE


def _tenant(settings: ServerSettings, options: argparse.Namespace) -> int:
    with _opened(settings) as parts:
        _tell(first.new_owner_code(parts, first.add_tenant(parts, options.name)))
    return DONE


def _owner_code(settings: ServerSettings, options: argparse.Namespace) -> int:
    with _opened(settings) as parts:
        first.prepare(parts)
        tenants = parts.database.tenants()
        tenant_id = options.tenant or tenants[0]
        if tenant_id not in tenants:
            print(f"There is no tenant {tenant_id[:60]!r}. The ones there are: {', '.join(tenants)}.", file=sys.stderr)
            return UNUSABLE
        _tell(first.new_owner_code(parts, tenant_id))
    return DONE


@contextmanager
def _opened(settings: ServerSettings) -> Iterator[Parts]:
    secret = secret_in(settings.folder)
    with open_database(settings, secret) as database:
        parts = assemble(settings, database, secret)
        parts.signing.current()  # with another server's key file nothing is begun
        yield parts


def _tell(code: OwnerCode) -> None:
    print(f"{code.tenant_name} (tenant {code.tenant_id}): the owner signs in with {code.code}, once, within a day.")


_VERBS: dict[str, Callable[[ServerSettings, argparse.Namespace], int]] = {
    "serve": _serve,
    "check": _check,
    "migrate": _migrate,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "openapi": _openapi,
    "tenant": _tenant,
    "owner-code": _owner_code,
}

if __name__ == "__main__":
    sys.exit(main())
