"""The web's edge: every request and answer, bounded, numbered, counted and explained."""
