"""Feeds: what brings bills of another billing program to the counter: a watched folder, and a door on loopback."""
