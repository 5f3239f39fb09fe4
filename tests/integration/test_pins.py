"""PINs on a real file: guesses are counted across restarts, and nothing that is written tells a PIN."""

from __future__ import annotations

import logging
import subprocess
import sys
import traceback
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import demo_shop
from app.bootstrap import open_till
from app.domain.errors import DomainError
from app.domain.staff import Pin
from app.machine import ArgonPins
from app.services.ports import Tick
from app.services.staff.roster import roster
from app.services.staff.signing_in import sign_in
from app.settings import Settings

ROOT = Path(__file__).parents[2]
RIGHT = Pin(demo_shop.MANAGER_PIN)
GUESSED = "907315"  # long, so that no random id has it in it


class SetClock:
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def guess(folder: Path, clock: SetClock, pin: Pin) -> str:
    """One guess at a counter that was just opened, on a machine that runs on: what it was told."""

    def ticks() -> Tick:
        return Tick("boot", int(clock.at.timestamp() * 1000), None)

    with open_till(Settings(data_dir=str(folder))) as till:
        try:
            return sign_in(replace(till.desk, clock=clock, ticks=ticks), "vikram", pin).name
        except DomainError as refusal:
            return refusal.message


def test_ten_guesses_across_restarts(tmp_path):
    """A restart gives no try back, and while it makes wait not even the right PIN is looked at."""
    clock = SetClock(datetime.now(UTC))
    assert [guess(tmp_path, clock, Pin(GUESSED)) for _ in range(10)] == [
        "Wrong PIN. 3 tries left, then wait 1 minute.",
        "Wrong PIN. 2 tries left, then wait 1 minute.",
        "Wrong PIN. 1 try left, then wait 1 minute.",
        "Wrong PIN. Wait 1 minute, then try again.",
        *["Too many wrong PINs. Wait 1 minute, then try again."] * 6,
    ]
    assert guess(tmp_path, clock, RIGHT).startswith("Too many wrong PINs.")
    clock.at += timedelta(seconds=61)
    assert guess(tmp_path, clock, Pin(GUESSED)) == "Wrong PIN. Wait 2 minutes, then try again."
    clock.at += timedelta(seconds=121)
    assert guess(tmp_path, clock, RIGHT) == "Vikram"
    with open_till(Settings(data_dir=str(tmp_path))) as till:
        assert [one.failures for one in roster(till.desk).listed] == [0, 0]


GUESS_AND_DIE = """
import os, sys
from app.bootstrap import open_till
from app.domain.staff import Pin
from app.services.staff.signing_in import sign_in
from app.settings import Settings
with open_till(Settings(data_dir=sys.argv[1])) as till:
    object.__setattr__(till.desk, "pins", type("Dies", (), {"fits": lambda *_: os._exit(9)})())
    sign_in(till.desk, "vikram", Pin("90317"))
"""


def test_a_power_cut_while_a_pin_is_looked_at_gives_no_try_back(tmp_path):
    for _ in range(4):
        ended = subprocess.run([sys.executable, "-c", GUESS_AND_DIE, str(tmp_path)], cwd=ROOT, check=False)
        assert ended.returncode == 9
    with open_till(Settings(data_dir=str(tmp_path))) as till:
        ahead = replace(till.desk, clock=SetClock(datetime.now(UTC) + timedelta(days=1)))  # nobody wins by that
        with pytest.raises(DomainError, match="Too many wrong PINs"):
            sign_in(ahead, "vikram", RIGHT)


def test_no_pin_is_in_an_event_a_log_a_traceback_or_the_file(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    told = [guess(tmp_path, SetClock(datetime.now(UTC)), Pin(GUESSED))]
    with open_till(Settings(data_dir=str(tmp_path))) as till:
        try:
            sign_in(till.desk, "vikram", Pin(GUESSED))
        except DomainError as refusal:
            frames = traceback.TracebackException.from_exception(refusal, capture_locals=True)
            told.append("".join(frames.format()))
        with till.desk.store.reading() as uow:
            told += [event.body.decode() for event in uow.journal.events()]
            told += [repr(uow.staff.every_key())]
    for said in (*told, caplog.text):
        assert GUESSED not in said
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or GUESSED.encode() not in file.read_bytes()


@pytest.fixture(scope="module")
def pins() -> ArgonPins:
    return ArgonPins()


def test_argon2id_with_a_salt_of_its_own(pins):
    one, other = pins.hashed(RIGHT), pins.hashed(RIGHT)
    assert one.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert one != other
    assert (pins.fits(one, RIGHT), pins.fits(other, RIGHT), pins.fits(one, Pin(GUESSED))) == (True, True, False)
    assert [pins.fits(broken, RIGHT) for broken in ("", "not a hash")] == [False, False]
