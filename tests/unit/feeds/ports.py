"""A port of this machine that nobody listens on."""

from __future__ import annotations

import socket


def free_port():
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]
