"""Staff: who works here, their roles, PINs and cards."""
