"""The words of the wire: what counter and server say to each other, on both sides. Source: docs/protocol.md."""

from __future__ import annotations

from sync.protocol.answers import digest_from_plain, digest_to_plain, told_from_plain, told_to_plain
from sync.protocol.blocks import block_from_text, block_to_text
from sync.protocol.fields import WireError, from_base64url
from sync.protocol.pages import page_from_plain, page_hash, page_to_bytes, row_from_plain, row_to_plain, spelt
from sync.protocol.proposals import proposal_signed
from sync.protocol.pushes import answer_from_plain, answer_to_plain, push_from_plain, push_to_plain, to_base64url
from sync.protocol.words import (
    BATCH_BYTES_MAX,
    BATCH_EVENTS_MAX,
    CONTACTS_SINCE,
    DATES_SINCE,
    DRIVES_SINCE,
    HOLDS_SINCE,
    PAGE_ROWS_MAX,
    PROTOCOL,
    PROTOCOL_HEADER,
    RULES_SINCE,
    VISITS_SINCE,
    WAIT_MS_MAX,
    PageRow,
    PulledPage,
    Push,
    PushAnswer,
    RangeDigest,
    SentEvent,
    Status,
    ToldRows,
    Topic,
    push_signed,
)

__all__ = [
    "BATCH_BYTES_MAX",
    "BATCH_EVENTS_MAX",
    "CONTACTS_SINCE",
    "DATES_SINCE",
    "DRIVES_SINCE",
    "HOLDS_SINCE",
    "VISITS_SINCE",
    "PAGE_ROWS_MAX",
    "PROTOCOL",
    "PROTOCOL_HEADER",
    "RULES_SINCE",
    "PageRow",
    "PulledPage",
    "Push",
    "PushAnswer",
    "RangeDigest",
    "SentEvent",
    "Status",
    "ToldRows",
    "Topic",
    "WAIT_MS_MAX",
    "WireError",
    "answer_from_plain",
    "answer_to_plain",
    "block_from_text",
    "block_to_text",
    "digest_from_plain",
    "digest_to_plain",
    "from_base64url",
    "page_from_plain",
    "page_hash",
    "page_to_bytes",
    "proposal_signed",
    "push_from_plain",
    "push_signed",
    "push_to_plain",
    "row_from_plain",
    "row_to_plain",
    "spelt",
    "to_base64url",
    "told_from_plain",
    "told_to_plain",
]
