"""Snapshots: made once for all, signed by the server a counter joined, taken in chunk by chunk, whatever happens."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.telling import snapshots
from server.telling.pull import Reader
from server.telling.snapshots import signed
from sync.answer import Answer
from sync.connection import Connection
from sync.line_fault import LineFault, LineTrouble
from sync.protocol import WireError, to_base64url
from sync.pull import PATH as PULL
from sync.server_key import ForgedError
from sync.snapshots import PATH
from sync.trouble import trouble_of
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter, open_counter
from tests.chain.meddling import meddled

Change = Callable[[dict[str, Any]], Mapping[str, Any]]


@pytest.fixture
def joining(counter: Opening) -> ChainCounter:
    """A new counter of a chain that knows three members."""
    first = counter("A1", has_shop=True)
    for number in range(3):
        first.enrol(f"Member {number}")
    first.pair()
    first.sync()
    second = counter("B1")
    second.pair()
    return second


def manifest_changed(counter: ChainCounter, change: Change) -> Connection:
    """Chunks come as they are."""

    def changed(answer: Answer) -> Answer:
        return replace(answer, json=change(dict(answer.json))) if answer.json else answer

    return meddled(counter, PATH, changed)


def without_key(counter: ChainCounter) -> None:
    """As a counter that joined before keys were told."""
    with counter.store.writing() as uow:
        uow.links.put(replace(counter.link(), server_key=b""))


def unsigned(plain: dict[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in plain.items() if name not in ("kid", "signature")}


def of_an_older_server(plain: dict[str, Any]) -> Mapping[str, Any]:
    settings = {name: value for name, value in plain["settings"].items() if name != "server_key"}
    return {**plain, "settings": settings}


TAMPERED: Mapping[str, Change] = {
    "another position": lambda plain: {**plain, "position": plain["position"] + 1},
    "another chunk": lambda plain: {**plain, "chunks": [{**plain["chunks"][0], "sha256": "0" * 64}]},
    "no chunks": lambda plain: {**plain, "chunks": []},
    "something more": lambda plain: {**plain, "extra": 1},
    "no signature": unsigned,
    "a broken signature": lambda plain: {**plain, "signature": "$"},
    "a signature that is no text": lambda plain: {**plain, "signature": 7},
    "another's signature": lambda plain: signed(dict(unsigned(plain)), Ed25519PrivateKey.generate()),
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_what_the_server_did_not_sign_is_refused(joining: ChainCounter, chain: Chain, change: Change) -> None:
    before = joining.told_tables()
    with pytest.raises(ForgedError) as forged:
        joining.cycle.through(manifest_changed(joining, change))
    assert joining.told_tables() == before
    trouble = trouble_of(forged.value)
    assert "not signed by the server this counter joined" in trouble.sentence
    assert (trouble.facts["is_refused"], trouble.is_shut_out) == (True, False)
    joining.sync()
    assert joining.slim() == chain.slim()


def test_a_chunk_that_was_changed_is_asked_for_again(joining: ChainCounter, chain: Chain) -> None:
    def broken(answer: Answer) -> Answer:
        return replace(answer, body=answer.body[:-1] + bytes([answer.body[-1] ^ 1]))

    before = joining.told_tables()
    with pytest.raises(WireError, match="the bytes are not those of the manifest"):
        joining.cycle.through(meddled(joining, f"{PATH}/", broken))
    assert joining.told_tables() == before
    joining.sync()
    assert joining.slim() == chain.slim()


def test_a_counter_that_joined_before_keys_were_told_keeps_the_one_it_is_told(
    joining: ChainCounter, chain: Chain
) -> None:
    key = joining.link().server_key
    without_key(joining)
    with pytest.raises(ForgedError):
        joining.cycle.through(manifest_changed(joining, TAMPERED["another position"]))
    assert joining.link().server_key == key, "told in an answer that it was signed in to hear"
    joining.sync()
    assert (joining.link().server_key, joining.slim()) == (key, chain.slim())


def test_a_server_from_before_keys_were_told_is_taken_at_its_word(joining: ChainCounter, chain: Chain) -> None:
    without_key(joining)
    old = manifest_changed(joining, lambda plain: unsigned(dict(of_an_older_server(plain))))
    assert joining.cycle.send(old).more
    assert joining.link().server_key == b""
    joining.sync()
    assert joining.slim() == chain.slim()
    assert joining.link().server_key == chain.running.parts.secret.manifest_key.public_key().public_bytes_raw()


def test_a_key_that_is_kept_is_not_replaced_by_a_page(joining: ChainCounter) -> None:
    joining.sync()
    key = joining.link().server_key
    for other in (to_base64url(bytes(32)), "AAAA", "$", 5):

        def told(answer: Answer, other: object = other) -> Answer:
            return replace(answer, json={**answer.json, "settings": {**answer.json["settings"], "server_key": other}})

        assert joining.cycle.through(meddled(joining, PULL, told))
        assert joining.link().server_key == key


# Being made


@pytest.fixture
def place(joining: ChainCounter, chain: Chain) -> Path:
    """Where the store's snapshots are kept."""
    parts = chain.running.parts
    return parts.snapshots._place(parts.database.store(chain.office.tenant_id), Reader("B1", joining.link().store_id))


