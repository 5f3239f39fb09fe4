"""Scenarios: the engine as a black box, driven by a JSON file through the real services."""
