"""OpenCV, loaded so that it leaves Qt alone; import this module lazily, for it costs a third of a second."""

from __future__ import annotations

import os

# Some builds of OpenCV point Qt at plugins and fonts of their own, which a window beside them cannot use.
_QT_PLACES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_PLACES}

import cv2  # noqa: E402
import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

cv2.setNumThreads(1)  # the till's other work shares these cores

Grey = NDArray[np.uint8]  # rows of shades, 0 black
Shades = NDArray[np.float64]

__all__ = ["Grey", "Shades", "cv2", "np"]
