"""Settings of the server: one frozen object; each field has its default, bounds, unit and a line of help."""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

FILE_NAME = "server.toml"
ENVIRONMENT_PREFIX = "TILLPOINT_SERVER_"


class SettingsError(Exception):
    """A setting is not usable; the sentence names it and what it may be."""


def _default_data_dir() -> str:
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or "~/.local/share"
    return str(Path(base).expanduser() / "tillpoint-server")


def _text(default: str, help_: str, *, most: int = 1000, bounds: str | None = None, unit: str = "text") -> Any:
    limits = {"bounds": bounds or f"up to {most} letters", "most": most}
    return field(default=default, metadata={"help": help_, "unit": unit, **limits})


def _whole(default: int, help_: str, *, least: int, most: int, unit: str) -> Any:
    limits = {"bounds": f"{least} to {most}", "least": least, "most": most}
    return field(default=default, metadata={"help": help_, "unit": unit, **limits})


def _switch(help_: str) -> Any:
    return field(default=False, metadata={"help": help_, "unit": "yes or no", "bounds": "true or false"})


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How this server is set up: `server.toml` in its data folder, then the environment (TILLPOINT_SERVER_…)."""

    data_dir: str = field(
        default_factory=_default_data_dir,
        metadata={
            "help": "Folder of the server's databases, keys and settings file.",
            "unit": "path",
            "bounds": "a folder",
            "most": 1000,
        },
    )
    host: str = _text("127.0.0.1", "Address to listen on.", bounds="an IP address", unit="address")
    port: int = _whole(8642, "Port to listen on; 0 takes a free one.", least=0, most=65535, unit="port")
    public_url: str = _text(
        "", "Where counters find this server; empty says the address it listens on.", bounds="http(s)://…, or empty"
    )
    database: str = _text(
        "", "PostgreSQL for the server's own role; empty keeps everything in the data folder.", unit="connection string"
    )
    database_owner: str = _text(
        "",
        "PostgreSQL for the role that owns the tables; empty where `migrate` was run with it before.",
        unit="connection string",
    )
    tls_certificate: str = _text("", "File of the certificate and its chain, PEM.", bounds="a file, or empty")
    tls_key: str = _text("", "File of the certificate's key, PEM.", bounds="a file, or empty")
    proxy_ends_tls: bool = _switch("A proxy in front of this server speaks TLS for it.")
    proxy_addresses: str = _text(
        "127.0.0.1", "Whose word is taken on where a request came from, when there is a proxy.", unit="addresses"
    )
    body_bytes_max: int = _whole(1_000_000, "Largest body as sent.", least=1000, most=100_000_000, unit="bytes")
    body_unpacked_bytes_max: int = _whole(
        8_000_000, "Largest body once unpacked.", least=1000, most=100_000_000, unit="bytes"
    )
    requests_per_minute: int = _whole(
        600, "Requests of one counter, system or person.", least=1, most=1_000_000, unit="requests a minute"
    )
    sign_ins_per_minute: int = _whole(
        60, "Sign-ins, pairings and codes tried from one address.", least=1, most=100_000, unit="requests a minute"
    )
    token_seconds: int = _whole(600, "How long an access token is good for.", least=30, most=3600, unit="seconds")
    login_code_seconds: int = _whole(
        600, "How long a staff member's login code is good for.", least=30, most=86_400, unit="seconds"
    )
    rate_rise_limit_percent: int = _whole(
        5,
        "By how much one person may raise a rate; above it a second one approves.",
        least=0,
        most=100,
        unit="percentage points",
    )
    rate_max_percent: int = _whole(
        100, "The highest rate of points that may be published.", least=1, most=100, unit="percent"
    )
    metrics_token: str = _text(
        "", "Opens /metrics to others than this machine.", bounds="at least 16 letters, or empty"
    )
    log_file: str = _text("", "File of the log, kept to five of 10 MB; empty logs to standard error only.", unit="path")
    log_level: str = _text("info", "The least that is logged.", bounds="debug, info, warning or error")
    stop_seconds: int = _whole(30, "How long requests in flight may finish.", least=1, most=600, unit="seconds")

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


def _can_be_a_folder(value: str) -> bool:
    try:
        Path(value).expanduser()
    except RuntimeError:  # ~ of somebody who is not known here
        return False
    return value.strip() != "" and "\0" not in value


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return False
    return True


def _is_file(value: str) -> bool:
    return value == "" or Path(value).expanduser().is_file()


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "data_dir": _can_be_a_folder,
    "host": _is_address,
    "public_url": _matches(r"(https?://[^\s/?#]+/?)?"),
    "tls_certificate": _is_file,
    "tls_key": _is_file,
    "metrics_token": _matches(r"(\S{16,})?"),
    "log_level": _matches(r"debug|info|warning|error"),
}


def load(environment: Mapping[str, str]) -> ServerSettings:
    """The settings in force: defaults, then the data folder's file, then the environment."""
    given = {
        name.removeprefix(ENVIRONMENT_PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(ENVIRONMENT_PREFIX)
    }
    folder = _checked(given).folder
    return _agreeing(_checked({**_from_file(folder / FILE_NAME), **given}))


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as wrong:
        raise SettingsError(f"{path} cannot be read as settings: {wrong}. Mend or remove the file.") from wrong


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
    known = {one.name: one for one in fields(ServerSettings)}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        raise SettingsError(
            f"There is no setting called {unknown[0]!r}. See docs/server-settings.md for the ones there are."
        )
    return ServerSettings(**{name: _value(known[name], value) for name, value in given.items()})


def _value(setting: Field[Any], value: Any) -> Any:
    value = _read(setting, value)
    if not _is_of_its_kind(setting, value) or not _CHECKS.get(setting.name, lambda _: True)(value):
        bounds = setting.metadata["bounds"]
        raise SettingsError(f"Setting {setting.name} cannot be {str(value)[:60]!r}: it is {bounds}.")
    return value


def _read(setting: Field[Any], value: Any) -> Any:
    """The environment has only text."""
    if setting.type == "int" and isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value):
        return int(value)
    if setting.type == "bool" and value in ("true", "false"):
        return value == "true"
    return value


def _is_of_its_kind(setting: Field[Any], value: Any) -> bool:
    if setting.type == "int":  # TOML's true is one too, to isinstance
        return type(value) is int and setting.metadata["least"] <= value <= setting.metadata["most"]
    if setting.type == "bool":
        return isinstance(value, bool)
    return isinstance(value, str) and len(value) <= setting.metadata["most"]
