"""Settings of this counter: the server it belongs to, and joining one."""
