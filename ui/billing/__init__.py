"""The Counter: the screen a bill is rung up on."""
