"""The page of programmes: what members take part in, and which of them is in force."""
