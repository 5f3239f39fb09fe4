"""Rewards: the catalogue at the manager's desk, typed a reward at a time and published with the rates."""
