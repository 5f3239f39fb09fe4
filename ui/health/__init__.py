"""Health on the screen: whether everything a counter works with is well, and the real reason where it is not."""
