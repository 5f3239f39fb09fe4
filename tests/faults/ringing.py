"""A till in a process of its own: rings up baskets and says each new bill's id once it is saved, until it is killed.

With `early` it says so first and rings it up afterwards: what no till may do, and what the harness must notice.
"""

import sys
import time
from pathlib import Path

from app.bootstrap import replay_desk
from app.replay.baskets import Basket, baskets, read_rows
from app.settings import Settings

folder, file, is_early = sys.argv[1], Path(sys.argv[2]), sys.argv[3:] == ["early"]


def acknowledge(basket: Basket) -> None:
    sys.stdout.write(f"{basket.basket}\n")
    sys.stdout.flush()


with replay_desk(Settings(data_dir=folder), None) as (ringer, _):
    for basket in baskets(read_rows(file)):
        assert isinstance(basket, Basket)
        if is_early:
            acknowledge(basket)
            time.sleep(0.02)
        if ringer.ring(basket).is_new and not is_early:
            acknowledge(basket)
