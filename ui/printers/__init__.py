"""Printers of this counter: how each is set up and tested, and what waits to be printed."""
