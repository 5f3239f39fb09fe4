"""Replay: real shop baskets rung up through the services the window uses."""
