"""Settings of the server: one frozen object; each field has its default, bounds, unit and a line of help."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.settable import SettingsError, data_folder, filled, from_environment, from_file, matches, switch, text, whole

FILE_NAME = "server.toml"
ENVIRONMENT_PREFIX = "TILLPOINT_SERVER_"
_text = partial(text, most=1000)


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return False
    return True


def _is_file(value: str) -> bool:
    return value == "" or Path(value).expanduser().is_file()


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How this server is set up: `server.toml` in its data folder, then the environment (TILLPOINT_SERVER_…)."""

    data_dir: str = data_folder("tillpoint-server", "Folder of the server's databases, keys and settings file.")
    host: str = _text("127.0.0.1", "Address to listen on.", bounds="an IP address", unit="address", fits=_is_address)
    port: int = whole(8642, "Port to listen on; 0 takes a free one.", least=0, most=65535, unit="port")
    public_url: str = _text(
        "",
        "Where counters find this server; empty says the address it listens on.",
        bounds="http(s)://…, or empty",
        fits=matches(r"(https?://[^\s/?#]+/?)?"),
    )
    database: str = _text(
        "", "PostgreSQL for the server's own role; empty keeps everything in the data folder.", unit="connection string"
    )
    database_owner: str = _text(
        "",
        "PostgreSQL for the role that owns the tables; empty where `migrate` was run with it before.",
        unit="connection string",
    )
    tls_certificate: str = _text(
        "", "File of the certificate and its chain, PEM.", bounds="a file, or empty", fits=_is_file
    )
    tls_key: str = _text("", "File of the certificate's key, PEM.", bounds="a file, or empty", fits=_is_file)
    proxy_ends_tls: bool = switch("A proxy in front of this server speaks TLS for it.")
    proxy_addresses: str = _text(
        "127.0.0.1", "Whose word is taken on where a request came from, when there is a proxy.", unit="addresses"
    )
    body_bytes_max: int = whole(1_000_000, "Largest body as sent.", least=1000, most=100_000_000, unit="bytes")
    body_unpacked_bytes_max: int = whole(
        8_000_000, "Largest body once unpacked.", least=1000, most=100_000_000, unit="bytes"
    )
    requests_per_minute: int = whole(
        600, "Requests of one counter, system or person.", least=1, most=1_000_000, unit="requests a minute"
    )
    sign_ins_per_minute: int = whole(
        60, "Sign-ins, pairings and codes tried from one address.", least=1, most=100_000, unit="requests a minute"
    )
    token_seconds: int = whole(600, "How long an access token is good for.", least=30, most=3600, unit="seconds")
    login_code_seconds: int = whole(
        600, "How long a staff member's login code is good for.", least=30, most=86_400, unit="seconds"
    )
    rate_rise_limit_percent: int = whole(
        5,
        "By how much one person may raise a rate; above it a second one approves.",
        least=0,
        most=100,
        unit="percentage points",
    )
    rate_rise_bill: int = whole(
        500,
        "The usual bill, that fixed points and vouchers are held against.",
        least=1,
        most=10_000_000,
        unit="whole money",
    )
    rate_max_percent: int = whole(
        100, "The highest rate of points that may be published.", least=1, most=100, unit="percent"
    )
    metrics_token: str = _text(
        "",
        "Opens /metrics to others than this machine.",
        bounds="at least 16 letters, or empty",
        fits=matches(r"(\S{16,})?"),
    )
    log_file: str = _text("", "File of the log, kept to five of 10 MB; empty logs to standard error only.", unit="path")
    log_level: str = _text(
        "info",
        "The least that is logged.",
        bounds="debug, info, warning or error",
        fits=matches(r"debug|info|warning|error"),
    )
    stop_seconds: int = whole(30, "How long requests in flight may finish.", least=1, most=600, unit="seconds")

    @property
    def folder(self) -> Path:
        return Path(self.data_dir).expanduser()

    @property
    def is_tls(self) -> bool:
        return self.tls_certificate != ""

    @property
    def url(self) -> str:
        """What counters call this server."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url.rstrip("/") or f"{'https' if self.is_tls else 'http'}://{shown}:{self.port}"


def load(environment: Mapping[str, str]) -> ServerSettings:
    """The settings in force: defaults, then the data folder's file, then the environment."""
    given = from_environment(environment, ENVIRONMENT_PREFIX)
    folder = _checked(given).folder
    return _agreeing(_checked({**from_file(folder / FILE_NAME), **given}))


def _agreeing(settings: ServerSettings) -> ServerSettings:
    """Settings that only make sense together."""
    if bool(settings.tls_certificate) != bool(settings.tls_key):
        raise SettingsError("Settings tls_certificate and tls_key go together: set both, or neither.")
    if settings.database_owner and not settings.database:
        raise SettingsError("Setting database_owner needs database: the server itself never works as the owner.")
    if not (ipaddress.ip_address(settings.host).is_loopback or settings.is_tls or settings.proxy_ends_tls):
        raise SettingsError(
            f"Listening on {settings.host} without TLS would send points and phone numbers in the clear. Set "
            "tls_certificate and tls_key, or proxy_ends_tls where a proxy in front speaks TLS, or host 127.0.0.1."
        )
    return settings


def _checked(given: Mapping[str, Any]) -> ServerSettings:
    return filled(ServerSettings, given, page="docs/server-settings.md")
