"""A server's files copied while it works, and put back: on the same machine, and on one that never saw them."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import requests

from app.persistence.keys import keys_of
from app.persistence.link import READER, FilePlace
from server.secret import FILE_NAME as SECRET
from tests.server.callers import CHALLENGE, VERIFIER
from tests.server.processes import Started, run, started


def sign_in(server: Started, code: str) -> str:
    asked = {"login_code": code, "code_challenge": CHALLENGE, "code_challenge_method": "S256"}
    given = requests.post(f"{server.url}/api/v1/oauth/authorize", json=asked, timeout=30).json()["code"]
    form = {"grant_type": "authorization_code", "code": given, "code_verifier": VERIFIER}
    return str(requests.post(f"{server.url}/api/v1/oauth/token", data=form, timeout=30).json()["access_token"])


def call(server: Started, method: str, path: str, token: str, body: Any = None, key: str = "") -> Any:
    headers = {"Authorization": f"Bearer {token}", **({"Idempotency-Key": key} if key else {})}
    answer = requests.request(method, f"{server.url}/api/v1{path}", json=body, headers=headers, timeout=30)
    assert answer.ok, answer.text
    return answer.json()


def enrol(server: Started, token: str, name: str) -> None:
    call(server, "POST", "/cards", token, {"name": name})


def names(server: Started, token: str) -> set[str]:
    found, after = set(), ""
    while after is not None:
        page = call(server, "GET", f"/cards?limit=200&after={after}", token)
        found |= {one["name"] for one in page["items"]}
        after = page["next"]
    return found


def epoch_in(folder: Path) -> int:
    """Of the only tenant's own chain."""
    (file,) = folder.glob("tenants/*.db")
    link = FilePlace(file, keys_of(file).database).link(READER)
    try:
        return int(link.execute("SELECT epoch FROM counters").fetchone()[0])
    finally:
        link.close()


def test_a_copy_made_while_it_works_is_put_back(tmp_path: Path) -> None:
    folder, copy = tmp_path / "server", tmp_path / "backup"
    with started(folder, requests_per_minute=1_000_000) as server:
        token = sign_in(server, server.codes[0])
        enrol(server, token, "Before")
        done, enrolled = threading.Event(), []

        def work() -> None:
            while not done.is_set():
                enrol(server, token, f"Member {len(enrolled)}")
                enrolled.append(len(enrolled))

        worker = threading.Thread(target=work)
        worker.start()
        copied = run(folder, "backup", str(copy))
        again = run(folder, "backup", str(copy))
        running = run(folder, "restore", str(copy))
        done.set()
        worker.join()
        enrol(server, token, "After")
        known = names(server, token)
        assert server.stop() == 0
    assert copied.returncode == 0, copied.stderr
    assert str(folder / SECRET) in copied.stdout
    assert (again.returncode, "is not empty" in again.stderr) == (2, True)
    assert (running.returncode, running.stderr.startswith("The server is running")) == (1, True)
    assert {"Before", "After", f"Member {len(enrolled) - 1}"} <= known
    epoch = epoch_in(folder)

    restored = run(folder, "restore", str(copy))
    assert restored.returncode == 0, restored.stderr
    with started(folder, requests_per_minute=1_000_000) as server:
        found = names(server, token)
        assert server.stop() == 0
    assert "Before" in found
    assert "After" not in found
    assert found < known
    assert run(folder, "verify").returncode == 0
    assert epoch_in(folder) == epoch + 1, "no position is given twice"


def test_a_copy_opens_on_another_machine_with_the_keys(tmp_path: Path) -> None:
    folder, copy, other = tmp_path / "server", tmp_path / "backup", tmp_path / "other"
    with started(folder, requests_per_minute=1_000_000) as server:
        token = sign_in(server, server.codes[0])
        enrol(server, token, "Before")
        assert run(folder, "backup", str(copy)).returncode == 0
        assert server.stop() == 0
    assert {file.suffix for file in copy.rglob("*") if file.is_file()} == {".db", ".tail"}
    without = run(other, "restore", str(copy))
    assert without.returncode == 1
    assert "directory.db.key" in without.stderr
    for key in (SECRET, "directory.db.key", *(str(one.relative_to(folder)) for one in folder.glob("tenants/*.key"))):
        (other / key).parent.mkdir(exist_ok=True)
        shutil.copy(folder / key, other / key)
    assert run(other, "restore", str(copy)).returncode == 0
    with started(other) as server:
        assert names(server, token) == {"Before"}
        enrol(server, token, "Later")
        assert server.stop() == 0
    assert run(other, "verify").returncode == 0
    assert epoch_in(other) == epoch_in(folder) + 1, "what was told since the copy may have gone further"


def test_a_damaged_copy_changes_nothing(tmp_path: Path) -> None:
    folder, copy = tmp_path / "server", tmp_path / "backup"
    assert run(folder, "tenant", "add", "Shree Medical").returncode == 0
    assert run(folder, "backup", str(copy)).returncode == 0
    (file,) = copy.glob("tenants/*.db")
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    before = {one: one.read_bytes() for one in folder.rglob("*.db")}
    refused = run(folder, "restore", str(copy))
    assert refused.returncode == 1
    assert {one: one.read_bytes() for one in folder.rglob("*.db")} == before
    assert not list(folder.rglob("*.part"))


def test_what_cannot_be_copied_here(tmp_path: Path) -> None:
    nothing = run(tmp_path / "new", "backup", str(tmp_path / "copy"))
    assert (nothing.returncode, "holds no server's files" in nothing.stderr) == (2, True)
    assert not (tmp_path / "copy").exists()
    for verb in ("backup", "restore"):
        refused = run(tmp_path, verb, str(tmp_path / "copy"), database="postgresql://nobody@127.0.0.1:1/none")
        assert refused.returncode == 2
        assert "pg_dump" in refused.stderr
        assert "server.key" in refused.stderr
