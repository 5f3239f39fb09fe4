"""The packaged program, as `make package` built it: run without Python, the project or a keyring beside it."""

import os
import subprocess
from pathlib import Path


def test_frozen_smoke(tmp_path: Path) -> None:
    program = Path(os.environ["PACKAGE"]).resolve() / "tillpoint"
    assert list(program.parent.glob("_internal/libzbar.*")), "the decoder's library is carried along"
    alone = {"PATH": "/nowhere", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    run = subprocess.run([program, "--selftest"], cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert [line.split()[1] for line in run.stdout.splitlines()[:-1]] == ["works"] * 5
