"""The lock: who is at the counter. The open bill is kept, and nothing of it is shown."""
