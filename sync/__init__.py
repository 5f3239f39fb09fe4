"""The counter's side of the wire: what goes to the central server, and what comes back."""
