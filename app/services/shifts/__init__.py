"""Shifts: a drawer from its float to the report that closes it."""
