"""What if: bills and months priced by rules nobody has published. Nothing is written."""
