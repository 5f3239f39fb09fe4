"""The centre of the chain: a server in a process of its own, and its owner at work over the line."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any
from urllib.parse import urlencode, urlsplit

from app.bootstrap import AGENT
from sync.address import ServerAddress
from sync.refused import accepted
from sync.transport import Transport

API = "/api/v1"
START_S_MAX = 60
STOP_S_MAX = 30
AUDIT_S_MAX = 120
_CODE = re.compile(r"signs in with ([A-Z0-9]{4}-[A-Z0-9]{4})")
_URL = re.compile(r"listens on (https?://\S+)")
# Customers come a hundred times faster here than in a shop.
_PACE = {"requests_per_minute": 1_000_000}


class CentreError(Exception):
    """The server did not start, or did not answer as it must; the sentence says what it said."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens. `owner_code` is what its first owner signs in with."""

    folder: Path
    url: str
    owner_code: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        assert port is not None
        return port

    def stop(self) -> None:
        """Let it finish what it has begun."""
        _stop(self.process)

    def audited(self) -> Mapping[str, Any]:
        """What its books come to. They are read from its files: it has to be stopped."""
        try:
            done = subprocess.run(
                _command("verify"),
                env=_environment(self.folder),
                capture_output=True,
                text=True,
                check=False,
                timeout=AUDIT_S_MAX,
            )
        except subprocess.TimeoutExpired as late:
            raise CentreError(f"The server's books were not read within {AUDIT_S_MAX} s.") from late
        if not done.stdout:
            raise CentreError(done.stderr.strip())
        found: Mapping[str, Any] = json.loads(done.stdout)[0]
        return found


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(STOP_S_MAX)
    except subprocess.TimeoutExpired:
        process.kill()


@contextmanager
def running_server(folder: Path) -> Iterator[Server]:
    """`python -m server` on a free port, its files in the folder; stopped at the end."""
    errors_file = folder.parent / "server.log"
    with (
        errors_file.open("w+") as errors,
        subprocess.Popen(
            _command(), env=_environment(folder), stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        try:
            yield _listening(folder, process, errors_file)
        finally:
            _stop(process)


def _command(*verb: str) -> list[str]:
    return [sys.executable, "-m", "server", *verb]


def _environment(folder: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TILLPOINT_SERVER_")}
    settings = {"data_dir": folder, "port": 0, "log_level": "warning", **_PACE}
    return {**inherited, **{f"TILLPOINT_SERVER_{name.upper()}": str(value) for name, value in settings.items()}}


def _listening(folder: Path, process: subprocess.Popen[str], errors: Path) -> Server:
    """Once it says where. One that says nothing in START_S_MAX is ended, and what it says ends with it."""
    assert process.stdout is not None
    said, deadline = "", Timer(START_S_MAX, process.kill)
    deadline.start()
    try:
        for line in process.stdout:
            said += line
            if url := _URL.search(line):
                code = _CODE.search(said)
                assert code is not None, said
                return Server(folder, url[1], code[1], process)
    finally:
        deadline.cancel()
    complaint = errors.read_text("utf-8").strip() or said.strip() or f"nothing within {START_S_MAX} s"
    raise CentreError(f"The server did not start. It said: {complaint}")


@dataclass(slots=True)
class Owner:
    """The owner of the chain, signed in at the server."""

    transport: Transport
    token: str = ""

    @classmethod
    @contextmanager
    def signed_in(cls, server: Server) -> Iterator[Owner]:
        with Transport(ServerAddress(server.url), agent=AGENT) as transport:
            owner = cls(transport)
            owner._sign_in(server.owner_code)
            yield owner

    def add_store(self, name: str) -> str:
        return str(self._post("/stores", {"name": name})["store_id"])

    def approve(self, user_code: str, *, store_id: str, counter_code: str) -> None:
        body = {"store_id": store_id, "counter_code": counter_code}
        self._post(f"/counters/pairings/{user_code}/approve", body)

    def _sign_in(self, login_code: str) -> None:
        """A code to ask with, for the code that was printed; then the token for it (RFC 7636)."""
        verifier = secrets.token_urlsafe(48)
        challenge = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        asked = {"login_code": login_code, "code_challenge": challenge, "code_challenge_method": "S256"}
        code = self._post("/oauth/authorize", asked)["code"]
        form = urlencode({"grant_type": "authorization_code", "code": code, "code_verifier": verifier})
        answer = self.transport.call(
            "POST",
            f"{API}/oauth/token",
            body=form.encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        self.token = str(accepted(answer).json["access_token"])

    def _post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return accepted(self.transport.call("POST", API + path, json=body, headers=headers)).json
