"""Proposals: rules that a counter asks its server to publish, as they travel and are signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sync.protocol.pages import spelt


def proposal_signed(asked: Mapping[str, Any]) -> bytes:
    """'tillpoint publish', a zero byte, and the canonical JSON of everything but the signature."""
    said = {name: value for name, value in asked.items() if name != "signature"}
    return b"tillpoint publish\0" + spelt(said)
