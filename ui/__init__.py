"""The only Qt: window, screens, widgets."""
