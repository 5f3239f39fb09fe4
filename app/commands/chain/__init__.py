"""A shop grows to a chain: three counters and their server at work on this machine, with lines that fail."""
