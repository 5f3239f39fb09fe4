"""Papers: what each print states, and the jobs that see to one original of it."""
