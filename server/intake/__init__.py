"""Intake: what counters send becomes part of the ledger, or waits for a person."""
