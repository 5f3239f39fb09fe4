"""Widgets: the few pieces every screen is made of."""
