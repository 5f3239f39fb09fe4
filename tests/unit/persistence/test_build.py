"""The version gate: which database libraries may touch a shop's data."""

import pytest

from app.persistence.build import require_sound_build
from app.services.keeping.faults import NoCipher, UnsoundBuild


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 51, 9), (3, 53, 0), (3, 53, 4), (3, 60, 0), (4, 0, 0)])
def test_mended_builds_pass(version: tuple[int, ...]) -> None:
    require_sound_build(version, "4.19.0 community")


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 51, 0), (3, 52, 0), (3, 52, 9), (2, 99, 9)])
def test_builds_with_the_wal_reset_bug_are_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(UnsoundBuild, match=".".join(map(str, version))):
        require_sound_build(version, "4.19.0 community")


def test_a_build_that_cannot_encrypt_is_refused() -> None:
    with pytest.raises(NoCipher):
        require_sound_build((3, 53, 4), "")