def all_kept(place: Path) -> list[str]:
    return sorted(one.name for one in place.iterdir())


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Snapshots take as long as the event is not set, and nobody waits for them."""
    go_on, made = threading.Event(), snapshots._write_all

    def waits(*given: Any) -> None:
        assert go_on.wait(20)
        made(*given)

    monkeypatch.setattr(snapshots, "_write_all", waits)
    monkeypatch.setattr("server.api.sync.snapshots._MAKING_S", 0)
    yield go_on
    go_on.set()


def test_while_it_is_being_made_the_counter_is_asked_to_come_again(
    joining: ChainCounter, chain: Chain, place: Path, slow: threading.Event
) -> None:
    forget(place)
    for _ in range(2):
        with pytest.raises(LineFault) as busy:
            joining.sync()
        assert (busy.value.trouble, busy.value.retry_after_s) == (LineTrouble.BUSY, 0)
    assert all_kept(place) == ["making"]
    slow.set()
    wait_until(lambda: len(all_kept(place)) == 1 and all_kept(place) != ["making"])
    joining.sync()
    assert joining.slim() == chain.slim()


def test_one_that_failed_is_begun_again(
    joining: ChainCounter, place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    forget(place)
    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "_write", lambda *_: 1 / 0)
        with pytest.raises(LineFault) as busy:
            joining.sync()
    assert busy.value.trouble is LineTrouble.BUSY
    assert all_kept(place) == []
    assert [one.name for one in caplog.records if one.levelname == "ERROR"] == ["server.telling.snapshots"]
    caplog.clear()
    assert joining.sync()


def test_a_making_that_went_silent_is_taken_over(joining: ChainCounter, place: Path) -> None:
    forget(place)
    (place / "making").touch()
    os.utime(place / "making", (1, time.time() - snapshots.SILENT_S - 1))
    assert joining.sync()


def test_one_that_nobody_reads_makes_room(joining: ChainCounter, place: Path) -> None:
    (old,) = place.iterdir()
    os.utime(old, (1, time.time() - snapshots.KEPT_S - 1))
    joining.sync()
    (new,) = place.iterdir()
    assert new != old


def test_one_that_is_read_is_kept_but_not_for_ever(joining: ChainCounter, place: Path) -> None:
    (old,) = place.iterdir()
    os.utime(old / "manifest.json", (1, time.time() - snapshots.KEPT_S_MAX - 1))
    joining.sync()
    (new,) = place.iterdir()
    assert new != old


def test_one_of_an_end_that_the_server_has_lost_is_made_again(joining: ChainCounter, place: Path) -> None:
    """A backup was put back since: what the snapshot tells may never have happened."""
    (old,) = place.iterdir()
    (old / "head").write_text("00" * 32)
    assert joining.sync()
    assert len(all_kept(place)) == 2, "another one was made; the old one goes with its time"


def forget(place: Path) -> None:
    for folder in place.iterdir():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.01)


SEARCHES = {"members_by_name", "members_by_phone", "members_by_last4", "cards_by_last4"}


# Very many members


def searches(counter: ChainCounter) -> int:
    with counter.home.engines.reader.begin() as connection:
        return len(SEARCHES & set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars()))


def test_what_finds_members_is_made_after_very_many_have_come(
    joining: ChainCounter, chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.snapshots.MANY", 3)
    seen = []

    def seen_chunk(answer: Answer) -> Answer:
        seen.append(searches(joining))
        return answer

    assert joining.cycle.through(meddled(joining, f"{PATH}/", seen_chunk))
    assert (seen, searches(joining)) == ([0], 4)
    assert joining.slim() == chain.slim()


def test_few_members_come_as_they_are(joining: ChainCounter) -> None:
    seen = []

    def seen_chunk(answer: Answer) -> Answer:
        seen.append(searches(joining))
        return answer

    assert joining.cycle.through(meddled(joining, f"{PATH}/", seen_chunk))
    assert seen == [4]


def test_a_counter_that_was_ended_meanwhile_finds_members_again_at_its_start(
    chain: Chain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.snapshots.MANY", 0)
    with open_counter(tmp_path / "A1", chain, has_shop=True) as first:
        first.enrol()
        first.pair()
        first.sync()
    with open_counter(tmp_path / "B1", chain, code="B1") as second:
        second.pair()
        with monkeypatch.context() as patched:
            patched.setattr("sync.snapshots.end_many", lambda _: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                second.sync()
        assert searches(second) == 0
    with open_counter(tmp_path / "B1", chain, code="B1") as second:
        assert searches(second) == 4
        second.sync()
        assert searches(second) == 4
        assert second.slim() == chain.slim()
