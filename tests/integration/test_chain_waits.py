"""demo --chain when nothing comes: every wait ends, and says what it waited for."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands.chain import centre, joining
from app.commands.chain.centre import CentreError, Owner, running_server
from app.commands.chain.till import opened_tills
from app.commands.chain.waiting import TooLongError
from app.commands.stopping import Stop
from app.settings import Settings
from sync.address import ServerAddress
from sync.transport import Transport


def test_a_server_that_does_not_say_where_it_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centre, "START_S_MAX", 0.05)
    with pytest.raises(CentreError, match=r"It said: nothing within 0\.05 s"), running_server(tmp_path / "server"):
        pass


def test_counters_that_are_never_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "WAIT_S_MAX", 1)
    settings = replace(Settings(), data_dir=str(tmp_path))
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        opened_tills(settings, tmp_path, ("A1", "B1"), silent.getsockname()[1]) as tills,
        Transport(ServerAddress(tills[0].cable.url), agent="test") as transport,
        pytest.raises(TooLongError, match=r"^Joining \(A1: pairing ASKING, ALONE, B1: .*\) did not"),
    ):
        joining.join(tills, Owner(transport), "store", stop=Stop())
