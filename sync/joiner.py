"""The joiner: one attempt to pair at a time, on a thread of its own, each step heard by whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event, RLock, Thread

from app.domain.errors import DomainError
from app.services.chain.standing import NOT_PAIRING, Pairing, PairingStep
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.plain import NotPlainError
from app.services.ports import Link
from sync.connection import Addressing
from sync.device_key import DeviceKey
from sync.gate import ShutError
from sync.line_fault import LineFault
from sync.pairing import Begun, PairingEnded, begin, poll, take_up
from sync.protocol import PROTOCOL
from sync.transport import Transport
from sync.trouble import UNREADABLE

Listener = Callable[[Pairing], None]


class Joiner:
    """`joined` hears of the link once it is written. To be closed."""

    def __init__(self, desk: Desk, addressing: Addressing, *, agent: str, joined: Callable[[Link], None]) -> None:
        self._desk = desk
        self._addressing = addressing
        self._agent = agent
        self._joined = joined
        self._pairing = NOT_PAIRING
        self._listeners: list[Listener] = []
        self._stop = Event()
        self._thread: Thread | None = None
        self._turn = RLock()

    @property
    def pairing(self) -> Pairing:
        return self._pairing

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def start(self, server_url: str) -> None:
        """Ask this server; an attempt that is under way is given up."""
        with self._turn:
            self._stop.set()
            self._stop = Event()
            self._tell(Pairing(PairingStep.ASKING, server_url))
            self._thread = Thread(target=self._run, args=(server_url, self._stop), name="sync-join", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        with self._turn:
            self._stop.set()
            if self._pairing != NOT_PAIRING:
                self._tell(NOT_PAIRING)

    def close(self, *, within_s: float) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(within_s)

    def _run(self, server_url: str, stop: Event) -> None:
        try:
            self._attempt(server_url, stop)
        except PairingEnded as ended:
            self._step(stop, Pairing(ended.step, server_url, trouble=ended.sentence))
        except DomainError as refused:
            self._step(stop, Pairing(PairingStep.FAILED, server_url, trouble=refused.message))
        except (LineFault, StoreFault) as fault:
            self._step(stop, Pairing(PairingStep.FAILED, server_url, trouble=fault.sentence))
        except NotPlainError:
            self._step(stop, Pairing(PairingStep.FAILED, server_url, trouble=UNREADABLE))
        except ShutError:
            return

    def _attempt(self, server_url: str, stop: Event) -> None:
        key = DeviceKey.new()
        with Transport(self._addressing(server_url), agent=self._agent) as plain:
            begun = begin(self._desk, plain, key, program=self._agent)
            expires_at = self._desk.clock.now() + timedelta(seconds=begun.expires_in)
            self._step(stop, Pairing(PairingStep.SHOWN, server_url, begun.user_code, expires_at))
            self._wait(plain, begun, stop, server_url, key)

    def _wait(self, plain: Transport, begun: Begun, stop: Event, server_url: str, key: DeviceKey) -> None:
        """A line that drops while the code is shown changes nothing: the code stands until it runs out."""
        while not stop.wait(begun.interval):
            try:
                approved = poll(plain, begun)
            except LineFault:
                continue
            if approved is not None:
                spoken = min(PROTOCOL, plain.protocol)
                link = take_up(self._desk, approved, server_url=server_url, key=key, protocol=spoken)
                self._step(stop, Pairing(PairingStep.APPROVED, server_url))
                self._joined(link)
                return

    def _step(self, stop: Event, pairing: Pairing) -> None:
        """An attempt that was given up says nothing more."""
        with self._turn:
            if not stop.is_set():
                self._tell(pairing)

    def _tell(self, pairing: Pairing) -> None:
        self._pairing = pairing
        for listener in list(self._listeners):
            listener(pairing)
