"""Returns: goods come back, and all that their bill moved goes back with them."""
