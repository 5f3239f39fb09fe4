"""The camera at the counter: a chip while it is on, a small picture of what it sees, and what became of it."""
