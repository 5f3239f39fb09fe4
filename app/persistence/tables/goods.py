"""The tables of goods: the shop's list, changed by imports. What was sold keeps its own copy of what it needs."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import table

products = table(
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

batches = table(
    "batches",
    _text("code"),
    _text("batch"),
    _text("expires_on", optional=True),
    _int("mrp_minor", optional=True),
    PrimaryKeyConstraint("tenant_id", "code", "batch"),
)
