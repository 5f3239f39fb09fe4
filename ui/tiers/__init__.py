"""Tiers: thresholds and benefits, tried on everybody before they are published."""
