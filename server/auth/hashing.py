"""Hashes of other systems' secrets: argon2id, so that a stolen table opens nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError


@dataclass(frozen=True, slots=True)
class SecretHashes:
    """The secrets are 256 random bits, so the least that OWASP asks for is plenty."""

    _hasher: PasswordHasher = field(
        default_factory=lambda: PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
    )
    _decoy: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_decoy", self._hasher.hash("nobody's secret"))

    def of(self, secret: str) -> str:
        return self._hasher.hash(secret)

    def is_right(self, kept: str | None, secret: str) -> bool:
        """False for a wrong secret; nobody's takes as long as somebody's."""
        try:
            return self._hasher.verify(kept or self._decoy, secret) and kept is not None
        except VerificationError:
            return False
