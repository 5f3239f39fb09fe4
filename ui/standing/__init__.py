"""The standing: one chip in the header that says how this counter and its server stand."""
