"""Sync status: what waits, what needs a check, and what was settled."""
