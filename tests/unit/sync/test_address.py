"""Addresses a counter may speak to."""

import pytest

from app.domain.errors import DomainError
from sync.address import ServerAddress

FINGERPRINT = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "url",
    [
        "https://points.example.in",
        "https://points.example.in:8443/loyalty/",
        "http://127.0.0.1:8000",
        "http://localhost:8000",
        "http://[::1]:8000",
    ],
)
def test_usable(url: str) -> None:
    assert ServerAddress(url).at("/api/v1/x") == url.rstrip("/") + "/api/v1/x"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "points.example.in",
        "http://points.example.in",
        "http://192.168.1.4:8000",
        "http://127.0.0.1.example.in",
        "ftp://points.example.in",
        "https://",
        "https://user:secret@points.example.in",
        "https://points.example.in/?a=1",
        "https://points.example.in/#top",
        "https://points.example.in:99999",
        "https://[points",
    ],
)
def test_unusable(url: str) -> None:
    with pytest.raises(DomainError, match="address"):
        ServerAddress(url)


@pytest.mark.parametrize("text", [FINGERPRINT, FINGERPRINT.upper(), ":".join(["ab"] * 32)])
def test_fingerprints(text: str) -> None:
    assert ServerAddress("https://points.example.in", fingerprint=text).fingerprint == text


@pytest.mark.parametrize("text", ["ab", FINGERPRINT[:-1], FINGERPRINT + "0", "x" * 64, ":".join(["ab"] * 20)])
def test_no_fingerprints(text: str) -> None:
    with pytest.raises(DomainError, match="fingerprint"):
        ServerAddress("https://points.example.in", fingerprint=text)
