"""pair and sync: join a chain, and talk with its server, where there is no window to do it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from queue import SimpleQueue

from app.bootstrap import AGENT, Till, addressing, opened_till, running_line
from app.commands.refusing import refuse
from app.services.chain.standing import LinkState, Pairing, PairingStep, Standing
from app.services.keeping.faults import StoreFault
from app.services.ports import Bond
from app.settings import Settings
from sync.board import Board
from sync.connection import Connection
from sync.cycle import Cycle
from sync.joiner import Joiner
from sync.line import CLOSE_S_MAX
from sync.trouble import trouble_of

FAILED = 1
ALONE = "This counter stands alone: there is nobody to send to. `python -m app pair URL` joins a chain."
NOT_TAKEN = "The server does not take this counter. Bills go on and are kept here. Ask a manager to pair it again."


def pair(settings: Settings, url: str) -> int:
    """Exit status: 0 once the counter is one of the chain, 1 when it was not let in, 2 when the file does not open."""
    return _at_till(settings, lambda till: _pair(settings, till, url))


def sync_once(settings: Settings) -> int:
    """Exit status: 0 when both know all the other knew, 1 when not or there is no server, 2 without a usable file."""
    return _at_till(settings, lambda till: _once(settings, till))


def sync(settings: Settings) -> int:
    """Send and fetch until Ctrl+C, telling how the counter stands. Exit status as of `sync_once`."""
    return _at_till(settings, lambda till: _sync(settings, till))


def status(settings: Settings) -> int:
    """Exit status: 0, or 2 when the file does not open."""
    return _at_till(settings, _status)


def _at_till(settings: Settings, act: Callable[[Till], int]) -> int:
    try:
        with opened_till(settings) as till:
            return act(till)
    except StoreFault as fault:
        return refuse(fault)


def _pair(settings: Settings, till: Till, url: str) -> int:
    heard: SimpleQueue[Pairing] = SimpleQueue()
    joiner = Joiner(till.desk, addressing(settings), agent=AGENT, joined=lambda _: None)
    joiner.listen(heard.put)
    joiner.start(url)
    last = _told(heard)
    joiner.close(within_s=CLOSE_S_MAX)
    if last.step is not PairingStep.APPROVED:
        print(last.trouble or "The counter was not let in. Nothing was changed.", file=sys.stderr)
        return FAILED
    return _once(settings, till)


def _told(heard: SimpleQueue[Pairing]) -> Pairing:
    """Say what there is to do until the attempt is over."""
    while (pairing := heard.get()).step in (PairingStep.ASKING, PairingStep.SHOWN):
        if pairing.step is PairingStep.SHOWN:
            print(f"Code {pairing.code}. A manager types it at the server; this waits until then.", flush=True)
    return pairing


def _once(settings: Settings, till: Till) -> int:
    cycle = Cycle(till.desk)
    link = cycle.link()
    if link is None:
        print(ALONE, file=sys.stderr)
        return FAILED
    with Connection.open(till.desk, link, addressing(settings), agent=AGENT, clock=till.clock) as connection:
        try:
            is_taken = cycle.through(connection)
        except Exception as error:  # noqa: BLE001 - the sync cycle, on the command line
            print(trouble_of(error, is_newer=connection.transport.is_newer).sentence, file=sys.stderr)
            return FAILED
    if not is_taken:
        print(NOT_TAKEN, file=sys.stderr)
        return FAILED
    return _status(till)


def _sync(settings: Settings, till: Till) -> int:
    if Cycle(till.desk).link() is None:
        print(ALONE, file=sys.stderr)
        return FAILED
    heard: SimpleQueue[Standing] = SimpleQueue()
    with running_line(settings, till) as line:
        line.listen(heard.put)
        _say(line.standing())
        while True:
            _say(heard.get())


def _status(till: Till) -> int:
    board = Board(till.desk, lambda: 0, settle_ms=0)
    link = board.refresh()
    if link is None or link.bond is not Bond.ACTIVE or board.standing.waiting:
        _say(board.standing)
    else:
        heard = f"{link.contact_at:%Y-%m-%d %H:%M} UTC" if link.contact_at else "never"
        print(f"{link.store_name}: all sent, at position {link.position}; last heard {heard}")
    return 0


def _say(standing: Standing) -> None:
    if standing.state is LinkState.ALONE:
        print(ALONE)
        return
    about = f" · {standing.trouble}" if standing.trouble else ""
    print(f"{standing.state}: {standing.waiting} waiting, {standing.to_check} to check{about}", flush=True)
