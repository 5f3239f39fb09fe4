"""Codes: what a person reads off one screen and types into another."""

from __future__ import annotations

import re
import secrets

# No vowels, so that no words come up, and nothing that is read as something else: 27 letters, 38 bits in eight of them.
ALPHABET = "BCDFGHJKMNPQRSTVWXZ23456789"
LENGTH = 8


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """XXXX-XXXX"""
    return f"{code[:4]}-{code[4:]}"


def typed(text: str) -> str:
    """What was meant by what somebody typed: case, spaces and dashes do not matter."""
    return re.sub(r"[\s-]", "", text[:40]).upper()


def new_token() -> str:
    """256 random bits, for programs to carry."""
    return secrets.token_urlsafe(32)
