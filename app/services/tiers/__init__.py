"""Tiers: moving members between them, what a rise brings, and other thresholds tried."""
