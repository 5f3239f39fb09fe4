"""The version gate: which builds of the database library may touch a shop's data."""

from __future__ import annotations

from app.services.keeping.faults import NoCipher, UnsoundBuild

_MENDED = (3, 51, 3)
_WITHOUT_THE_MEND = (3, 52)
_MENDED_FOR_GOOD = (3, 53)


def require_sound_build(version: tuple[int, ...], cipher: str) -> None:
    """Refuse SQLite builds with the WAL-reset bug (two connections checkpointing at once can corrupt), or no cipher."""
    if not (_MENDED <= version < _WITHOUT_THE_MEND or version >= _MENDED_FOR_GOOD):
        raise UnsoundBuild(f"SQLite {'.'.join(map(str, version))}")
    if not cipher:
        raise NoCipher(f"SQLite {'.'.join(map(str, version))} without SQLCipher")
