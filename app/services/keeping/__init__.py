"""Keeping: books verified and rebuilt, copies made and put back, and what a person has to look at."""
