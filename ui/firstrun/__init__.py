"""The first run: what a new counter is asked before it opens, each question to be skipped, none asked twice."""
