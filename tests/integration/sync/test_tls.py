"""Certificates: the right one works, and every wrong one is refused with its cause."""

import hashlib
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from sync.line_fault import LineFault, LineTrouble
from tests.integration.sync.conftest import Connect
from tests.wire.listener import Listener
from tests.wire.small_server import SmallServer, ours

AUTHORITY, STRANGER = trustme.CA(), trustme.CA()
HERE = "127.0.0.1"
BEGIN, END = "-----BEGIN CERTIFICATE-----\n", "-----END CERTIFICATE-----\n"


def tls(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def secured(certificate: trustme.LeafCert) -> SmallServer:
    return SmallServer(lambda _: ours({"is": "ours"}), tls(certificate))


def fingerprint(certificate: trustme.LeafCert) -> str:
    der = ssl.PEM_cert_to_DER_cert(certificate.cert_chain_pems[0].bytes().decode())
    return hashlib.sha256(der).hexdigest()


@pytest.fixture
def ca_file(tmp_path: Path) -> Path:
    path = tmp_path / "authority.pem"
    AUTHORITY.cert_pem.write_to_path(path)
    return path


def refused(connect: Connect, url: str, **address: object) -> LineFault:
    with pytest.raises(LineFault) as caught:
        connect(url, address=address).call("POST", "/api/v1/x", json={})
    assert caught.value.trouble is LineTrouble.TLS
    assert caught.value.needs_person
    return caught.value


def test_the_right_authority(connect: Connect, ca_file: Path) -> None:
    with secured(AUTHORITY.issue_cert(HERE)) as server:
        transport = connect(server.url, address={"ca_file": ca_file})
        assert transport.call("GET", "/api/v1/x").json == {"is": "ours"}
        transport.close()


@pytest.mark.parametrize("name", [HERE, "points.example.in"])
def test_the_right_certificate_under_any_name(name: str, connect: Connect, ca_file: Path) -> None:
    certificate = AUTHORITY.issue_cert(name)
    with secured(certificate) as server:
        address = {"ca_file": ca_file, "fingerprint": fingerprint(certificate).upper()}
        transport = connect(server.url, address=address)
        assert transport.call("GET", "/api/v1/x").is_ok
        transport.close()


def test_an_unknown_authority(connect: Connect, ca_file: Path) -> None:
    with secured(STRANGER.issue_cert(HERE)) as server:
        fault = refused(connect, server.url, ca_file=ca_file)
    assert fault.sentence.startswith("The server's certificate is signed by nobody this counter trusts. ")
    assert (server.heard, server.accepted) == ([], 1)


def test_public_authorities_do_not_know_ours(connect: Connect) -> None:
    with secured(AUTHORITY.issue_cert(HERE)) as server:
        assert "signed by nobody" in refused(connect, server.url).sentence


@pytest.mark.parametrize("name", ["points.example.in", "127.0.0.2"])
def test_another_name(name: str, connect: Connect, ca_file: Path) -> None:
    with secured(AUTHORITY.issue_cert(name)) as server:
        assert "made out to another name" in refused(connect, server.url, ca_file=ca_file).sentence


def test_another_host_name(connect: Connect, ca_file: Path) -> None:
    with secured(AUTHORITY.issue_cert("points.example.in")) as server:
        url = f"https://localhost:{server.port}"
        assert "made out to another name" in refused(connect, url, ca_file=ca_file).sentence


@pytest.mark.parametrize(("days", "cause"), [((-9, -2), "has expired"), ((2, 9), "is not valid yet")])
def test_out_of_its_time(days: tuple[int, int], cause: str, connect: Connect, ca_file: Path) -> None:
    begins, ends = (datetime.now(UTC) + timedelta(days=distance) for distance in days)
    with secured(AUTHORITY.issue_cert(HERE, not_before=begins, not_after=ends)) as server:
        fault = refused(connect, server.url, ca_file=ca_file)
    assert cause in fault.sentence
    assert "Check this computer's date" in fault.sentence


def test_another_certificate_than_the_one_pinned(connect: Connect, ca_file: Path) -> None:
    with secured(AUTHORITY.issue_cert(HERE)) as server:
        pinned = fingerprint(AUTHORITY.issue_cert(HERE))
        fault = refused(connect, server.url, ca_file=ca_file, fingerprint=pinned)
    assert "not the one this counter was told to expect" in fault.sentence
    assert server.heard == []


def test_a_pin_does_not_stand_in_for_the_authority(connect: Connect, ca_file: Path) -> None:
    certificate = STRANGER.issue_cert(HERE)
    with secured(certificate) as server:
        fault = refused(connect, server.url, ca_file=ca_file, fingerprint=fingerprint(certificate))
    assert "signed by nobody" in fault.sentence


def test_a_certificate_file_that_is_gone(connect: Connect, tmp_path: Path) -> None:
    with secured(AUTHORITY.issue_cert(HERE)) as server:
        fault = refused(connect, server.url, ca_file=tmp_path / "gone.pem")
    assert "gone.pem" in fault.sentence


@pytest.mark.parametrize("text", ["Buy milk.", "", f"{BEGIN}!!!!\n{END}", f"{BEGIN}QnV5IG1pbGsu\n{END}"])
def test_a_certificate_file_that_is_none(text: str, connect: Connect, tmp_path: Path) -> None:
    (tmp_path / "notes.pem").write_text(text, "utf-8")
    with secured(AUTHORITY.issue_cert(HERE)) as server:
        fault = refused(connect, server.url, ca_file=tmp_path / "notes.pem")
    assert "file of trusted certificates" in fault.sentence


def test_a_certificate_file_that_cannot_be_read(connect: Connect) -> None:
    with secured(AUTHORITY.issue_cert(HERE)) as server:
        fault = refused(connect, server.url, ca_file=Path("/proc/self/mem"))
    assert "Input/output error" in fault.sentence


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x16\x03\x03\x00"])
def test_a_handshake_that_breaks_is_the_lines_fault(said: bytes, connect: Connect, ca_file: Path) -> None:
    with Listener(lambda connection: connection.sendall(said)) as port:
        transport = connect(f"https://{HERE}:{port.port}", address={"ca_file": ca_file})
        with pytest.raises(LineFault) as caught:
            transport.call("GET", "/api/v1/x")
    assert caught.value.trouble is LineTrouble.CUT
