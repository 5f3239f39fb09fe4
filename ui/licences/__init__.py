"""Licences on the screen: this program's own, and those of what it stands on."""
