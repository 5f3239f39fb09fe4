"""The rules: pure functions over frozen facts. No clock, no dice, no files, no network."""
