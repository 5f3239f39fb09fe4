"""Chunks of a snapshot: what their bytes say, made ready to be put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson

from app.services.chain.newcomers import is_usual
from app.services.ports import MakesReady, ReadyMembers
from sync.packing import PackingError, unpacked
from sync.protocol import PageRow, Topic, WireError, row_from_plain
from sync.reply import ANSWER_BYTES_MAX

MEMBERS_A_GROUP = 100


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a chunk says: members that look as most do, in groups made ready; and rows that have to be read.

    `body` is what it came as: where a member of a group is here already, all of it is read.
    """

    body: bytes
    groups: Sequence[ReadyMembers]
    others: Sequence[PageRow]


@dataclass(frozen=True, slots=True)
class ChunkReader:
    """Reads chunks of a snapshot taken at an instant."""

    make: MakesReady
    position: int
    at: datetime

    def __call__(self, body: bytes) -> Chunk:
        """Raises WireError."""
        usual, others = [], []
        for row in rows_of(body):
            if row.topic == Topic.MEMBER and row.state is not None and is_usual(row.state):
                usual.append(row.state)
            else:
                others.append(row)
        groups = [usual[start : start + MEMBERS_A_GROUP] for start in range(0, len(usual), MEMBERS_A_GROUP)]
        return Chunk(body, [self.make(one, position=self.position, at=self.at) for one in groups], others)


def rows_of(body: bytes) -> list[PageRow]:
    """Raises WireError."""
    try:
        lines = unpacked(body, "zstd", most=ANSWER_BYTES_MAX).splitlines()
        plain = [orjson.loads(line) for line in lines]
    except (PackingError, ValueError) as error:
        raise WireError(f"chunk: {error}") from error
    return [row_from_plain(row) for row in plain]
