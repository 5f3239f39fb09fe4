"""Staff: who works here, and how they prove it."""
