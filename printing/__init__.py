"""Paper: printer-neutral documents and what renders them."""
