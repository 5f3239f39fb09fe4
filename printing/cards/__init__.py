"""Cards: templates as data, a card drawn from one, and what it comes on: its own plastic, a sheet of ten, a slip."""
