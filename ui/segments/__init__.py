"""Segments: members that rules and campaigns are for, at the manager's desk, published with rates and rules."""
