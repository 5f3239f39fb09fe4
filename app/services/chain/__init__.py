"""The chain: what a counter and its server tell each other of the ledger, and who may spend what meanwhile."""
