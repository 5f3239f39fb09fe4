"""Campaigns: sets of rules with their days, for whom they are and their goals, at the manager's desk."""
