"""The repositories: rows to facts and back, one module a noun. The only SQL of the product."""
