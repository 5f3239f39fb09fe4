"""Where the central server is, and how it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from app.domain.errors import invalid


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """`url` is where `/api` begins. Its certificate must be signed by one in `ca_file`, or by a public authority.

    `fingerprint`, where given, is the SHA-256 in hex of the one certificate that is accepted: then no other is, whoever
    signed it, and whatever name it bears. Raises DomainError INVALID.
    """

    url: str
    ca_file: Path | None = None
    fingerprint: str = ""

    def __post_init__(self) -> None:
        parts = _parts(self.url)
        if parts.scheme != "https" and not (parts.scheme == "http" and _is_here(parts.hostname)):
            raise invalid(f"The server's address must begin with https://, and {self.url!r} does not. Correct it.")
        if not parts.hostname or parts.username or parts.query or parts.fragment:
            raise invalid(
                f"{self.url!r} is not the address of a server, such as https://points.example.in. Correct it."
            )
        if self.fingerprint and not re.fullmatch(r"(?i)([0-9a-f]{2}:?){31}[0-9a-f]{2}", self.fingerprint):
            raise invalid("A certificate's fingerprint is its SHA-256: 64 letters of 0-9 and a-f. Correct it.")

    def at(self, path: str) -> str:
        return self.url.rstrip("/") + path


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise invalid(
            f"{url!r} is not the address of a server, such as https://points.example.in. Correct it."
        ) from None
    return parts


def _is_here(host: str | None) -> bool:
    """Whether nothing leaves this machine on the way to the host: there, and only there, the line may be open."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False
