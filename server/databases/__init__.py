"""Databases: where ledgers and the directory are kept, PostgreSQL or files."""
