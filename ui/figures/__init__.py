"""Figures: what a programme is set to beside its rates, changed in place and published with them."""
