"""The server's own tables: the directory that no tenant owns, and what each tenant has besides the shared ledger.

Instants are microseconds since 1970 in UTC. Codes and tokens are kept blinded: the database alone lets nobody in.
"""

from __future__ import annotations

from sqlalchemy import Index, MetaData, PrimaryKeyConstraint, Table
from sqlalchemy.schema import SchemaItem

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import tenant_table
from app.persistence.columns import text_column as _text

directory = MetaData()
tenant_metadata = MetaData()


def _listed(name: str, *parts: SchemaItem) -> Table:
    """A table without a tenant."""
    return Table(name, directory, *parts, sqlite_strict=True)


def _owned(name: str, *parts: SchemaItem) -> Table:
    """A table whose every row names its tenant."""
    return tenant_table(tenant_metadata, name, *parts)


def _facts(name: str, *parts: SchemaItem) -> Table:
    return tenant_table(tenant_metadata, name, *parts, append_only=True)


# The secret a tenant's phones are sealed with, itself sealed with the server's; none where the tenant has a file.
tenants = _listed(
    "tenants",
    _text("tenant_id", key=True),
    _blob("sealed_secret", optional=True),
)

# What the server signs tokens with, newest first in use.
signing_keys = _listed(
    "signing_keys",
    _text("kid", key=True),
    _blob("sealed"),
    _blob("public"),
    _int("made_at"),
)

# Nonces and assertion ids that have been used: each counts once.
spent_marks = _listed(
    "spent_marks",
    _blob("mark", key=True),
    _int("expires_at"),
    Index("spent_marks_expiring", "expires_at"),
)

pairings = _listed(
    "pairings",
    _blob("device_code", key=True),
    _blob("user_code"),
    _blob("public_key"),
    _text("wished_code"),
    _text("program"),
    _int("chain_epoch"),
    _int("chain_last_seq"),
    _int("has_history"),
    _text("status"),
    _text("tenant_id", optional=True),
    _text("store_id", optional=True),
    _text("counter_code", optional=True),
    _text("client_id", optional=True),
    _int("epoch", optional=True),
    _int("expires_at"),
    _int("polled_at"),
    Index("pairings_by_user_code", "user_code", unique=True),
    Index("pairings_expiring", "expires_at"),
)

login_codes = _listed(
    "login_codes",
    _blob("code", key=True),
    _text("tenant_id"),
    _text("staff_id"),
    _int("expires_at"),
    Index("login_codes_by_staff", "tenant_id", "staff_id"),
)

authorization_codes = _listed(
    "authorization_codes",
    _blob("code", key=True),
    _text("tenant_id"),
    _text("staff_id"),
    _text("challenge"),
    _int("expires_at"),
    Index("authorization_codes_expiring", "expires_at"),
)

refresh_tokens = _listed(
    "refresh_tokens",
    _blob("token", key=True),
    _text("family"),
    _text("tenant_id"),
    _text("staff_id"),
    _int("expires_at"),
    _int("used_at", optional=True),
    Index("refresh_tokens_by_family", "family"),
    Index("refresh_tokens_expiring", "expires_at"),
)

