"""Returns: goods that come back, with everything they move shown before anybody says yes."""
