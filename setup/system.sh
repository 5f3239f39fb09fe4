#!/usr/bin/env bash
# Brings the system libraries that the program's own packages load but do not carry. What cannot be brought is said;
# the rest of the set-up goes on, because a till without one of them may still ring up a bill.
set -euo pipefail
cd "$(dirname "$0")"

# library file : Debian package that carries it
wanted=(
    libGL.so.1:libgl1
    libEGL.so.1:libegl1
    libxkbcommon.so.0:libxkbcommon0
    libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1
    libglib-2.0.so.0:libglib2.0-0
    libzbar.so.0:libzbar0
)
on_a_display=(
    libxcb-cursor.so.0:libxcb-cursor0
    libxcb-icccm.so.4:libxcb-icccm4
    libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-shape.so.0:libxcb-shape0
    libxcb-xkb.so.1:libxcb-xkb1
    libxkbcommon-x11.so.0:libxkbcommon-x11-0
)
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    wanted+=("${on_a_display[@]}")
fi

# The loader is asked, not dpkg: package names differ between releases, library names do not.
known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
missing=()
for pair in "${wanted[@]}"; do
    case "$known" in
        *"${pair%%:*} "*) ;;
        *) missing+=("${pair##*:}") ;;
    esac
done

if [ "${#missing[@]}" -gt 0 ]; then
    ./apt.sh "${missing[@]}" || echo "setup: going on without ${missing[*]}" >&2
fi
