"""Members: who they are, what changes of them, and what they do and hold besides buying."""
