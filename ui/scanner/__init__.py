"""The scanner and the camera of this counter: what the scanner sends, teaching it, and testing the camera."""
