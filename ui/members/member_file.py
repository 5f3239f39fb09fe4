"""All that is kept of a member, written as a file into the folder of exports."""

from __future__ import annotations

import json
from pathlib import Path

from app.services.desk import Desk
from app.services.members.personal_data import personal_data


def write_member(folder: Path, desk: Desk, member_id: str, *, staff: str) -> Path:
    """It is noted who took it out. Raises OSError."""
    data = personal_data(desk, member_id, staff=staff)
    out = folder / f"member-{member_id}.json"
    folder.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")
    return out
