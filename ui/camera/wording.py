"""Wording: what the counter says of its camera."""

from __future__ import annotations

from app.devices.eye import Eye
from ui.words import later

OPENING = later("Camera is opening …")
ON = later("Camera is on")
DARK = later("Camera sees only black")
IDLE = later("The camera closed by itself: nothing was scanned for a minute. F12 opens it again.")
ONE_DECODER = later("The camera reads with one of its two decoders ({why}). Hard codes may need a second look.")
NO_CAMERA = later("This counter has no camera set up. Use the scanner, or name a camera in the settings.")
PREVIEW = later("What the camera sees")

CHIPS = {Eye.OPENING: OPENING, Eye.ON: ON, Eye.DARK: DARK}
