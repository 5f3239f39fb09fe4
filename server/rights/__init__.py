"""Rights: what counters may spend, give and bring while they are on their own."""
