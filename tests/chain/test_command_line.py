"""pair and sync as a person types them."""

from __future__ import annotations

import re
import threading
import time
from pathlib import Path

import pytest

from app.__main__ import main
from app.bootstrap import open_till
from app.services.ports import Bond
from app.settable import SettingsError
from app.settings import Settings
from tests.chain.counters import Chain
from tests.server import callers

WAIT_S_MAX = 30


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TILLPOINT_DATA_DIR", str(tmp_path / "shop"))
    return tmp_path / "shop"


def pair(chain: Chain, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Type `pair`, and be the manager who reads the code off the screen."""
    ended: list[int] = []
    typed = threading.Thread(target=lambda: ended.append(main(["pair", chain.running.base_url])))
    typed.start()
    said, deadline = "", time.monotonic() + WAIT_S_MAX
    while not (code := re.search(r"Code (\S+)\.", said)):
        assert time.monotonic() < deadline, said
        said += capsys.readouterr().out
        time.sleep(0.02)
    callers.done(chain.office.approve({"user_code": code.group(1)}))
    chain.clock.advance(seconds=6)
    typed.join(WAIT_S_MAX)
    return ended[0], said + capsys.readouterr().out


def test_a_counter_that_stands_alone_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["sync", "status"]), main(["sync", "--once"]), main(["sync"])) == (0, 1, 1)
    said = capsys.readouterr()
    assert (said.out.count("stands alone"), said.err.count("stands alone")) == (1, 2)


def test_a_new_counter_joins_and_comes_to_know_the_rules(
    chain: Chain, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = pair(chain, capsys)
    assert (status, "all sent" in said) == (0, True)
    assert (main(["sync", "--once"]), main(["sync", "status"])) == (0, 0)
    assert capsys.readouterr().out.count("MG Road: all sent") == 2
    with open_till(Settings(data_dir=str(folder))) as till, till.desk.store.reading() as uow:
        link = uow.links.get()
        assert link is not None
        assert (link.bond, uow.members.ids_after("", limit=1)) == (Bond.ACTIVE, [])


def test_a_counter_that_cannot_reach_its_server_says_why(
    chain: Chain, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pair", "https://127.0.0.1:1"]) == 1
    assert "cannot be reached" in capsys.readouterr().err
    assert main(["pair", "http://points.example.in"]) == 1
    assert "must begin with https://" in capsys.readouterr().err
    pair(chain, capsys)
    callers.done(chain.office.wire.post("/api/v1/counters/A1/revoke", {}, chain.office.owner))
    assert main(["sync", "--once"]) == 1
    assert "shut out" in capsys.readouterr().err
    (folder / "till.db.key").rename(folder / "elsewhere")
    assert main(["sync", "status"]) == 2


def test_rules_that_were_not_told_yet_are_waited_for(
    chain: Chain, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.commands.syncing.Cycle.through", lambda *_: False)
    status, _ = pair(chain, capsys)
    assert status == 1
    with pytest.raises(SettingsError, match="not told its rules yet"), open_till(Settings(data_dir=str(folder))):
        raise AssertionError("a till without rules cannot sell")