profiles = _owned(
    "profiles",
    _text("name"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id"),
)

stores = _owned(
    "stores",
    _text("store_id"),
    _text("name"),
    _text("status"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id", "store_id"),
)

staff = _owned(
    "staff",
    _text("staff_id"),
    _text("name"),
    _text("role"),
    _text("store_id", optional=True),
    _text("status"),
    _int("version"),
    _int("created_at"),
    _int("signed_in_at", optional=True),
    PrimaryKeyConstraint("tenant_id", "staff_id"),
)

clients = _owned(
    "clients",
    _text("client_id"),
    _text("name"),
    _text("secret_hash"),
    _text("scopes"),
    _text("status"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id", "client_id"),
)

devices = _owned(
    "devices",
    _text("counter_code"),
    _text("store_id"),
    _text("client_id"),
    _blob("public_key"),
    _blob("next_key", optional=True),
    _int("next_key_at", optional=True),
    _text("status"),
    _int("epoch"),
    _int("joined_epoch"),
    _text("program"),
    _int("version"),
    _int("enrolled_at"),
    _int("last_seen_at"),
    _int("protocol"),
    _int("clock_offset_ms"),
    PrimaryKeyConstraint("tenant_id", "counter_code"),
    Index("devices_by_client", "tenant_id", "client_id", unique=True),
)

# Which block of the chain's card numbers is kept for which enrolment of a counter.
card_blocks = _facts(
    "card_blocks",
    _text("client_id"),
    _int("number"),
    PrimaryKeyConstraint("tenant_id", "client_id"),
    Index("card_blocks_given", "tenant_id", "number", unique=True),
)

# What counters sent, byte for byte and sealed, in the order of their chains. `at` is the server's time of the event.
inbox = _facts(
    "inbox",
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("event_id"),
    _text("kind"),
    _blob("previous_hash"),
    _blob("hash"),
    _blob("sealed"),
    _int("at"),
    _int("received_at"),
    _int("position"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch", "seq"),
    Index("inbox_by_position", "tenant_id", "position"),
)

# Where each chain of a counter stands here.
chains = _owned(
    "chains",
    _text("counter_code"),
    _int("epoch"),
    _int("last_seq"),
    _blob("head_hash"),
    _int("at"),
    _int("received_at"),
    _int("is_history"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch"),
)

# What became of the events that were not simply posted.
outcomes = _owned(
    "outcomes",
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("status"),
    _text("code", optional=True),
    _text("detail", optional=True),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch", "seq"),
    Index("outcomes_by_status", "tenant_id", "status"),
)

# Members, cards and bills of events that wait: what depends on them waits behind.
held_subjects = _owned(
    "held_subjects",
    _text("counter_code"),
    _text("subject"),
    _int("epoch"),
    _int("seq"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "subject", "epoch", "seq"),
)

# A subject's last change; `counter_code` is empty where it concerns every counter.
feed = _owned(
    "feed",
    _text("topic"),
    _text("subject"),
    _text("counter_code"),
    _int("position"),
    PrimaryKeyConstraint("tenant_id", "topic", "subject", "counter_code"),
    Index("feed_by_position", "tenant_id", "position"),
)

# What was edited of members and how it was merged, sealed, in the order of `place`: a member's history.
edits = _facts(
    "edits",
    _text("member_id"),
    _text("place"),
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _int("position"),
    _int("at"),
    _text("staff"),
    _int("base", optional=True),
    _blob("sealed"),
    PrimaryKeyConstraint("tenant_id", "member_id", "place"),
)

# Members known at a store: they travel there whole. `position` is since when.
acquaintances = _owned(
    "acquaintances",
    _text("store_id"),
    _text("member_id"),
    _int("position"),
    _int("seen_at"),
    PrimaryKeyConstraint("tenant_id", "store_id", "member_id"),
)

# Rights a counter is asked to give back, because the card is at another one.
recalls = _owned(
    "recalls",
    _text("counter_code"),
    _text("member_id"),
    _int("asked_at"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "member_id"),
)

# What a store's counters may let cards overdraw while they cannot ask, in hundredths of points.
floors = _owned(
    "floors",
    _text("store_id"),
    _int("card"),
    _int("counter"),
    PrimaryKeyConstraint("tenant_id", "store_id"),
)

# Whose turn each job is, and how far it has come.
job_turns = _owned(
    "job_turns",
    _text("job"),
    _text("holder"),
    _int("until"),
    _int("position"),
    PrimaryKeyConstraint("tenant_id", "job"),
)

# Who gives what rewards of kind PARTNER promise; a reward names its partner by name. The token is sealed.
partners = _owned(
    "partners",
    _text("partner_id"),
    _text("name"),
    _text("base_url"),
    _blob("sealed_token"),
    _int("is_enabled"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id", "partner_id"),
    Index("partners_by_name", "tenant_id", "name", unique=True),
)

# Vouchers that a partner has to answer for. `is_held`: it may have given this one, and nobody else may use it.
partner_calls = _owned(
    "partner_calls",
    _text("voucher_id"),
    _text("partner"),
    _int("attempts"),
    _int("next_at"),
    _int("is_held"),
    _text("review_id", optional=True),
    PrimaryKeyConstraint("tenant_id", "voucher_id"),
    Index("partner_calls_due", "tenant_id", "next_at"),
)

alarms = _owned(
    "alarms",
    _text("kind"),
    _text("subject"),
    _text("facts"),
    _int("raised_at"),
    _int("cleared_at", optional=True),
    PrimaryKeyConstraint("tenant_id", "kind", "subject", "raised_at"),
)
