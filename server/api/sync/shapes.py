"""Sync shapes: what travels between counter and server, as OpenAPI tells it. Read and written by sync.protocol."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from sync.protocol import BATCH_EVENTS_MAX, PROTOCOL, Status

MEMBER = "0192f3a0-7c00-7000-8000-00000000000a"
VOUCHER = "V7K2M9QX3TBA0F4W"
_DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
Text = Annotated[str, Field(min_length=1, max_length=64)]
Whole = Annotated[int, Field(ge=0, le=(1 << 53) - 1)]
Counted = Annotated[int, Field(ge=1, le=(1 << 53) - 1)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=[_DIGEST])]
_SETTINGS = {
    "floor_card": 0,
    "floor_counter": 0,
    "store_name": "MG Road",
    "server_key": "A" * 43,
    "card_block": "17." + "A" * 22,
}
Settings = Annotated[dict[str, Any], Field(examples=[_SETTINGS])]
Milliseconds = Annotated[int, Field(description="Since 1970 UTC.", examples=[1790000000000])]


class EventSent(BaseModel):
    """An event of the counter's chain."""

    id: Text = Field(examples=["0192f3a0-7c00-7000-8000-0000000000e1"])
    hash: Digest
    body: str = Field(
        description="The exact bytes that were sealed.",
        examples=['{"at":1790000000000000,"counter":"A1","epoch":2,"kind":"card","seq":118}'],
    )


class PushSent(BaseModel):
    """A run of a counter's chain."""

    protocol: Counted = Field(description="That the counter speaks.", examples=[PROTOCOL])
    counter: Text = Field(examples=["A1"])
    epoch: Counted = Field(examples=[2])
    from_seq: Counted = Field(examples=[118])
    previous_hash: Digest = Field(description="Of the event before the first; zeros where there is none.")
    events: list[EventSent] = Field(min_length=1, max_length=BATCH_EVENTS_MAX)
    head: Digest = Field(description="Of the last event.")
    signature: str = Field(
        description="Ed25519, as base64url: 'tillpoint push', counter, epoch, from_seq and head, a zero byte between.",
        examples=["A" * 86],
    )


class PointShown(BaseModel):
    """A place in the counter's chain."""

    epoch: Whole = Field(examples=[2])
    seq: Whole = Field(examples=[120])


class VerdictShown(BaseModel):
    """What became of an event."""

    seq: Counted = Field(examples=[118])
    status: Status
    code: str | None
    detail: str | None


class PushAnswered(BaseModel):
    """A verdict for each event that was sent."""

    received_seq: Whole = Field(description="Stored for good up to here.", examples=[120])
    results: list[VerdictShown]
    position: Whole = Field(examples=[9021])
    included: PointShown
    server_ms: Milliseconds
    recall: list[str] = Field(description="Members whose rights are asked back.", examples=[[MEMBER]])
    retry_after_ms: Whole
    max_batch: Counted = Field(examples=[BATCH_EVENTS_MAX])


class RowShown(BaseModel):
    """A subject as it stands."""

    topic: Text = Field(examples=["member"])
    id: Text = Field(examples=[MEMBER])
    position: Whole = Field(examples=[9020])
    state: dict[str, Any] | None = Field(description="By topic; null for what is no more.")


class PagePulled(BaseModel):
    """What changed between two positions, as of one moment."""

    from_: Whole = Field(alias="from", examples=[9000])
    to: Whole = Field(examples=[9021])
    more: bool
    head: Whole = Field(examples=[9021])
    included: PointShown
    rows: list[RowShown]
    page_hash: Digest = Field(description="SHA-256 of the rows' canonical JSON.")
    server_ms: Milliseconds
    recall: list[str] = Field(examples=[[MEMBER]])
    settings: Settings


class RowsTold(BaseModel):
    """Subjects that were asked for, as of one view."""

    position: Whole = Field(examples=[9021])
    included: PointShown
    rows: list[RowShown]
    server_ms: Milliseconds
    recalled: bool = Field(description="Whether other counters were asked to give their rights back.")


class DigestTold(BaseModel):
    """What the server knows of a range of members, in one hash."""

    position: Whole = Field(examples=[9021])
    included: PointShown
    first: str = Field(examples=[MEMBER])
    last: str = Field(examples=[MEMBER])
    members: Whole = Field(examples=[1000])
    more: bool
    digest: Digest


class ChunkShown(BaseModel):
    number: Counted = Field(examples=[1])
    bytes: Whole = Field(examples=[81234])
    sha256: Digest


class SnapshotShown(BaseModel):
    """All there is, in chunks."""

    id: str = Field(examples=["5f2b0c4e9a7d4c1e8b3a6d9f0e1c2b3a"])
    position: Whole = Field(examples=[9021])
    members: Whole = Field(examples=[1000])
    chunks: list[ChunkShown]
    included: PointShown
    settings: Settings
    server_ms: Milliseconds
    kid: str = Field(description="Which of the server's keys signed it.", examples=["5f2b0c4e"])
    signature: str = Field(
        description="Ed25519 over the canonical JSON of everything but `kid` and this, base64url.", examples=["A" * 86]
    )
