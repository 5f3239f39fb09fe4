"""Decision rules: listed in the order they apply, edited with their reasons, published with the rates."""
