#!/usr/bin/env bash
# Installs the Debian packages it is given, or says in one line why it cannot and what an administrator would type.
set -euo pipefail

packages=("$@")

give_up() {
    echo "setup: cannot install ${packages[*]}: $1." >&2
    echo "setup: an administrator can, with: apt-get install ${packages[*]}" >&2
    exit 1
}

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
        -o DPkg::Lock::Timeout=60 -o Acquire::Retries=2 -o Acquire::http::Timeout=30 "$@" >/dev/null
}

command -v apt-get >/dev/null || give_up "this machine has no apt-get"
if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif ! command -v sudo >/dev/null; then
    give_up "this needs root, and there is no sudo"
elif [ -t 0 ]; then
    as_root=(sudo) # a person is here to type the password
else
    as_root=(sudo -n)
fi

echo "setup: installing ${packages[*]}"
# A fresh machine has no package lists yet; one that has them is spared the download.
apt install --no-install-recommends "${packages[@]}" 2>/dev/null ||
    { apt update && apt install --no-install-recommends "${packages[@]}"; } ||
    give_up "apt-get failed"
