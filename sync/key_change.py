"""Key change: a counter announces its next key, signed in with the one it has, and puts it in that one's place."""

from __future__ import annotations

from app.services.chain.keys import keep_next, take
from app.services.desk import Desk
from sync.device_key import DeviceKey
from sync.refused import accepted
from sync.transport import Transport

TIMEOUT_S = 5.0  # a bill may come meanwhile


def change_key(desk: Desk, transport: Transport) -> None:
    """Raises LineFault or Refused. Cut off or killed anywhere, it is the same key that is announced the next time."""
    key = DeviceKey(keep_next(desk, DeviceKey.new().private))
    path = f"/api/v1/counters/{desk.counter_code}/rotate-key"
    accepted(transport.call("POST", path, json={"public_key": key.jwk}, timeout_s=TIMEOUT_S))
    take(desk, key.private)
