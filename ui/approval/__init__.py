"""The approval box: a manager's PIN or staff card for what somebody may not do alone."""
