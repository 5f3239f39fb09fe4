"""Parts of a snapshot's chunk: every row of it counts towards how long a step may be, members or not."""

from datetime import UTC, datetime

from app.services.chain.tidings import View
from app.services.ports import ChainPoint, ReadyMembers
from sync.chunks import MEMBERS_A_GROUP, Chunk
from sync.protocol import PageRow, Topic
from sync.pull import PageSize
from sync.snapshots import _parts

AT = datetime(2026, 4, 1, tzinfo=UTC)
VIEW = View(40, ChainPoint(1, 0), AT, AT, None)


def test_all_rows_are_counted_and_only_the_last_part_is_the_last() -> None:
    group = ReadyMembers([f"m{number}" for number in range(MEMBERS_A_GROUP)], ())
    staff = [PageRow(Topic.STAFF, f"s{number}", number, None) for number in range(450)]
    parts = list(_parts(Chunk(b"", [group] * 5, staff), VIEW, PageSize(200)))
    assert [count for _, count, _ in parts] == [200, 200, 50 + MEMBERS_A_GROUP, 200, 200]
    assert [len(tidings.staff) for tidings, _, _ in parts] == [200, 200, 50, 0, 0]
    assert [is_last for _, _, is_last in parts] == [False] * 4 + [True]


def test_an_empty_chunk_is_one_part() -> None:
    ((_, count, is_last),) = _parts(Chunk(b"", (), ()), VIEW, PageSize(200))
    assert (count, is_last) == (0, True)
