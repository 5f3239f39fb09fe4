"""Decision rules: listed in the order they speak, edited with their reasons, published with the rates."""
