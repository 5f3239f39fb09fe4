"""A till in a process of its own: commits one transaction after another and says so, until it is killed."""

import sys
from pathlib import Path

from app.persistence.engine import open_file
from app.persistence.lock import FileLock
from tests.integration.persistence.ledger import KEY, save

path, first = Path(sys.argv[1]), int(sys.argv[2])
lock = FileLock.take(path)
engines = open_file(path, KEY)
for number in range(first, 1_000_000):
    save(engines, f"{number:06}", result="x" * 400)
    sys.stdout.write(f"{number:06}\n")
    sys.stdout.flush()
