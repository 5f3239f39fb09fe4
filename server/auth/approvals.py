"""Approvals: the word of a second person for what is published next. Nobody remembers one: what is published ends it.

A PIN stays at its counter; whoever approves here has signed in themselves. Source: docs/api.md, A second person.
"""

from __future__ import annotations

import json
from base64 import b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag

from server.secret import ServerSecret

GOOD_FOR = 300 * 1_000_000
APPROVAL_LENGTH_MAX = 600
_PURPOSE = "approval"


def issue(secret: ServerSecret, *, tenant_id: str, staff_id: str, version: int, now: int) -> str:
    """Somebody's approval of whatever is published over a version, the highest there is."""
    said = json.dumps([tenant_id, staff_id, version, now]).encode()
    return urlsafe_b64encode(secret.seal(_PURPOSE, said)).decode().rstrip("=")


def approver(secret: ServerSecret, approval: str, *, tenant_id: str, version: int, now: int) -> str | None:
    """Who approved; None for what is not of this server, tenant, version and time."""
    try:
        sealed = b64decode(approval + "=" * (-len(approval) % 4), altchars=b"-_", validate=True)
        of_tenant, staff_id, of_version, at = json.loads(secret.open(_PURPOSE, sealed))
    except (ValueError, InvalidTag):
        return None
    is_good = (of_tenant, of_version) == (tenant_id, version) and 0 <= now - at <= GOOD_FOR
    return str(staff_id) if is_good else None
