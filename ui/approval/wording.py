"""What the approval box says."""

from __future__ import annotations

from ui.words import later

TITLE = later("Approval needed")
ASKED_BY = later("{name} asks")
HOW = later("Type the PIN, or scan a staff card.")
CHECKING = later("Checking…")
WHO = later("Who approves")
PIN = later("PIN of {name}")
