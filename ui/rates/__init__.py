"""Rates: changed in place, tried on bills that were sold, and published for a day."""
