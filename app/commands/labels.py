"""print labels: a list of what stands on shelves, on sheets of labels."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.commands.refusing import UNUSABLE, unwritable
from printing import labels
from printing.labels_file import UnreadableLabels, read_labels


def print_labels(options: argparse.Namespace) -> int:
    """Exit status: 0 when the labels are there, 2 when they are not."""
    cut, out = labels.sheet(options.sheet), Path(options.out)
    if not 0 <= options.skip < cut.count:
        print(f"--skip is from 0 to {cut.count - 1}: the sheet has {cut.count} labels.", file=sys.stderr)
        return UNUSABLE
    try:
        every = read_labels(Path(options.file))
        out.write_bytes(labels.render(every, cut, skip=options.skip))
    except UnreadableLabels as wrong:
        print(wrong, file=sys.stderr)
        return UNUSABLE
    except OSError as wrong:
        return unwritable(out, wrong)
    print(f"labels           {len(every):,}")
    print(f"file             {out}")
    return 0
