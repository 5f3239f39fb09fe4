"""Issuing: the screen a new member is enrolled on."""
