"""The shift: opened with a float, cash in and out, X any time, counted blind, closed by a Z report."""
