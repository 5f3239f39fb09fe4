"""Settings of the server are of their kind and within their bounds, or refused by name."""

from __future__ import annotations

from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from app.settable import SettingsError
from server.settings import ServerSettings, load


def loaded(folder: Path, **given: str) -> ServerSettings:
    named = {f"TILLPOINT_SERVER_{name.upper()}": value for name, value in given.items()}
    return load({"TILLPOINT_SERVER_DATA_DIR": str(folder), **named})


def test_defaults(tmp_path: Path) -> None:
    settings = loaded(tmp_path)
    assert settings == ServerSettings(data_dir=str(tmp_path))
    assert settings.url == "http://127.0.0.1:8642"


def test_the_environment_is_above_the_file(tmp_path: Path) -> None:
    (tmp_path / "server.toml").write_text('port = 9000\nproxy_ends_tls = true\nlog_level = "error"\n', "utf-8")
    settings = loaded(tmp_path, port="9001")
    assert (settings.port, settings.proxy_ends_tls, settings.log_level) == (9001, True, "error")


def test_other_names_in_the_environment_are_nobodys_business(tmp_path: Path) -> None:
    assert load({"TILLPOINT_SERVER_DATA_DIR": str(tmp_path), "TILLPOINT_THEME": "dark"}).port == 8642


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "65536"),
        ("port", "-1"),
        ("port", "http"),
        ("host", "localhost"),
        ("host", ""),
        ("public_url", "example.com"),
        ("public_url", "https://example.com/path"),
        ("tls_certificate", "/nowhere/cert.pem"),
        ("proxy_ends_tls", "yes"),
        ("metrics_token", "short"),
        ("metrics_token", "with a space in it!"),
        ("log_level", "loud"),
        ("data_dir", " "),
        ("token_seconds", "0"),
        ("public_url", "x" * 1001),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^Setting {name} cannot be "):
        loaded(tmp_path, **{name: value})


@pytest.mark.parametrize("line", ["port = true", "port = 1.5", 'port = ["x"]', "proxy_ends_tls = 1", "host = 7"])
def test_what_cannot_be_used_in_the_file(tmp_path: Path, line: str) -> None:
    (tmp_path / "server.toml").write_text(line, "utf-8")
    with pytest.raises(SettingsError, match=r"^Setting "):
        loaded(tmp_path)


@pytest.mark.parametrize("text", ["port = ", "\x00", "[[["])
def test_a_file_that_is_not_settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "server.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError, match="cannot be read as settings"):
        loaded(tmp_path)


def test_a_setting_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^There is no setting called 'prot'"):
        loaded(tmp_path, prot="1")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7"])
def test_in_the_clear_it_listens_to_this_machine_only(tmp_path: Path, host: str) -> None:
    with pytest.raises(SettingsError, match="without TLS"):
        loaded(tmp_path, host=host)
    assert loaded(tmp_path, host=host, proxy_ends_tls="true").host == host
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).touch()
    tls = loaded(tmp_path, host=host, tls_certificate=f"{tmp_path}/cert.pem", tls_key=f"{tmp_path}/key.pem")
    assert tls.url.startswith("https://")


def test_settings_that_go_together(tmp_path: Path) -> None:
    (tmp_path / "cert.pem").touch()
    with pytest.raises(SettingsError, match="tls_certificate and tls_key"):
        loaded(tmp_path, tls_certificate=f"{tmp_path}/cert.pem")
    with pytest.raises(SettingsError, match="database_owner needs database"):
        loaded(tmp_path, database_owner="host=/tmp")


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ({"host": "::1"}, "http://[::1]:8642"),
        ({"public_url": "https://points.example.in/"}, "https://points.example.in"),
    ],
    ids=str,
)
def test_what_counters_call_it(tmp_path: Path, given: dict[str, str], url: str) -> None:
    assert loaded(tmp_path, **given).url == url


def test_every_setting_says_what_it_is() -> None:
    for one in fields(ServerSettings):
        assert {"help", "unit", "bounds"} <= set(one.metadata)
        assert one.metadata["help"].endswith(".")
        assert one.default is not MISSING or one.default_factory is not MISSING
