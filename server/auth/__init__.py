"""Who may do what: tokens, the ways to get one, and the check at every door."""
