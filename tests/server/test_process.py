"""The server as a process: starts knowing nobody, says where it is, and stops without losing what it had begun."""

from __future__ import annotations

import json
import signal
import socket
import ssl
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests
import trustme

from tests.server.callers import CHALLENGE, VERIFIER
from tests.server.processes import Started, run, started


def sign_in(server: Started, code: str, verify: str | None = None) -> str:
    """An access token for a login code."""
    asked = {"login_code": code, "code_challenge": CHALLENGE, "code_challenge_method": "S256"}
    trusted = verify or True
    given = requests.post(f"{server.url}/api/v1/oauth/authorize", json=asked, timeout=60, verify=trusted).json()
    form = {"grant_type": "authorization_code", "code": given["code"], "code_verifier": VERIFIER}
    granted = requests.post(f"{server.url}/api/v1/oauth/token", data=form, timeout=60, verify=trusted)
    return str(granted.json()["access_token"])


def stores(server: Started, token: str) -> list[str]:
    headers = {"Authorization": f"Bearer {token}"}
    items = requests.get(f"{server.url}/api/v1/stores", headers=headers, timeout=60).json()["items"]
    return [one["name"] for one in items]


def half_a_request(server: Started, token: str) -> tuple[socket.socket, bytes]:
    """A connection with a request on it that the server has begun to read, and the rest of the request."""
    body = json.dumps({"name": "Camp"}).encode()
    head = (
        f"POST /api/v1/stores HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
    )
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    connection.sendall(head.encode())
    assert connection.recv(65536).startswith(b"HTTP/1.1 100")  # it waits for the rest
    connection.sendall(body[:5])
    return connection, body[5:]


def wait_until_deaf(server: Started) -> None:
    """Until it takes no new connections, or those at once end."""
    while True:
        with suppress(TimeoutError):
            try:
                with socket.create_connection(("127.0.0.1", server.port), timeout=1) as connection:
                    connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                    if not connection.recv(1):
                        return
            except ConnectionError:
                return


def test_the_first_owner_comes_in_by_the_printed_code(tmp_path: Path) -> None:
    with started(tmp_path) as server:
        assert server.url.startswith("http://127.0.0.1:")
        first = server.codes
        assert len(first) == 1
        assert server.stop() == 0
    with started(tmp_path) as server:
        assert len(server.codes) == 1
        assert server.codes != first
        assert stores(server, sign_in(server, server.codes[0])) == []
        assert server.stop() == 0
    with started(tmp_path) as server:  # they have come in
        assert server.codes == []
        assert server.stop() == 0
    assert not list(tmp_path.glob("*.db-wal"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_in_flight_is_finished(tmp_path: Path, number: signal.Signals) -> None:
    with started(tmp_path) as server:
        token = sign_in(server, server.codes[0])
        connection, rest = half_a_request(server, token)
        with connection:
            server.process.send_signal(number)
            wait_until_deaf(server)
            connection.sendall(rest)
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 201")
        assert server.process.wait(60) == 0
    with started(tmp_path) as server:
        assert stores(server, token) == ["Camp"]


def test_a_request_that_never_comes_does_not_keep_it(tmp_path: Path) -> None:
    with started(tmp_path, stop_seconds=1) as server:
        token = sign_in(server, server.codes[0])
        connection, _ = half_a_request(server, token)
        with connection:
            assert server.stop() == 0
    with started(tmp_path) as server:
        assert stores(server, token) == []


def test_its_log_is_json_and_knows_no_code(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "server.log"
    with started(tmp_path, log_file=file) as server:
        code = server.codes[0]
        sign_in(server, code)
        assert server.stop() == 0
    for text in (file.read_text("utf-8"), (tmp_path / "stderr.txt").read_text("utf-8")):
        lines = [json.loads(line) for line in text.splitlines()]
        assert [line["route"] for line in lines if line["event"] == "request"] == [
            "/api/v1/oauth/authorize",
            "/api/v1/oauth/token",
        ]
        assert code not in text


def test_a_log_that_cannot_be_written_is_not_told_otherwise(tmp_path: Path) -> None:
    with started(tmp_path, log_file="/dev/full") as server:
        sign_in(server, server.codes[0])
        assert server.stop() == 0
    lines = (tmp_path / "stderr.txt").read_text("utf-8").splitlines()
    assert [json.loads(line)["event"] for line in lines].count("request") == 2


def test_tls(tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    certificate.private_key_pem.write_to_path(tmp_path / "key.pem")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    files = {"tls_certificate": tmp_path / "cert.pem", "tls_key": tmp_path / "key.pem"}
    with started(tmp_path, **files) as server:
        assert server.url.startswith("https://127.0.0.1:")
        assert sign_in(server, server.codes[0], str(tmp_path / "ca.pem"))
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.load_verify_locations(tmp_path / "ca.pem")
        with (
            socket.create_connection(("127.0.0.1", server.port)) as plain,
            old.wrap_socket(plain, server_hostname="127.0.0.1") as wrapped,
        ):
            assert wrapped.version() == "TLSv1.3"
        assert server.stop() == 0


def test_a_running_server_has_its_folder_to_itself(tmp_path: Path) -> None:
    with started(tmp_path) as server:
        second = run(tmp_path, "owner-code")
        taken = run(tmp_path / "other", port=server.port)
        assert server.stop() == 0
    assert second.returncode == 1
    assert second.stderr.startswith("The server is running on this data folder")
    assert taken.returncode == 2
    assert taken.stderr.splitlines()[-1].startswith(f"Cannot listen on 127.0.0.1 port {server.port}: ")


def test_verbs(tmp_path: Path) -> None:
    assert run(tmp_path, "check").stdout.startswith("The settings can be used: http://127.0.0.1:")
    added = run(tmp_path, "tenant", "add", "Shree Medical")
    assert added.stdout.startswith("Shree Medical (tenant ")
    tenant = added.stdout.partition("tenant ")[2].partition(")")[0]
    assert run(tmp_path, "owner-code", "--tenant", tenant).stdout.startswith("Shree Medical (tenant ")
    unknown = run(tmp_path, "owner-code", "--tenant", "nobody")
    assert (unknown.returncode, tenant in unknown.stderr) == (2, True)
    assert run(tmp_path, "migrate").stdout.endswith("the directory and 1 tenants.\n")
    with started(tmp_path) as server:
        assert len(server.codes) == 1
        assert server.stop() == 0


def test_the_description_of_the_api(tmp_path: Path) -> None:
    described: dict[str, Any] = json.loads(run(tmp_path, "openapi").stdout)
    assert described["openapi"].startswith("3.1")
    assert "ProblemDetails" in described["components"]["schemas"]
    assert set(described["components"]["securitySchemes"]["oauth2"]["flows"]) == {
        "clientCredentials",
        "authorizationCode",
    }


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    refused = run(tmp_path, host="0.0.0.0")
    assert refused.returncode == 2
    assert refused.stderr.startswith("Listening on 0.0.0.0 without TLS")


def test_another_servers_key_file_is_refused(tmp_path: Path) -> None:
    run(tmp_path, "tenant", "add", "Shree Medical")
    (tmp_path / "server.key").write_bytes(bytes(32))
    refused = run(tmp_path)
    assert refused.returncode == 2
    assert "server.key" in refused.stderr.splitlines()[-1]
