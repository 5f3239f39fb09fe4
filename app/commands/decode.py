"""decode: the codes in pictures, one JSON line a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.commands.refusing import UNUSABLE


def decode(files: Sequence[str]) -> int:
    """Exit status: 0 when every file was a picture, with codes in it or not; 2 when one was not."""
    from app.devices.decoder import Decoder
    from app.devices.pictures import UnreadablePictureError, read_picture

    decoder = Decoder()
    if not decoder.can_read:
        print(json.dumps({"error": f"No decoder is on this computer: {', '.join(decoder.missing)}."}))
        return UNUSABLE
    status = 0
    for file in files:
        line: dict[str, Any] = {"file": file}
        try:
            picture = read_picture(Path(file))
            seen = decoder.read(picture.dots)
        except UnreadablePictureError as wrong:
            line["error"], status = wrong.sentence, UNUSABLE
        else:
            line["codes"] = [
                {
                    "symbology": code.symbology.value,
                    "text": code.text,
                    "corners": [[round(x, 1), round(y, 1)] for x, y in code.scaled(picture.factor).corners],
                    "engine": code.engine,
                }
                for code in seen.codes
            ]
            line["milliseconds"], line["decoder"] = round(seen.milliseconds, 1), seen.decoder
        print(json.dumps(line, ensure_ascii=True), flush=True)
    return status
