"""Reports on the screen: a chart, the same numbers as a table, and the bills behind each of them."""
