#!/usr/bin/env bash
# Makes .venv inside the project and installs the locked packages into it: `venv.sh run` what the till needs,
# `venv.sh serve` that and what the central server needs, `venv.sh dev` both
# and what their makers need. A second run finds the stamp of the lock and has nothing to do.
set -euo pipefail
cd "$(dirname "$0")/.."

die() {
    echo "setup: $1" >&2
    exit 1
}

recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
ready() { recent "$1" && "$1" -c 'import ensurepip' 2>/dev/null; }
usable() { [ -x .venv/bin/python ] && recent .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null; }

first_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null && "$1" "$name"; then
            echo "$name"
            return
        fi
    done
    return 1
}

make_venv() {
    local python package
    if ! python=$(first_python ready); then
        python=$(first_python recent) || die "no Python 3.11 or newer here (looked for python3.13, 3.12, 3.11, python3)."
        # Debian keeps the part of Python that makes environments in a package of its own.
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        setup/apt.sh "$package" || die "$python cannot make a virtual environment without $package."
    fi
    echo "setup: making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

install() {
    local quiet=()
    [ -t 1 ] || quiet=(--quiet)
    echo "setup: installing the packages of $1"
    .venv/bin/python -m pip install "${quiet[@]}" --disable-pip-version-check --require-hashes -r "$1"
    .venv/bin/python -m compileall -q app printing server sync ui
}

stamp() { sha256sum "$1" >".venv/$1.sha256"; }
stamped() { sha256sum --status --check ".venv/$1.sha256" 2>/dev/null; }

case "${1:-}" in
    run) locks=(requirements.lock) ;;
    serve) locks=(requirements-server.lock requirements.lock) ;; # each holds all that follow it
    dev) locks=(requirements-dev.lock requirements-server.lock requirements.lock) ;;
    *) die "say venv.sh run, serve or dev" ;;
esac
usable || make_venv
if ! stamped "${locks[0]}"; then
    install "${locks[0]}"
    for lock in "${locks[@]}"; do stamp "$lock"; done
fi
