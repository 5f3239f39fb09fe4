"""The headline figures, each measured beside its floor or peer in the same run."""
