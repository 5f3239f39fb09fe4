"""The tables of goods: the catalogue, and what a bill keeps of it. On the same metadata.

The catalogue is the shop's list, changed by imports; what was sold keeps its own copy of what it needs.
"""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import tenant_table
from app.persistence.columns import text_column as _text
from app.persistence.tables import metadata

products = tenant_table(
    metadata,
    "products",
    _text("code"),
    _text("name"),
    _text("name_key"),
    _text("category"),
    _text("hsn"),
    _text("gst_percent", optional=True),
    _int("mrp_minor"),
    PrimaryKeyConstraint("tenant_id", "code"),
    Index("products_by_name", "tenant_id", "name_key"),
)

batches = tenant_table(
    metadata,
    "batches",
    _text("code"),
    _text("batch"),
    _text("expires_on", optional=True),
    _int("mrp_minor", optional=True),
    PrimaryKeyConstraint("tenant_id", "code", "batch"),
)

line_details = tenant_table(
    metadata,
    "line_details",
    _text("bill_id"),
    _int("line_no"),
    _int("discount_minor"),
    _text("code", optional=True),
    _text("hsn"),
    _text("batch"),
    _text("expires_on", optional=True),
    _text("gst_percent", optional=True),
    PrimaryKeyConstraint("bill_id", "line_no"),
    append_only=True,
)
