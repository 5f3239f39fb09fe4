"""Backups on the screen: when the last was made, whether one was proven, and putting one back."""
