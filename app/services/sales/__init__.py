"""Sales: a cart becomes a bill in one transaction, here or for another billing program, or gets its card afterwards."""
