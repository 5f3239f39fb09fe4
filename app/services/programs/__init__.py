"""Programs: versions of the rules, from a draft at a desk to the one in force."""
