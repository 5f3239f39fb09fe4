"""What counters send, and what they are told. Bodies are of our own protocol. Source: docs/protocol.md."""
