"""Tiers at the manager's desk: new, called otherwise, reached and worth otherwise, and tried on everybody."""
