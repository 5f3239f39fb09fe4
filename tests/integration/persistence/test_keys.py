"""The secret of a data file: where it is kept, that it is found again, and that it is never guessed."""

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as ForgetfulKeyring
from keyring.errors import KeyringLocked

from app.persistence.keys import SERVICE, KeySource, keys_of
from app.services.keeping.faults import KeyMissing, StoreUnreachable


class MemoryKeyring(KeyringBackend):
    """A keyring that works, for as long as the test runs."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service} {username}: the owner said no")


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    working = MemoryKeyring()
    keyring.set_keyring(working)
    yield working
    keyring.set_keyring(NoKeyring())  # what was there before may be one of these classes: keyring looks for the best


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    return tmp_path / "till.db"


def note_of(data_file: Path) -> Path:
    return data_file.with_name("till.db.key")


def test_the_keyring_keeps_the_secret_and_the_folder_only_its_name(data_file: Path, ring: MemoryKeyring) -> None:
    keys = keys_of(data_file)
    assert keys.source is KeySource.KEYRING
    [((service, name), secret)] = ring.kept.items()
    assert (service, secret) == (SERVICE, keys.secret.hex())
    assert json.loads(note_of(data_file).read_text()) == {"kept_in": "keyring", "name": name}
    assert keys_of(data_file) == keys


@pytest.mark.parametrize("nowhere", [NoKeyring, ForgetfulKeyring])
def test_without_a_keyring_the_secret_is_sealed_beside_the_file(data_file: Path, nowhere: type[KeyringBackend]) -> None:
    keyring.set_keyring(nowhere())
    keys = keys_of(data_file)
    assert keys.source is KeySource.FILE
    assert note_of(data_file).stat().st_mode & 0o777 == 0o600
    assert keys_of(data_file) == keys
    assert list(data_file.parent.iterdir()) == [note_of(data_file)]


def test_a_secret_sealed_in_a_file_stays_there_when_a_keyring_appears(data_file: Path, ring: MemoryKeyring) -> None:
    keyring.set_keyring(NoKeyring())
    keys = keys_of(data_file)
    keyring.set_keyring(ring)
    assert keys_of(data_file) == keys
    assert ring.kept == {}


def test_a_folder_may_be_moved(data_file: Path, tmp_path: Path) -> None:
    keys = keys_of(data_file)
    moved = tmp_path / "moved"
    moved.mkdir()
    note_of(data_file).rename(moved / "till.db.key")
    assert keys_of(moved / "till.db") == keys


def test_two_data_files_have_two_secrets(data_file: Path) -> None:
    assert keys_of(data_file).secret != keys_of(data_file.with_name("training.db")).secret


def test_each_purpose_has_a_key_of_its_own(data_file: Path) -> None:
    keys = keys_of(data_file)
    derived = [keys.database, keys.indexing, keys.sealing]
    assert [len(key) for key in derived] == [32, 32, 64]
    assert len({key[:32] for key in (*derived, keys.secret)}) == 4
    assert keys.secret.hex() not in repr(keys)


def test_a_data_file_without_its_note_gets_no_new_key(data_file: Path) -> None:
    data_file.write_bytes(b"bills")
    with pytest.raises(KeyMissing):
        keys_of(data_file)
    assert not note_of(data_file).exists()


def test_a_keyring_that_lost_the_key_says_so(data_file: Path, ring: MemoryKeyring) -> None:
    keys_of(data_file)
    ring.kept.clear()
    with pytest.raises(KeyMissing, match="no Tillpoint key named"):
        keys_of(data_file)


def test_a_locked_keyring_can_be_tried_again(data_file: Path) -> None:
    keys_of(data_file)
    keyring.set_keyring(LockedKeyring())
    with pytest.raises(KeyMissing, match="the owner said no") as refused:
        keys_of(data_file)
    assert refused.value.retry_can_help


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        "{}",
        '{"kept_in": "drawer"}',
        '{"kept_in": "file"}',
        '{"kept_in": "file", "secret": 7}',
        '{"kept_in": "file", "secret": "abcd"}',
        '{"kept_in": "file", "secret": "not hexadecimal"}',
        '{"kept_in": "keyring"}',
        "\x00\x01",
    ],
)
def test_a_note_that_makes_no_sense_is_not_a_key(data_file: Path, text: str) -> None:
    note_of(data_file).write_text(text)
    with pytest.raises(KeyMissing):
        keys_of(data_file)


def test_a_note_that_is_not_even_text_is_not_a_key(data_file: Path) -> None:
    note_of(data_file).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(KeyMissing):
        keys_of(data_file)


def test_a_note_that_cannot_be_read_says_so(data_file: Path) -> None:
    note_of(data_file).mkdir()
    with pytest.raises(StoreUnreachable):
        keys_of(data_file)
