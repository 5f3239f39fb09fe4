"""Ledgers: each tenant's store, its one line of changes, and the feed that numbers them."""
