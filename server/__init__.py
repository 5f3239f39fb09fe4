"""The shops' common memory: what counters sync with, and the API of everything shared."""
