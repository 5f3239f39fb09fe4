"""The central server as its users start it: a process of its own, with an owner signed in and counters that join."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from bench.cluster import APP, OWNER, Cluster

_CODE = re.compile(r"\(tenant (\S+)\): the owner signs in with ([A-Z2-9]{4}-[A-Z2-9]{4}),")
_URL = re.compile(r"listens on (https?://\S+)")
_PLENTY = {"token_seconds": 3600, "requests_per_minute": 1_000_000, "sign_ins_per_minute": 100_000}
API = "/api/v1"


@dataclass
class Centre:
    """A server that listens; `owner` is the token of its first tenant's owner."""

    url: str
    pid: int
    tenant_id: str
    session: requests.Session = field(default_factory=requests.Session)
    owner: str = ""
    store_id: str = ""

    def call(self, method: str, path: str, body: Any = None, *, token: str | None = None, **more: Any) -> Any:
        """The answer's body. Whatever is refused ends the measurement."""
        token = self.owner if token is None else token
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers |= more.pop("headers", {})
        answer = self.session.request(method, self.url + API + path, json=body, headers=headers, timeout=600, **more)
        assert answer.ok, (answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def sign_in(self, login_code: str) -> None:
        verifier = secrets.token_urlsafe(48)
        challenge = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        asked = {"login_code": login_code, "code_challenge": challenge, "code_challenge_method": "S256"}
        code = self.call("POST", "/oauth/authorize", asked, token="")["code"]
        given = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        self.owner = self.call("POST", "/oauth/token", token="", data=given)["access_token"]
        self.store_id = self.call("POST", "/stores", {"name": "MG Road"})["store_id"]

    def approve(self, user_code: str, *, counter_code: str) -> None:
        body = {"store_id": self.store_id, "counter_code": counter_code}
        self.call("POST", f"/counters/pairings/{user_code}/approve", body)

    def system_token(self, *scopes: str) -> str:
        client = self.call("POST", "/clients", {"name": "Billing", "scopes": list(scopes)})
        given = {name: client[name] for name in ("client_id", "client_secret")}
        return str(
            self.call("POST", "/oauth/token", token="", data={"grant_type": "client_credentials", **given})[
                "access_token"
            ]
        )


@contextmanager
def running_centre(folder: Path, cluster: Cluster | None = None, database: str = "bench") -> Iterator[Centre]:
    """On PostgreSQL where there is a cluster; its database is made where it is missing. Else on files in the folder."""
    settings: dict[str, object] = {"data_dir": folder, "port": 0, "log_level": "error", **_PLENTY}
    if cluster is not None:
        _require_database(cluster, database)
        settings |= {"database": cluster.dsn(database, APP), "database_owner": cluster.dsn(database, OWNER)}
    folder.mkdir(exist_ok=True)
    with (
        (folder / "stderr.txt").open("a") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "server"],
            env=_environment(settings),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            yield _signed_in(process)
        finally:
            process.terminate()


def _require_database(cluster: Cluster, name: str) -> None:
    import psycopg

    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f"CREATE DATABASE {name} OWNER {OWNER}".encode())


def _environment(settings: dict[str, object]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TILLPOINT_")}
    return {**inherited, **{f"TILLPOINT_SERVER_{name.upper()}": str(value) for name, value in settings.items()}}


def _signed_in(process: subprocess.Popen[str]) -> Centre:
    """What it prints before it listens names the first owner's code, as long as nobody has used one."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := _URL.search(line):
            owner = _CODE.search(said)
            assert owner is not None, said
            centre = Centre(found[1], process.pid, owner[1])
            centre.sign_in(owner[2])
            return centre
    raise AssertionError(f"it never listened: {said!r}")
