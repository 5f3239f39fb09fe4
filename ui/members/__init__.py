"""Members: all that is known of a customer, and what can be done for them."""
