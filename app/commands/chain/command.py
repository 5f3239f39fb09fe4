"""demo --chain: three real counters and a real server on this machine, lines that fail, and books that agree."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

from app.commands.chain import sums, weather
from app.commands.chain.centre import CentreError, Owner, Server, running_server
from app.commands.chain.day import Day, open_books
from app.commands.chain.joining import join
from app.commands.chain.sums import Sums
from app.commands.chain.till import ChainTill, opened_tills
from app.commands.chain.waiting import StoppedError, TooLongError, until
from app.commands.refusing import UNUSABLE
from app.commands.stopping import INTERRUPTED, Stop, listening
from app.domain.program import Program
from app.replay.baskets import Basket, UnreadableFileError, baskets, read_rows
from app.services.keeping.faults import StoreFault
from app.settings import Settings
from sync.line_fault import LineFault
from sync.refused import Refused

AGREED, DIFFERENT = 0, 1
BILLS = 300
DRAIN_S_MAX = 60
STILL_S = 1.5  # longer than a line rests between two looks at what there is to send
SHIPPED = Path(__file__).parents[3] / "resources" / "baskets.csv"


@dataclass(frozen=True, slots=True)
class Size:
    """How long the day is: so many bills, or so many minutes where those are given."""

    bills: int = BILLS
    minutes: int | None = None
    file: Path = SHIPPED

    def length(self) -> Callable[[int], int]:
        """How much of the day is over after so many bills, in hundredths; counted from now."""
        if self.minutes is None:
            return lambda bills: bills * 100 // self.bills
        began, seconds = time.monotonic(), self.minutes * 60
        return lambda _: int((time.monotonic() - began) * 100 / seconds)


@dataclass(slots=True)
class _Told:
    """What happens, with the time since the demo began."""

    began: float = field(default_factory=time.monotonic)

    def __call__(self, line: str) -> None:
        minutes, seconds = divmod(time.monotonic() - self.began, 60)
        print(f"{int(minutes):02}:{seconds:04.1f}  {line}", flush=True)


def demo_chain(settings: Settings, size: Size) -> int:
    """Exit status: 0 when all books agree, 1 when they do not, 2 when it could not begin, 130 when stopped."""
    say = _Told()
    try:
        with tempfile.TemporaryDirectory() as folder, listening() as stop:
            try:
                return _demo(settings, size, _endless(size.file), Path(folder), stop, say)
            except StoppedError:
                say("stopped; the counters and their server have ended, and nothing of them is kept")
                return INTERRUPTED
    except (StoreFault, OSError, CentreError, LineFault, Refused, UnreadableFileError, TooLongError) as wrong:
        print(wrong, file=sys.stderr)
        return UNUSABLE


def _demo(settings: Settings, size: Size, shopping: Iterator[Basket], folder: Path, stop: Stop, say: _Told) -> int:
    with running_server(folder / "server") as server:
        say(f"a server listens on {server.url}; its owner signs in with {server.owner_code}")
        with opened_tills(settings, folder, weather.COUNTERS, server.port) as tills:
            _live(tills, server, size, shopping, stop, say)
            known = [sums.of_till(till) for till in tills]
            with tills[0].desk.store.reading() as uow:
                program = uow.programs.in_force(tills[0].desk.clock.now())
            for till in tills:  # nobody has to wait for the server to say that nothing changed
                till.cable.cut()
        server.stop()
        return _compared(known, server.audited(), program)


def _live(
    tills: Sequence[ChainTill], server: Server, size: Size, shopping: Iterator[Basket], stop: Stop, say: _Told
) -> None:
    """From the first shop alone to the evening when everybody knows all."""
    cards = open_books(tills[0])
    say(f"{tills[0].code} has been a shop alone, with {len(cards)} members")
    with Owner.signed_in(server) as owner:
        store_id = owner.add_store("MG Road")
        join(tills, owner, store_id, stop=stop)
        say(f"{', '.join(till.code for till in tills)} are a chain, paired by the codes they showed")
    _settle(tills, stop)
    for line in weather.forecast():
        say(line)
    day = Day(tills, cards, shopping, say, size.length(), stop)
    day.pass_by()
    if stop.asked:
        say(f"{day.bills} customers had come by then")
        raise StoppedError
    say("every line is up again")
    _settle(tills, stop, day.watch)
    say("everybody knows all, and nothing waits")


def _settle(tills: Sequence[ChainTill], stop: Stop, watch: Callable[[ChainTill], None] = lambda _: None) -> None:
    """Until nothing waits, and all stand at one position and stay there. After a minute the books say what is missing.

    A lease that goes back is an event like any other, and is sealed a moment after its customer has gone.
    """
    since, stood = time.monotonic(), 0

    def is_settled() -> bool:
        nonlocal since, stood
        for till in tills:
            watch(till)
        places = {till.position() for till in tills}
        if any(till.waiting() for till in tills) or places != {stood}:
            since, stood = time.monotonic(), max(places)
        return time.monotonic() - since > STILL_S

    try:
        until(is_settled, lambda: _unsettled(tills), within_s=DRAIN_S_MAX, stop=stop)
    except TooLongError as late:
        print(late, file=sys.stderr)


def _unsettled(tills: Sequence[ChainTill]) -> str:
    stand = ", ".join(f"{till.code} at {till.position()} with {till.waiting()} to send" for till in tills)
    return f"Agreement ({stand})"


def _endless(file: Path) -> Iterator[Basket]:
    """The file's baskets, over and over. Raises UnreadableFileError when there are none."""
    found = [one for one in baskets(read_rows(file)) if isinstance(one, Basket)]
    if not found:
        raise UnreadableFileError(f"{file} has no basket in it.")
    return cycle(found)


def _compared(tills: Sequence[Sums], told: Mapping[str, Any], program: Program) -> int:
    server = sums.of_server(told, program)
    for line in ("", *sums.table(tills, server), "", *sums.digest_lines(tills, server)):
        print(line)
    different = sums.differences(tills, server, told["leases"])
    for line in different:
        print(f"DIFFERENT: {line}", file=sys.stderr)
    if not different:
        print("The counters and the server agree to the paisa.")
    return DIFFERENT if different else AGREED
