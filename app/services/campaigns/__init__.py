"""Campaigns: who may take part, how far they are, and what rules may still bring."""
