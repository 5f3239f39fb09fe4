"""Products: a list of them tried, and imported."""
