"""Telling: what a counter is told, as its protocol knows it."""
