"""The packaged program: built as a user gets it, and run without Python, the project or a keyring beside it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_frozen_smoke(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"]
    places = ["--distpath", str(tmp_path / "dist"), "--workpath", str(tmp_path / "build")]
    made = subprocess.run([*build, *places], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    program = tmp_path / "dist" / "tillpoint" / "tillpoint"
    assert list(program.parent.glob("_internal/libzbar.*")), "the decoder's library is carried along"
    alone = {"PATH": "/nowhere", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    run = subprocess.run([program, "--selftest"], cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert [line.split()[1] for line in run.stdout.splitlines()[:-1]] == ["works"] * 4
