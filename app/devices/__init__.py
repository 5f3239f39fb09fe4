"""Things that see: keystrokes and frames become codes."""
